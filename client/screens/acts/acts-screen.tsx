import { useText } from '../../text/index.ts'
import { ToAgreement } from '../beside-agreement.tsx'
import { Page } from '../page.tsx'
import { ActList } from './act-list.tsx'
import { DeleteAgreement } from './delete-agreement.tsx'
import './acts.css'

/** For who leads an agreement: who did what in it, and deleting it. */
export function ActsScreen({ agreementId }: { agreementId: string }) {
  const { acts } = useText()
  return (
    <Page title={acts.page}>
      <div className="hs-acts">
        <div className="hs-acts__heading">
          <ToAgreement agreementId={agreementId} />
          <h1>{acts.title}</h1>
        </div>
        <ActList agreementId={agreementId} />
        <DeleteAgreement agreementId={agreementId} />
      </div>
    </Page>
  )
}
