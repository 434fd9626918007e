import type {
  NewDecision,
  ProposalStore,
  StoredDecision,
  StoredProposal,
  StoredRules,
} from '../../server/storage/proposals.ts'

/** What a store of proposals keeps, in memory: for histories of which there are many. The same histories go over SQLite too. */
export function memoryProposals(): ProposalStore {
  const proposals = new Map<string, StoredProposal[]>()
  const decisions = new Map<string, StoredDecision[]>()
  const seen = new Map<string, { at: Map<string, string>; upTo: number | null }>()
  const rules = new Map<string, StoredRules>()
  let seq = 0
  const decisionsIn = (id: string) => decisions.get(id) ?? []
  return {
    proposalsOf: async (id) => proposals.get(id) ?? [],
    addProposal: async (id, proposal) => {
      const all = proposals.get(id) ?? []
      const there = all.find((each) => each.id === proposal.id)
      if (there) return there.by.personId === proposal.by.personId && there.change === proposal.change
      proposals.set(id, [...all, proposal])
      return true
    },
    decisionsOf: async (id) => decisionsIn(id).map((each) => ({ ...each })),
    beginDecisions: async (id, begun: readonly NewDecision[]) => {
      const rows = begun.map((each) => ({ ...each, isDone: false, seq: ++seq }))
      decisions.set(id, [...decisionsIn(id), ...rows])
    },
    endDecisions: async (id, done, nothing) => {
      const ended = decisionsIn(id).map((each) => {
        const end = each.isDone ? undefined : done.find((one) => one.id === each.id)
        return end ? { ...each, ...end, isDone: true } : each
      })
      const kept = ended.filter((each) => each.isDone || !nothing.includes(each.id))
      decisions.set(id, kept)
    },
    seenOf: async (id) => seen.get(id) ?? { at: new Map(), upTo: null },
    keepSeen: async (id, found, upTo) => {
      const before = seen.get(id)?.at ?? new Map()
      seen.set(id, { at: new Map([...found, ...before]), upTo })
    },
    maybeRules: async (id) => rules.get(id) ?? null,
    setRules: async (id, chosen) => {
      rules.set(id, chosen)
    },
  }
}
