import type * as Y from 'yjs'
import type { ProposedChange } from '../../shared/agreement/proposed-change.ts'
import { proposedChange } from '../../shared/agreement/proposed-change.ts'
import type { Hand } from '../../shared/agreement/returned-change.ts'
import { articleOfChange } from '../../shared/document/proposed-change.ts'
import { standingOf } from '../../shared/document/standing-change.ts'
import { type OpenSuggestion, suggestionsIn } from '../../shared/document/suggestions.ts'
import { type ToldWords, toldWords } from '../../shared/document/told-words.ts'
import {
  type DecidedBy,
  type DecidedProposal,
  type OpenProposal,
  PROPOSAL_BOUNDS,
  type ProposalRules,
  type ProposalsView,
} from '../../shared/protocol/endpoints-proposals.ts'
import type { Participation } from '../access/participation.ts'
import { mayDecide, mayReopen, mayWithdraw, type Proposer } from '../access/proposals.ts'
import type { KnownPerson } from '../storage/agreements.ts'
import type { StoredDecision, StoredProposal } from '../storage/proposals.ts'

/** What was decided on, as it is kept with the decision. */
export type Said = {
  authors: Proposer[]
  at: string | null
  what: ToldWords | null
  /** The Yjs client that put the words back when a decision on them was taken back: their authors are those of before. */
  client?: number
}

/** All that the list of proposals is made of. */
export type Known = {
  doc: Y.Doc
  clientIds: ReadonlyMap<number, string>
  people: ReadonlyMap<string, KnownPerson>
  proposals: readonly StoredProposal[]
  decisions: readonly StoredDecision[]
  seenAt: ReadonlyMap<string, string>
  rules: ProposalRules
  /** Whom a file that came back names for a proposal, by the id of that. */
  hands: ReadonlyMap<string, Hand[]>
}

export const saidOf = ({ said }: StoredDecision): Said => JSON.parse(said) as Said

/** The newest decision on a proposal that was carried out; null when there is none. */
export function lastDecision(
  decisions: readonly StoredDecision[],
  proposalId: string,
  place: string | null,
): StoredDecision | null {
  const mine = decisions.filter(
    (each) => each.isDone && each.proposalId === proposalId && each.place === place,
  )
  return mine.at(-1) ?? null
}

/** Whoever wrote a suggestion, by what the server knows of who writes under which Yjs client. */
export function authorsOf(
  { writing, id }: OpenSuggestion,
  place: string,
  { clientIds, decisions, people }: Pick<Known, 'clientIds' | 'decisions' | 'people'>,
): Proposer[] {
  const last = lastDecision(decisions, id, place)
  const before = last === null ? null : saidOf(last)
  const clients = new Set(writing.map(({ client }) => client))
  const isPutBack =
    last?.outcome === 'reopen' && before?.client !== undefined && clients.delete(before.client)
  const writers = new Set([...clients].flatMap((client) => clientIds.get(client) ?? []))
  const kept = isPutBack ? (before?.authors ?? []) : []
  const others = [...writers].filter((personId) => !kept.some((each) => each.personId === personId))
  return [
    ...kept,
    ...others.map((personId) => ({ personId, partyId: people.get(personId)?.partyId ?? null })),
  ]
}

/** What somebody sees of the proposals in an agreement. */
export function viewOfProposals(known: Known, by: Participation): ProposalsView {
  return {
    rules: known.rules,
    open: [...openWords(known, by), ...openChanges(known, by)].slice(0, PROPOSAL_BOUNDS.open),
    decided: decidedOf(known, by),
  }
}

function openWords(known: Known, by: Participation): OpenProposal[] {
  return suggestionsIn(known.doc).map(({ place, suggestion }) => {
    const authors = authorsOf(suggestion, place, known)
    return {
      id: suggestion.id,
      place,
      authors: named(authors, known),
      at: known.seenAt.get(suggestion.id) ?? null,
      accordingTo: known.hands.get(suggestion.id) ?? [],
      what: toldWords(suggestion),
      stands: true,
      now: null,
      ...may(by, authors, known.rules.decidedBy),
    }
  })
}

const may = (by: Participation, authors: readonly Proposer[], decidedBy: DecidedBy) => ({
  mayDecide: mayDecide(by, authors, decidedBy),
  mayWithdraw: mayWithdraw(by, authors),
})

export const changeOf = ({ change }: StoredProposal) => proposedChange.parse(JSON.parse(change))
export const baseOf = ({ base }: StoredProposal): unknown => JSON.parse(base)

/** Whether a proposal as data waits for a decision. */
export function isOpen(proposal: StoredProposal, decisions: readonly StoredDecision[]): boolean {
  const last = lastDecision(decisions, proposal.id, null)
  return last === null || last.outcome === 'reopen'
}

function openChanges(known: Known, by: Participation): OpenProposal[] {
  return known.proposals
    .filter((proposal) => isOpen(proposal, known.decisions))
    .map((proposal) => ({
      ...aboutChange(proposal, known),
      ...standingOf(known.doc, changeOf(proposal), baseOf(proposal)),
      ...may(by, [proposal.by], known.rules.decidedBy),
    }))
}

function aboutChange(proposal: StoredProposal, known: Known) {
  const change = changeOf(proposal)
  return {
    id: proposal.id,
    place: articleOfChange(change),
    authors: named([proposal.by], known),
    at: proposal.by.at,
    accordingTo: known.hands.get(proposal.id) ?? [],
    what: { kind: 'change' as const, change, base: baseOf(proposal) },
  }
}

function decidedOf(known: Known, by: Participation): DecidedProposal[] {
  const isStanding = (each: StoredDecision) =>
    each.isDone &&
    each.outcome !== 'reopen' &&
    lastDecision(known.decisions, each.proposalId, each.place)?.seq === each.seq
  const newest = known.decisions.filter(isStanding).slice(-PROPOSAL_BOUNDS.told).reverse()
  return newest.flatMap((decision) => decidedProposalOf(decision, known, by) ?? [])
}

function decidedProposalOf(
  decision: StoredDecision,
  known: Known,
  by: Participation,
): DecidedProposal | null {
  const { authors, at, what } = saidOf(decision)
  const proposal = known.proposals.find(({ id }) => id === decision.proposalId)
  const words = what && {
    id: decision.proposalId,
    place: decision.place,
    authors: named(authors, known),
    at,
    accordingTo: known.hands.get(decision.proposalId) ?? [],
    what,
  }
  const about = words ?? (proposal ? aboutChange(proposal, known) : null)
  const [decidedBy] = named([decision.by], known)
  if (about === null || decidedBy === undefined) return null
  return {
    ...about,
    outcome: decision.outcome as DecidedProposal['outcome'],
    decidedBy,
    decidedAt: decision.by.at,
    mayReopen: mayReopen(by, decision.by.personId, authors, known.rules.decidedBy),
  }
}

const named = (proposers: readonly Proposer[], { people }: Pick<Known, 'people'>) =>
  proposers.map(({ personId, partyId }) => ({ personId, partyId, name: people.get(personId)?.name ?? '' }))

/** What was proposed before this in the same place: new paragraphs stand in the order in which they were proposed, whatever the order of the decisions. */
export function proposedBefore(proposal: StoredProposal, all: readonly StoredProposal[]): ProposedChange[] {
  const change = changeOf(proposal)
  if (change.kind !== 'paragraph-add') return []
  const before = all.slice(0, all.indexOf(proposal)).filter(({ base }) => base === proposal.base)
  return before.map(changeOf).filter((each) => 'index' in each && each.articleId === change.articleId)
}
