import type { DecidedBy } from '../../shared/protocol/endpoints-proposals.ts'
import { mayLead, mayWrite, type Participation } from './participation.ts'

/** Who proposes something: a person, and the party they are of. */
export type Proposer = Pick<Participation, 'personId' | 'partyId'>

/** Proposing is writing: it is for whoever may write the text. */
export const mayPropose = mayWrite

/** Who may decide, and whether a paragraph of another can be taken out without asking, is chosen by who leads. */
export const mayChangeProposalRules = mayLead

/**
 * Accepting and rejecting is for somebody of another party than all who proposed it, or for who leads, as the agreement has it. Whoever decides
 * changes the text, and so has to be one who may write it.
 */
export function mayDecide(by: Participation, proposers: readonly Proposer[], decidedBy: DecidedBy): boolean {
  if (!mayWrite(by)) return false
  if (decidedBy === 'facilitator') return mayLead(by)
  return (
    by.partyId !== null &&
    proposers.every((each) => each.partyId !== by.partyId && each.personId !== by.personId)
  )
}

/** Whoever proposed something alone can take it away again. */
export function mayWithdraw(by: Participation, proposers: readonly Proposer[]): boolean {
  return mayWrite(by) && proposers.length > 0 && proposers.every(({ personId }) => personId === by.personId)
}

/** The way back: for who decided, who might have, and who leads. */
export function mayReopen(
  by: Participation,
  decider: string,
  proposers: readonly Proposer[],
  decidedBy: DecidedBy,
): boolean {
  if (!mayWrite(by)) return false
  return by.personId === decider || mayLead(by) || mayDecide(by, proposers, decidedBy)
}
