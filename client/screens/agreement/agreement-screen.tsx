import { useText } from '../../text/index.ts'
import { Page } from '../page.tsx'
import { AkkoordAround } from './akkoord/akkoord-around.tsx'
import { CannotOpen } from './cannot-open.tsx'
import { NotIn } from './not-in.tsx'
import { PaperSkeleton } from './paper-skeleton.tsx'
import type { TextView } from './shown-view.ts'
import { useSurroundings } from './surroundings.ts'
import { useOpenAgreement } from './use-live.ts'
import { Workspace } from './workspace.tsx'
import './agreement.css'

/** One agreement, open for writing together. */
export function AgreementScreen({ agreementId, view }: { agreementId: string; view: TextView }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken') {
    const { failure, again } = surroundings
    const isRefused = failure.kind === 'problem' && failure.name === 'not-allowed'
    return isRefused ? <NotIn agreementId={agreementId} /> : <CannotOpen failure={failure} again={again} />
  }
  if (surroundings.state === 'busy' || open === null) return <Opening />
  const { value } = surroundings
  return (
    <AkkoordAround agreementId={agreementId} open={open} surroundings={value}>
      <Workspace agreementId={agreementId} open={open} surroundings={value} view={view} />
    </AkkoordAround>
  )
}

function Opening() {
  const { agreement } = useText()
  return (
    <Page title={agreement.busy}>
      <PaperSkeleton sentence={agreement.busy} />
    </Page>
  )
}
