import { useState } from 'react'
import type { PartyRound } from '../../../shared/protocol/endpoints-consultation.ts'
import { type FormsAgreement, FormsProvider } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { Select } from '../../ui/select.tsx'
import { type AgreementOverview, overviewOf } from '../agreement/overview-of.ts'
import { partyName } from '../agreement/people-list.tsx'
import type { Surroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { useStandingConnection } from '../agreement/use-live.ts'
import { BesideAgreement, BesideHead, type OpenedBeside, Waiting } from '../beside-agreement.tsx'
import { Failure } from '../failure.tsx'
import { Page } from '../page.tsx'
import { useTasksAgreement } from '../tasks/open-tasks.ts'
import { Gathered } from './gathered.tsx'
import { Outcome } from './outcome.tsx'
import { PrintButton } from './print-slips.tsx'
import { ReadingLinks } from './reading-links.tsx'
import { useRounds } from './use-rounds.ts'
import './consultation.css'
import './print.css'

/** The round along the support base: let people read, gather what they say, and write down what came of it. */
export function ConsultationScreen({ agreementId }: { agreementId: string }) {
  const { consultation } = useText()
  return (
    <BesideAgreement agreementId={agreementId} words={consultation}>
      {(opened) => <Opened {...opened} />}
    </BesideAgreement>
  )
}

function Opened({ agreementId, open, surroundings }: OpenedBeside) {
  const { consultation, everywhere } = useText()
  const connection = useStandingConnection(open.live)
  const forms = useTasksAgreement(open, surroundings)
  const rounds = useRounds(agreementId, open)
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  const isHere = connection.opened && forms !== null && rounds.parties !== null
  return (
    <Page title={`${consultation.title}, ${overview.title || everywhere.untitled}`}>
      <div className="hs-round">
        <BesideHead agreementId={agreementId} open={open} />
        <h1>{consultation.title}</h1>
        <p>{consultation.lead}</p>
        <Callout kind="info">{consultation.time}</Callout>
        {rounds.failure === null ? null : <Failure failure={rounds.failure} again={rounds.refresh} />}
        {isHere ? (
          <FormsProvider value={forms as FormsAgreement}>
            <Rounds
              agreementId={agreementId}
              overview={overview}
              surroundings={surroundings}
              parties={rounds.parties ?? []}
              refresh={rounds.refresh}
            />
            <Outcome />
          </FormsProvider>
        ) : rounds.failure === null ? (
          <Waiting sentence={consultation.busy} />
        ) : null}
      </div>
    </Page>
  )
}

type RoundsProps = {
  agreementId: string
  overview: AgreementOverview
  surroundings: Surroundings
  parties: readonly PartyRound[]
  refresh: () => void
}

function Rounds({ agreementId, overview, surroundings, parties, refresh }: RoundsProps) {
  const { consultation, everywhere } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  /** The link that was made last for each party: shown for as long as this page is open, and never again. */
  const [made, setMade] = useState<ReadonlyMap<string, string>>(new Map())
  const round = parties.find(({ partyId }) => partyId === chosen) ?? firstOf(parties, surroundings)
  if (round === undefined) return <Callout kind="info">{consultation.nothing}</Callout>
  const nameOf = (id: string) => {
    const party = overview.parties.find((each) => each.id === id)
    return party === undefined ? everywhere.unnamedParty : partyName(party, everywhere.unnamedParty)
  }
  const name = nameOf(round.partyId)
  const url = made.get(round.partyId) ?? null
  return (
    <>
      {parties.length > 1 ? (
        <Select
          label={consultation.party}
          options={parties.map(({ partyId }) => ({ key: partyId, label: nameOf(partyId) }))}
          value={round.partyId}
          onChange={setChosen}
        />
      ) : null}
      {round.mayLead ? (
        <>
          <ReadingLinks
            key={round.partyId}
            agreementId={agreementId}
            round={round}
            url={url}
            onMade={(link) => {
              setMade((all) => new Map(all).set(round.partyId, link))
              refresh()
            }}
            refresh={refresh}
          />
          <PrintButton
            agreementId={agreementId}
            templateId={overview.templateId}
            partyName={name}
            url={url}
          />
        </>
      ) : null}
      <Gathered
        agreementId={agreementId}
        round={round}
        partyName={name}
        entries={overview.entries}
        refresh={refresh}
      />
    </>
  )
}

/** The own party; else one that has something to see already, else the last: the organisation is mostly named after the others. */
function firstOf(parties: readonly PartyRound[], { you }: Surroundings): PartyRound | undefined {
  return (
    parties.find(({ partyId }) => partyId === you.partyId) ??
    parties.find(({ rounds, remarks }) => rounds.length > 0 || (remarks ?? []).length > 0) ??
    parties.at(-1)
  )
}
