import type { ReactNode } from 'react'
import type { DecidedProposal } from '../../../shared/protocol/endpoints-proposals.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { AgreementOverview, OutlineEntry } from '../agreement/overview-of.ts'
import { partyName } from '../agreement/people-list.tsx'
import { formatDay } from '../format-day.ts'
import { useOpenPoints } from '../open-points/open-points-room.ts'
import { ownerName } from '../open-points/owner.ts'
import { type Sayings, sayChange } from '../proposals/say-change.ts'
import { calledInText } from './presented.ts'
import type { Said, WrapUp } from './wrap-up.ts'

type PartProps = { wrapUp: WrapUp; overview: AgreementOverview }

/** What all parties agree to by now, and what else was settled today. */
export function DecidedPart({ wrapUp: made, overview, sayings }: PartProps & { sayings: Sayings }) {
  const { wrapUp } = useText().meeting
  const { agreed, saidToday, decidedToday } = made
  const isNothing = agreed.length + saidToday.length + decidedToday.length === 0
  return (
    <Part title={wrapUp.decided} icon="check">
      {isNothing ? <p>{wrapUp.nothingDecided}</p> : null}
      <Lines title={wrapUp.agreed(agreed.length)}>
        {agreed.map((entry) => (
          <Named key={entry.id} entry={entry} />
        ))}
      </Lines>
      <Lines title={wrapUp.saidToday}>
        {saidToday.map((said) => (
          <SaidLine key={keyOf(said)} said={said} overview={overview} />
        ))}
      </Lines>
      <Lines title={wrapUp.proposalsToday}>
        {decidedToday.map((proposal) => (
          <li key={`${proposal.id} ${proposal.decidedAt}`}>
            <ProposalLine proposal={proposal} overview={overview} sayings={sayings} />
          </li>
        ))}
      </Lines>
    </Part>
  )
}

/** What parties object to, what worries them, and what has to be looked at again. */
export function OpenPart({ wrapUp: made, overview }: PartProps) {
  const { wrapUp } = useText().meeting
  const { objections, concerns, lookAgain, notAgreed, undecided } = made
  return (
    <Part title={wrapUp.open} icon="attention">
      <p>{notAgreed === 0 ? wrapUp.allAgreed : wrapUp.notAgreed(notAgreed, overview.entries.length)}</p>
      <Lines title={wrapUp.objections}>
        {objections.map((said) => (
          <SaidLine key={keyOf(said)} said={said} overview={overview} />
        ))}
      </Lines>
      <Lines title={wrapUp.concerns}>
        {concerns.map((said) => (
          <SaidLine key={keyOf(said)} said={said} overview={overview} />
        ))}
      </Lines>
      <Lines title={wrapUp.lookAgain}>
        {lookAgain.map((entry) => (
          <Named key={entry.id} entry={entry} />
        ))}
      </Lines>
      {undecided === 0 ? null : <p>{wrapUp.undecided(undecided)}</p>}
    </Part>
  )
}

/** Who does what by when. A real table: each answer is read with what it is about. */
export function ToDoPart({ wrapUp: { toDo } }: { wrapUp: WrapUp }) {
  const words = useText()
  const { wrapUp } = words.meeting
  const { language } = useLanguage()
  const room = useOpenPoints()
  return (
    <Part title={wrapUp.toDo} icon="flag">
      {toDo.length === 0 ? (
        <p>{wrapUp.nothingToDo}</p>
      ) : (
        <table className="hs-wrap-up__table">
          <thead>
            <tr>
              <th scope="col">{wrapUp.what}</th>
              <th scope="col">{wrapUp.who}</th>
              <th scope="col">{wrapUp.when}</th>
            </tr>
          </thead>
          <tbody>
            {toDo.map((point) => (
              <tr key={point.id}>
                <th scope="row">
                  <bdi>{point.text}</bdi>
                  {point.sectionId === null ? null : (
                    <span className="hs-soft"> ({room.names.get(point.sectionId) ?? point.heading})</span>
                  )}
                </th>
                <td data-label={wrapUp.who}>{ownerName(point, room, words) || words.openPoints.nobody}</td>
                <td data-label={wrapUp.when}>
                  {point.due === null ? wrapUp.noDay : formatDay(point.due, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

function Part({ title, icon, children }: { title: string; icon: IconName; children: ReactNode }) {
  return (
    <section className="hs-wrap-up__part">
      <h2>
        <Icon name={icon} size={26} /> {title}
      </h2>
      {children}
    </section>
  )
}

/** A short list with its heading; nothing when there is nothing in it. */
function Lines({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  )
}

const keyOf = ({ entry, consent }: Said) => `${entry.id} ${consent.partyId}`

function Named({ entry }: { entry: OutlineEntry }) {
  return (
    <li>
      <ArticleName entry={entry} />
    </li>
  )
}

/** "artikel 3, Zo werken wij samen". */
function ArticleName({ entry }: { entry: OutlineEntry }) {
  const text = useText()
  const called = calledInText(entry, text)
  return entry.number === null ? called : text.paper.withHeading(called, entry.heading)
}

function SaidLine({ said, overview }: { said: Said; overview: AgreementOverview }) {
  const { meeting, everywhere } = useText()
  const { entry, consent } = said
  const party = overview.parties.find(({ id }) => id === consent.partyId)
  return (
    <li>
      <b>{party === undefined ? everywhere.unnamedParty : partyName(party, everywhere.unnamedParty)}</b>,{' '}
      <ArticleName entry={entry} />: {meeting.wrapUp.states[consent.state]}
      {consent.reason === '' ? '.' : ': '}
      {consent.reason === '' ? null : <q>{consent.reason}</q>}
    </li>
  )
}

type LineProps = { proposal: DecidedProposal; overview: AgreementOverview; sayings: Sayings }

function ProposalLine({ proposal, overview, sayings }: LineProps) {
  const { meeting, proposals } = useText()
  const { wrapUp } = meeting
  const { place, what, outcome, decidedBy } = proposal
  const entry = overview.entries.find(({ id }) => id === place)
  const heading = (id: string | null) => overview.entries.find((each) => each.id === id)?.heading ?? ''
  const said =
    what.kind === 'words'
      ? { about: '', out: what.deleted, into: what.inserted }
      : sayChange(what.change, what.base, { ...sayings, heading })
  const kind = what.kind === 'words' ? '' : proposals.kinds[what.change.kind]
  return (
    <>
      {entry === undefined ? null : (
        <>
          <ArticleName entry={entry} />:{' '}
        </>
      )}
      {kind === '' ? null : `${[kind, said.about].filter((part) => part).join(', ')}. `}
      {said.out ? (
        <>
          {wrapUp.out} <Quoted words={said.out} />{' '}
        </>
      ) : null}
      {said.into ? (
        <>
          {wrapUp.in} <Quoted words={said.into} />{' '}
        </>
      ) : null}
      {wrapUp.outcome[outcome](decidedBy.name)}
    </>
  )
}

/** Words as they were proposed, with one full stop at the end. */
function Quoted({ words }: { words: string }) {
  const text = words.trim()
  return (
    <>
      <q>{text}</q>
      {/[.!?]$/.test(text) ? '' : '.'}
    </>
  )
}
