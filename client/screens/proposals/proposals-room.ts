import { createContext, useContext } from 'react'
import type { ProposedChange } from '../../../shared/agreement/proposed-change.ts'
import type {
  DecidedProposal,
  OpenProposal,
  ProposalRules,
  ProposalsView,
} from '../../../shared/protocol/endpoints-proposals.ts'
import type { SuggestMode } from '../../editor/index.ts'
import type { AskedRow } from './row-form.tsx'

/** A sentence that is told, and the how manieth it is. */
export type Said = { sentence: string; count: number }

/** What the parts that show and make proposals work with. */
export type ProposalsRoom = {
  /** Null until it is here for the first time. */
  view: ProposalsView | null
  mode: SuggestMode
  /** True for who may write, and so propose. */
  mayPropose: boolean
  mayChangeRules: boolean
  /** What came of the last command, for all to read; null before one. */
  said: Said | null
  /** One after the other, until one is refused. */
  propose(...changes: readonly ProposedChange[]): Promise<void>
  decide(proposals: readonly OpenProposal[], outcome: 'accept' | 'reject'): Promise<void>
  reopen(proposal: DecidedProposal): Promise<void>
  changeRules(rules: ProposalRules): Promise<void>
  /** Opens the dialog that proposes an article after another. */
  askArticle(after: string): void
  /** Opens the dialog that proposes another value for a fact. */
  askFact(address: string): void
  /** Opens the dialog that proposes a row, or other facts in one; one that says why not, where a list takes no such proposals. */
  askRow(row: AskedRow): void
  /** Proposes that a row goes. */
  removeRow(list: string, rowId: string): void
  /** Opens the list over the screen, at the proposals of an article. */
  openList(place: string | null): void
}

const Room = createContext<ProposalsRoom | null>(null)
export const ProposalsRoomProvider = Room.Provider

/** The proposals around the paper. Throws outside an agreement. */
export function useProposals(): ProposalsRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useProposals: no proposals around this part')
  return room
}

/** The same; null outside an agreement. */
export const useMaybeProposals = (): ProposalsRoom | null => useContext(Room)

/** The open proposals in an article or annex, and those about its place. */
export const openIn = (view: ProposalsView | null, place: string): OpenProposal[] =>
  view?.open.filter((each) => each.place === place) ?? []
