import type { Role } from '../../shared/protocol/participant.ts'
import type { Participation } from './participation.ts'

/** Who can speak for a party at all; others have no say in the text either, or come to read. */
const SPEAKERS: readonly Role[] = ['facilitator', 'writer', 'signatory']

/** Whether somebody in this role, for this party, can be given its word. */
export function canSpeakFor({ partyId, role }: Pick<Participation, 'partyId' | 'role'>): boolean {
  return partyId !== null && SPEAKERS.includes(role)
}

/** Whether somebody has the word of the own party. Who leads has it for no party, unless for the own one. */
export function speaks(participation: Participation): boolean {
  return participation.speaksFor === true && canSpeakFor(participation)
}

/** The akkoord of a party is given by who speaks for that very party. */
export function mayAgreeFor(participation: Participation, partyId: string): boolean {
  return speaks(participation) && participation.partyId === partyId
}
