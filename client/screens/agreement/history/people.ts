import type { HistoryView } from '../../../../shared/protocol/endpoints-history.ts'
import type { TextTable } from '../../../text/index.ts'
import type { PartyEntry } from '../overview-of.ts'
import { partyName } from '../people-list.tsx'
import type { NamedParty, Person } from './history-authorship.ts'

/** The parties by the names the screen calls them. */
export function partiesOf(parties: readonly PartyEntry[], unnamed: string): NamedParty[] {
  return parties.map((party) => ({ id: party.id, index: party.index, name: partyName(party, unnamed) }))
}

/** The person behind a change; null when nobody is known to have made it. */
export function personOf(
  personId: string | null,
  value: HistoryView | null,
  people: readonly Person[],
): Person | null {
  if (personId === null) return null
  return [...(value?.authors ?? []), ...people].find((each) => each.personId === personId) ?? null
}

/** "Fatma Yilmaz, Stichting De Brug": name and party in words. */
export function sayPerson(
  person: Person | null,
  parties: readonly NamedParty[],
  ownId: string,
  words: TextTable['history'],
): string {
  if (person === null) return words.unknown
  const name = person.personId === ownId ? `${person.name} ${words.you}` : person.name
  const party = parties.find(({ id }) => id === person.partyId)
  return party === undefined ? name : `${name}, ${party.name}`
}
