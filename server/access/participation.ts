import type { Role } from '../../shared/protocol/participant.ts'

/** One person's part in one agreement. Who has none may not see it, staff of the workspace included. */
export type Participation = {
  agreementId: string
  personId: string
  name: string
  partyId: string | null
  role: Role
  /** Has the word of the party, see `consents.ts`; absent: not. */
  speaksFor?: boolean
}

/** Reading, and so exporting, is for everybody who takes part. */
export function mayRead(participation: Participation | null): participation is Participation {
  return participation !== null
}

/** The text and the facts are written by the facilitator and by writers; the others read. */
export function mayWrite(participation: Participation): boolean {
  return participation.role === 'facilitator' || participation.role === 'writer'
}

/** Who comes in, by which link or code, and who may do what is for who leads the agreement. */
export function mayLead(participation: Participation): boolean {
  return participation.role === 'facilitator'
}

/** What a participant is on a live connection. */
export function memberOf(participation: Participation) {
  const { personId, name, partyId, role } = participation
  return { personId, name, partyId, role, canWrite: mayWrite(participation) }
}

/** An agreement is put away, and taken back, by who leads it. */
export function mayArchive(participation: Participation): boolean {
  return participation.role === 'facilitator'
}
