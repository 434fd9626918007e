import { useText } from '../../text/index.ts'
import { AkkoordAround } from '../agreement/akkoord/akkoord-around.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { overviewOf } from '../agreement/overview-of.ts'
import { PaperSkeleton } from '../agreement/paper-skeleton.tsx'
import { type Surroundings, useSurroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { Page } from '../page.tsx'
import { Grid } from './grid.tsx'
import { useFixing } from './use-fixing.ts'
import './akkoord-screen.css'

/** What each party says of each article, all together: on a wall, on a desk and on a phone. */
export function AkkoordScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null) return <Busy />
  return <Opened agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Busy() {
  const { akkoord } = useText()
  return (
    <Page title={akkoord.title}>
      <PaperSkeleton sentence={akkoord.grid.busy} />
    </Page>
  )
}

type OpenedProps = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }

function Opened({ agreementId, open, surroundings }: OpenedProps) {
  const { observed, live } = open
  const connection = useStandingConnection(live)
  const overview = useDerived(observed.subscribe, () => overviewOf(observed.get(), surroundings.catalog))
  const fixing = useFixing(agreementId, open)
  if (!connection.opened) return <Busy />
  return (
    <AkkoordAround {...{ agreementId, open, surroundings }}>
      <Grid
        agreementId={agreementId}
        overview={overview}
        open={open}
        fixing={fixing}
        isLead={surroundings.you.role === 'facilitator'}
      />
    </AkkoordAround>
  )
}
