import { ROLES } from '../../../shared/protocol/participant.ts'
import { type TextTable, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { useAnnouncing } from './arrivals.tsx'
import type { PartyEntry } from './overview-of.ts'
import type { PresentPerson } from './people.ts'
import type { Around } from './workspace.tsx'
import './people.css'

/** More marks than this make a row that nobody reads. */
const MARKS = 5

/** The name of a party as the screen calls it: its own, else the word of its role. */
export function partyName(party: PartyEntry, unnamed: string): string {
  return party.name || party.roleWord || unnamed
}

/** The mark of somebody's party; a ring with the own initial for who leads and belongs to none. */
export function PersonMark({
  person,
  parties,
  size,
}: {
  person: Pick<PresentPerson, 'name' | 'partyId'>
  parties: readonly PartyEntry[]
  size?: number
}) {
  const { everywhere } = useText()
  const party = parties.find(({ id }) => id === person.partyId)
  if (party === undefined) {
    return (
      <span className={`hs-person-mark ${size === 20 ? 'hs-person-mark--small' : ''}`} aria-hidden="true">
        {initialOf(person.name)}
      </span>
    )
  }
  return (
    <PartyMark
      index={party.index}
      initial={initialOf(partyName(party, everywhere.unnamedParty))}
      size={size ?? 28}
    />
  )
}

/** The marks of who is here, side by side. */
export function PeopleMarks({ around }: { around: Around }) {
  const { people, overview } = around
  const rest = people.length - MARKS
  return (
    <span className="hs-people-marks">
      {people.slice(0, MARKS).map((person) => (
        <PersonMark key={person.personId} person={person} parties={overview.parties} />
      ))}
      {rest > 0 ? <span>+{rest}</span> : null}
    </span>
  )
}

/** Everybody who is here now, for which party, and where. */
export function PeopleList({ around }: { around: Around }) {
  const { agreement, leading } = useText()
  const [isAnnouncing, setAnnouncing] = useAnnouncing()
  return (
    <div className="hs-people">
      <ul className="hs-people__list">
        {around.people.map((person) => (
          <Person key={person.personId} person={person} around={around} />
        ))}
      </ul>
      {around.people.length <= 1 ? <p className="hs-soft">{agreement.people.alone}</p> : null}
      {around.leadPeople === null ? null : (
        <Button icon="people" slot="close" onPress={around.leadPeople}>
          {leading.open}
        </Button>
      )}
      <Checkbox isSelected={isAnnouncing} onChange={setAnnouncing}>
        {agreement.people.announce}
      </Checkbox>
    </div>
  )
}

/** What somebody of no party is. */
function roleWord(role: string, { roles }: TextTable['everywhere']): string {
  const known = ROLES.find((each) => each === role)
  return known === undefined ? role : roles[known]
}

function Person({ person, around }: { person: PresentPerson; around: Around }) {
  const { agreement, everywhere, leading } = useText()
  const { overview, you } = around
  const party = overview.parties.find(({ id }) => id === person.partyId)
  const entry = overview.entries.find(({ id }) => id === person.place)
  const isYou = person.personId === you.personId
  const side =
    party === undefined ? roleWord(person.role, everywhere) : partyName(party, everywhere.unnamedParty)
  return (
    <li className="hs-people__person">
      <PersonMark person={person} parties={overview.parties} />
      <span>
        <b>{person.name || leading.someone}</b> {isYou ? agreement.people.you : null}
        <br />
        <span className="hs-soft">
          {side}
          {entry === undefined || isYou ? null : `, ${agreement.people.inArticle(entry.heading)}`}
        </span>
      </span>
    </li>
  )
}
