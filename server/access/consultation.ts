import { mayLead, mayWrite, type Participation } from './participation.ts'

/** Who reads along by a link, as far as the cookie of the reading page proves it: a device, no person, and no part in the agreement. */
export type Reader = {
  readerId: string
  roundId: string
  agreementId: string
  /** The party whose round it is. */
  partyId: string
  /** When the round ends, ISO 8601. */
  expiresAt: string
}

/** True for who writes for this very party. */
function writesFor(participation: Participation, partyId: string): boolean {
  return mayWrite(participation) && participation.partyId === partyId
}

/** Making and closing the reading links of a party is for its writers, and for who leads the agreement. */
export function mayLeadRound(participation: Participation, partyId: string): boolean {
  return mayLead(participation) || writesFor(participation, partyId)
}

/**
 * What a support base says is for the writers of its party alone until the party shares it: who leads the agreement for nobody or for another
 * party does not see it either.
 */
export function maySeeRemarks(participation: Participation, partyId: string, isShared: boolean): boolean {
  return isShared || writesFor(participation, partyId)
}

/** Sharing them with all parties is the party's own choice. */
export const mayShareRemarks = writesFor

/** What a support base says is removed by the writers of its party alone: of a remark that others can not read, nobody else knows why it would have to go. */
export const mayRemoveRemarks = writesFor
