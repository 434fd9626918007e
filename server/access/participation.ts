import type { Role } from '../../shared/protocol/endpoints.ts'

/** One person's part in one agreement. Who has none may not see it, staff of the workspace included. */
export type Participation = {
  agreementId: string
  personId: string
  name: string
  partyId: string | null
  role: Role
}

/** Reading, and so exporting, is for everybody who takes part. */
export function mayRead(participation: Participation | null): participation is Participation {
  return participation !== null
}

/** The text and the facts are written by the facilitator and by writers; the others read. */
export function mayWrite(participation: Participation): boolean {
  return participation.role === 'facilitator' || participation.role === 'writer'
}

/** Links are handed out by who leads the agreement. */
export function mayInvite(participation: Participation): boolean {
  return participation.role === 'facilitator'
}
