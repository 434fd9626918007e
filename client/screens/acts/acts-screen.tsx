import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../page.tsx'
import { ActList } from './act-list.tsx'
import { DeleteAgreement } from './delete-agreement.tsx'
import './acts.css'

/** For who leads an agreement: who did what in it, and deleting it. */
export function ActsScreen({ agreementId }: { agreementId: string }) {
  const { acts, everywhere } = useText()
  return (
    <Page title={acts.page}>
      <div className="hs-acts">
        <div className="hs-acts__heading">
          <h1>{acts.title}</h1>
          <ButtonLink icon="back" href={`/agreements/${encodeURIComponent(agreementId)}`}>
            {everywhere.toAgreement}
          </ButtonLink>
        </div>
        <ActList agreementId={agreementId} />
        <DeleteAgreement agreementId={agreementId} />
      </div>
    </Page>
  )
}
