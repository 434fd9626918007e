import { useCallback } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { callOrRecall } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { type AgreementOverview, overviewOf } from '../agreement/overview-of.ts'
import { type Surroundings, useSurroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { usePeople } from '../agreement/use-people.ts'
import { ToAgreement } from '../beside-agreement.tsx'
import { Failure } from '../failure.tsx'
import { formatDay } from '../format-day.ts'
import { OpenPointsAround } from '../open-points/open-points-around.tsx'
import { useOpenPoints } from '../open-points/open-points-room.ts'
import { Page } from '../page.tsx'
import { PrintButton } from '../print-button.tsx'
import { type Sayings, sayingIn } from '../proposals/say-change.ts'
import { useFollowed } from '../use-followed.ts'
import { type WrapUp, wrapUpOf } from './wrap-up.ts'
import { DecidedPart, OpenPart, ToDoPart } from './wrap-up-parts.tsx'
import './wrap-up.css'

/** The end of a meeting on one page: what was decided, what is open, and who does what by when. To be read aloud, and to be printed. */
export function WrapUpScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null) return <Busy />
  return <Opened agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Busy() {
  const { wrapUp } = useText().meeting
  return (
    <Page title={wrapUp.title}>
      <h1>{wrapUp.title}</h1>
      <p role="status">{wrapUp.busy}</p>
      <Skeleton width="100%" height="8rem" />
      <Skeleton width="100%" height="8rem" />
    </Page>
  )
}

type OpenedProps = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }

function Opened({ agreementId, open, surroundings }: OpenedProps) {
  const connection = useStandingConnection(open.live)
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  usePeople(open, surroundings.you)
  if (!connection.opened) return <Busy />
  return (
    <OpenPointsAround {...{ agreementId, open, overview, you: surroundings.you }}>
      <Gathered agreementId={agreementId} open={open} overview={overview} catalog={surroundings.catalog} />
    </OpenPointsAround>
  )
}

type GatheredProps = {
  agreementId: string
  open: OpenAgreement
  overview: AgreementOverview
  catalog: Catalog
}

/** Fetches what parties said and what was proposed, and follows it. */
function Gathered({ agreementId, open, overview, catalog }: GatheredProps) {
  const { empty } = useText().proposals
  const params = { id: agreementId }
  const consents = useFollowed(
    open.live,
    'akkoord',
    // biome-ignore lint/correctness/useExhaustiveDependencies: the parameters are the agreement
    useCallback(() => callOrRecall(agreementId, endpoints.getConsents, { params }), [agreementId]),
  )
  const proposals = useFollowed(
    open.live,
    'proposals',
    // biome-ignore lint/correctness/useExhaustiveDependencies: the parameters are the agreement
    useCallback(() => callOrRecall(agreementId, endpoints.getProposals, { params }), [agreementId]),
  )
  const { points, failure, refresh } = useOpenPoints()
  const partyIds = useDerived(open.observed.subscribe, () =>
    open.observed.get().parties.flatMap(({ id, leftOn }) => (leftOn ? [] : [id])),
  )
  const broken = consents.failure ?? proposals.failure ?? failure
  if (consents.value === null || proposals.value === null || points === null) {
    if (broken === null) return <Busy />
    const again = () => {
      consents.refresh()
      proposals.refresh()
      refresh()
    }
    return <Broken failure={broken} again={again} />
  }
  const made = wrapUpOf({
    ...{
      entries: overview.entries,
      partyIds,
      points,
      dayOf: dayHere,
      today: dayHere(new Date().toISOString()),
    },
    ...{ consents: consents.value, proposals: proposals.value },
  })
  const sayings = sayingIn({ observed: open.observed, catalog }, empty)
  return <Drawn agreementId={agreementId} overview={overview} wrapUp={made} sayings={sayings} />
}

function Broken(props: Parameters<typeof Failure>[0]) {
  const { wrapUp } = useText().meeting
  return (
    <Page title={wrapUp.title}>
      <h1>{wrapUp.title}</h1>
      <Failure {...props} />
    </Page>
  )
}

type DrawnProps = { agreementId: string; overview: AgreementOverview; wrapUp: WrapUp; sayings: Sayings }

function Drawn({ agreementId, overview, wrapUp: made, sayings }: DrawnProps) {
  const { meeting, everywhere } = useText()
  const { wrapUp } = meeting
  const { language } = useLanguage()
  const title = overview.title || everywhere.untitled
  return (
    <Page title={`${wrapUp.title}, ${title}`}>
      <div className="hs-wrap-up">
        <div className="hs-wrap-up__acts">
          <ToAgreement agreementId={agreementId} />
          <PrintButton>{wrapUp.print}</PrintButton>
        </div>
        <header>
          <h1>{wrapUp.title}</h1>
          <p>
            <bdi>{title}</bdi>, {formatDay(new Date().toISOString(), language)}
          </p>
        </header>
        <DecidedPart wrapUp={made} overview={overview} sayings={sayings} />
        <OpenPart wrapUp={made} overview={overview} />
        <ToDoPart wrapUp={made} />
      </div>
    </Page>
  )
}

/** The day of a moment, as the calendar on this device has it. */
function dayHere(moment: string): string {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
