import type { OpenProposal } from '../../../shared/protocol/endpoints-proposals.ts'

/** Which proposals somebody wants to see: all, those that wait for their decision, or their own. */
export const PROPOSALS_SHOWN = ['all', 'toDecide', 'own'] as const
export type ProposalsShown = (typeof PROPOSALS_SHOWN)[number]

/** So many proposals are seen at a glance: with more there is something to choose. */
const AT_A_GLANCE = 8

const FITS: Record<ProposalsShown, (proposal: Pick<OpenProposal, 'mayDecide' | 'mayWithdraw'>) => boolean> = {
  all: () => true,
  toDecide: ({ mayDecide }) => mayDecide,
  own: ({ mayWithdraw }) => mayWithdraw,
}

/** The open proposals that are shown, in their order. */
export function proposalsShown<P extends Pick<OpenProposal, 'mayDecide' | 'mayWithdraw'>>(
  open: readonly P[],
  shown: ProposalsShown,
): P[] {
  return open.filter(FITS[shown])
}

/** Whether there is something to choose: many proposals, or fewer by now while somebody still chose. */
export const hasChoice = (open: readonly unknown[], shown: ProposalsShown): boolean =>
  open.length > AT_A_GLANCE || shown !== 'all'
