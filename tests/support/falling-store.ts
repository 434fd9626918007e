import type { ProposalStore } from '../../server/storage/proposals.ts'

/** A store of which a test says when the server falls over: after it began, before it changed the text; or before it said that it was done. */
export type FallingStore = ProposalStore & { fall: 'begun' | 'done' | null }

export function fallingStore(store: ProposalStore): FallingStore {
  const falling: FallingStore = {
    ...store,
    fall: null,
    beginDecisions: async (id, begun) => {
      await store.beginDecisions(id, begun)
      if (falling.fall === 'begun') throw new Error(FELL)
    },
    endDecisions: async (id, done, nothing) => {
      if (falling.fall !== null) throw new Error(FELL)
      await store.endDecisions(id, done, nothing)
    },
  }
  return falling
}
/** What the falling server says last. */
export const FELL = 'the server fell over'
