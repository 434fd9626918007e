import type { z } from 'zod'
import type { participant } from '../../../../shared/protocol/participant.ts'
import { useText } from '../../../text/index.ts'
import type { PartyEntry } from '../overview-of.ts'
import { partyName } from '../people-list.tsx'

export type Participant = z.output<typeof participant>

/** How somebody is called, for which party, and as what. */
export function useSaidPerson(person: Participant, parties: readonly PartyEntry[]) {
  const { leading, everywhere } = useText()
  const party = parties.find(({ id }) => id === person.partyId)
  const side = party === undefined ? null : partyName(party, everywhere.unnamedParty)
  return {
    name: person.name || leading.someone,
    facts: [leading.roles[person.role], side, person.speaksFor ? leading.speaksFact : null]
      .filter((part) => part !== null)
      .join(', '),
  }
}
