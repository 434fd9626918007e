import type * as Y from 'yjs'
import type { ProposedChange } from '../../shared/agreement/proposed-change.ts'
import type { Hand } from '../../shared/agreement/returned-change.ts'
import { randomId } from '../../shared/document/edit.ts'
import {
  applyChange,
  baseOfChange,
  type ChangeDone,
  isApplied,
  plannedChange,
  revertChange,
} from '../../shared/document/proposed-change.ts'
import { reopenSuggestion } from '../../shared/document/reopen-suggestion.ts'
import {
  maybeText,
  type OpenSuggestion,
  readSuggestions,
  type SettledParagraph,
  settleSuggestion,
  suggestionsIn,
} from '../../shared/document/suggestions.ts'
import { toldWords } from '../../shared/document/told-words.ts'
import {
  type DecisionResult,
  PROPOSAL_BOUNDS,
  type ProposalRules,
  type ProposalsView,
  proposalRules,
  type WantedDecision,
} from '../../shared/protocol/endpoints-proposals.ts'
import type { Participation } from '../access/participation.ts'
import { mayChangeProposalRules, mayDecide, mayPropose, mayReopen, mayWithdraw } from '../access/proposals.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { NewDecision, ProposalStore, StoredDecision } from '../storage/proposals.ts'
import { inTurn } from './in-turn.ts'
import type { LiveDocuments } from './live-documents.ts'
import { type TimeParts, timesOf } from './proposal-times.ts'
import {
  authorsOf,
  baseOf,
  changeOf,
  isOpen,
  type Known,
  lastDecision,
  proposedBefore,
  type Said,
  saidOf,
  viewOfProposals,
} from './proposal-view.ts'

export type ProposalParts = {
  store: ProposalStore
  agreements: Pick<AgreementStore, 'knownBy' | 'lastSeq'>
  documents: Pick<LiveDocuments, 'read' | 'edit' | 'history'>
  log: TimeParts['log']
  /** Whom files that came back name for what was taken over from them. */
  handsOf: (agreementId: string) => Promise<ReadonlyMap<string, Hand[]>>
  clock: () => Date
  /** Tells everybody who is connected that there is something new to fetch. */
  tell: (agreementId: string) => void
}

type Proposing = { id: string; change: ProposedChange }
export type DecisionAnswer = { decisionId: string; result: DecisionResult }

const FIRST_RULES: ProposalRules = { decidedBy: 'other-party', guardsParagraphs: false }

/**
 * What is proposed in an agreement and what is decided about it. Whoever calls takes part. Commands of one agreement go one after the other;
 * each keeps first what it is about to do, then changes the text, then keeps that it is done, so that a crash in between leaves nothing
 * half: the text says what came of it.
 */
export type Proposals = ReturnType<typeof createProposals>

export function createProposals(parts: ProposalParts) {
  const { store, documents, clock, tell } = parts
  const turn = inTurn()
  const doneBy = ({ personId, partyId }: Participation) => ({ personId, partyId, at: clock().toISOString() })
  const viewNow = async (by: Participation) =>
    withKnown(parts, by.agreementId, (known) => viewOfProposals(known, by))

  async function propose(by: Participation, { id, change }: Proposing): Promise<void> {
    if (!mayPropose(by)) throw new Refusal('not-allowed')
    const there = await store.proposalsOf(by.agreementId)
    const isNew = !there.some((each) => each.id === id)
    if (isNew && there.length >= PROPOSAL_BOUNDS.open) throw new Refusal('too-many-proposals')
    const found = await documents.read(by.agreementId, (doc) => baseOfChange(doc, change))
    if (isNew && found === null) throw new Refusal('changed-meanwhile')
    const base = JSON.stringify(found?.base ?? null)
    const proposal = { id, by: doneBy(by), change: JSON.stringify(change), base }
    if (!(await store.addProposal(by.agreementId, proposal))) throw new Refusal('malformed-request')
    tell(by.agreementId)
  }

  return {
    view: (by: Participation): Promise<ProposalsView> => turn(by.agreementId, () => viewNow(by)),

    /** How many proposals wait for a decision. */
    countOpen: async (agreementId: string): Promise<number> => {
      const words = await documents.read(agreementId, (doc) => suggestionsIn(doc).length)
      const decisions = await store.decisionsOf(agreementId)
      const changes = await store.proposalsOf(agreementId)
      return words + changes.filter((proposal) => isOpen(proposal, decisions)).length
    },

    /**
     * Proposes a change as data, once however often it is sent. Throws the refusals `not-allowed`; `changed-meanwhile` when there is no such
     * place or it says something else than who proposes saw; `too-many-proposals`; `malformed-request` for an id that is another's.
     */
    make: (by: Participation, proposing: Proposing): Promise<ProposalsView> =>
      turn(by.agreementId, async () => {
        await propose(by, proposing)
        return viewNow(by)
      }),

    /** As `make`, for who shows no list of proposals. */
    propose: (by: Participation, proposing: Proposing): Promise<void> =>
      turn(by.agreementId, () => propose(by, proposing)),

    /** Accepts and rejects, in the name of the caller; what can not be done says why and holds up none of the others. */
    decide: (
      by: Participation,
      wanted: readonly WantedDecision[],
    ): Promise<{ results: DecisionAnswer[]; view: ProposalsView }> =>
      turn(by.agreementId, async () => {
        if (!mayPropose(by)) throw new Refusal('not-allowed')
        const planned = await withKnown(parts, by.agreementId, (known) => {
          const at = doneBy(by)
          return wanted.map((each) => plan(each, known, by, at))
        })
        const plans = planned.filter((each) => 'decision' in each)
        const changed = await carryOut(parts, by, plans)
        if (plans.length > 0) tell(by.agreementId)
        const results = planned.map((each): DecisionAnswer => {
          if ('result' in each) return each
          const { id } = each.decision
          return { decisionId: id, result: changed.has(id) ? 'changed-meanwhile' : 'done' }
        })
        return { results, view: await viewNow(by) }
      }),

    /**
     * Takes the standing decision on a proposal back. Throws the refusals `unknown-proposal` when nothing was decided, `not-allowed`, and
     * `changed-meanwhile` when the agreement says something else by now.
     */
    reopen: (
      by: Participation,
      { decisionId, proposalId }: { decisionId: string; proposalId: string },
    ): Promise<ProposalsView> =>
      turn(by.agreementId, async () => {
        if (!mayPropose(by)) throw new Refusal('not-allowed')
        const planned = await withKnown(parts, by.agreementId, (known) =>
          planReopening(proposalId, decisionId, known, by, doneBy(by)),
        )
        if (planned === null) return viewNow(by)
        const changed = await carryOut(parts, by, [planned])
        if (changed.size > 0) throw new Refusal('changed-meanwhile')
        tell(by.agreementId)
        return viewNow(by)
      }),

    /** Chooses who may decide. Throws a refusal `not-allowed`. */
    changeRules: (by: Participation, rules: ProposalRules): Promise<ProposalsView> =>
      turn(by.agreementId, async () => {
        if (!mayChangeProposalRules(by)) throw new Refusal('not-allowed')
        await store.setRules(by.agreementId, rules, doneBy(by))
        tell(by.agreementId)
        return viewNow(by)
      }),
  }
}

/** Reads all that proposals are made of, after what a crash may have left was seen to. */
async function withKnown<T>(parts: ProposalParts, agreementId: string, use: (known: Known) => T): Promise<T> {
  const { store, documents, agreements } = parts
  const decisions = await settleLeft(parts, agreementId)
  const proposals = await store.proposalsOf(agreementId)
  const stored = proposalRules.safeParse(await store.maybeRules(agreementId))
  const suggestions = await documents.read(agreementId, (doc) => suggestionsIn(doc))
  const lastSeq = agreements.lastSeq.bind(agreements)
  const seenAt = await timesOf(
    { ...parts, lastSeq },
    agreementId,
    suggestions.map(({ suggestion }) => suggestion),
  )
  const { clientIds } = await documents.history(agreementId, 0, 1)
  const ids = new Set([
    ...suggestions.flatMap(({ suggestion }) =>
      suggestion.writing.flatMap(({ client }) => clientIds.get(client) ?? []),
    ),
    ...proposals.map(({ by }) => by.personId),
    ...decisions.flatMap((each) => [
      each.by.personId,
      ...saidOf(each).authors.map(({ personId }) => personId),
    ]),
  ])
  const people = new Map(
    (await agreements.knownBy(agreementId, [...ids])).map((person) => [person.personId, person]),
  )
  const rules = stored.success ? stored.data : FIRST_RULES
  const hands = await parts.handsOf(agreementId)
  return documents.read(agreementId, (doc) =>
    use({ doc, clientIds, people, proposals, decisions, seenAt, rules, hands }),
  )
}

/** A decision that is about to be carried out. */
type Plan = {
  decision: NewDecision
  /** Whether the words are still those that were seen; asked of all before the first of them is carried out. */
  isAsSeen?: (doc: Y.Doc) => boolean
  /** Changes the text; gives what it did as JSON, or null when the agreement says something else by now. */
  run: (doc: Y.Doc) => string | null
}

type By = NewDecision['by']

function plan(wanted: WantedDecision, known: Known, by: Participation, at: By): Plan | DecisionAnswer {
  const { decisionId, proposalId, place, outcome } = wanted
  const answer = (result: DecisionResult): DecisionAnswer => ({ decisionId, result })
  const same = known.decisions.find(({ id }) => id === decisionId)
  if (same) return answer(same.proposalId === proposalId ? 'done' : 'not-open')
  const found = place === null ? planChange(wanted, known, at) : planWords(wanted, place, known, at)
  if (found === 'changed-meanwhile') return answer(found)
  if (found === null) {
    const last = lastDecision(known.decisions, proposalId, place)
    return answer(last?.outcome === outcome ? 'already' : 'not-open')
  }
  const { authors } = JSON.parse(found.decision.said) as Said
  const isAllowed =
    mayDecide(by, authors, known.rules.decidedBy) || (outcome === 'reject' && mayWithdraw(by, authors))
  return isAllowed ? found : answer('not-allowed')
}

type Planned = Plan | 'changed-meanwhile' | null

function planWords(wanted: WantedDecision, place: string, known: Known, by: By): Planned {
  const { decisionId: id, proposalId, outcome, seen } = wanted
  const suggestion = maybeSuggestion(known.doc, place, proposalId)
  if (suggestion === null) return null
  const what = toldWords(suggestion)
  const isAsSeen = (now: OpenSuggestion | null) => {
    const told = now && toldWords(now)
    return seen !== null && told?.inserted === seen.inserted && told.deleted === seen.deleted
  }
  if (!isAsSeen(suggestion)) return 'changed-meanwhile'
  const authors = authorsOf(suggestion, place, known)
  const said: Said = { authors, at: known.seenAt.get(proposalId) ?? null, what }
  return {
    decision: { id, proposalId, place, outcome, by, said: JSON.stringify(said), applied: '[]' },
    isAsSeen: (doc) => isAsSeen(maybeSuggestion(doc, place, proposalId)),
    run: (doc) => {
      const text = maybeText(doc, place)
      return text && JSON.stringify(settleSuggestion(text, proposalId, outcome))
    },
  }
}

function maybeSuggestion(doc: Y.Doc, place: string, id: string): OpenSuggestion | null {
  const text = maybeText(doc, place)
  return (text && readSuggestions(text).find((each) => each.id === id)) ?? null
}

function planChange(wanted: WantedDecision, known: Known, by: By): Planned {
  const { decisionId: id, proposalId, outcome } = wanted
  const proposal = known.proposals.find((each) => each.id === proposalId)
  if (!proposal || !isOpen(proposal, known.decisions)) return null
  const said: Said = { authors: [proposal.by], at: proposal.by.at, what: null }
  const madeId = randomId()
  const applied = plannedChange(known.doc, changeOf(proposal), madeId)
  return {
    decision: {
      id,
      proposalId,
      place: null,
      outcome,
      by,
      said: JSON.stringify(said),
      applied: JSON.stringify(applied),
    },
    run: (doc) => {
      if (outcome === 'reject') return JSON.stringify(applied)
      const earlier = proposedBefore(proposal, known.proposals)
      const done = applyChange(doc, changeOf(proposal), baseOf(proposal), madeId, earlier)
      return done && JSON.stringify(done)
    },
  }
}

/** Null when this very command was carried out before. */
function planReopening(
  proposalId: string,
  decisionId: string,
  known: Known,
  by: Participation,
  at: By,
): Plan | null {
  if (known.decisions.some(({ id }) => id === decisionId)) return null
  const last = known.decisions.filter((each) => each.isDone && each.proposalId === proposalId).at(-1)
  if (!last || last.outcome === 'reopen') throw new Refusal('unknown-proposal')
  const said = saidOf(last)
  if (!mayReopen(by, last.by.personId, said.authors, known.rules.decidedBy)) throw new Refusal('not-allowed')
  const decision = {
    id: decisionId,
    proposalId,
    place: last.place,
    outcome: 'reopen',
    by: at,
    said: last.said,
    applied: 'null',
  }
  const run = (doc: Y.Doc) => {
    decision.said = JSON.stringify({ ...said, client: doc.clientID } satisfies Said)
    return isTakenBack(doc, last, known) ? 'null' : null
  }
  return { decision, run }
}

function isTakenBack(doc: Y.Doc, last: StoredDecision, { proposals }: Known): boolean {
  if (last.place !== null) {
    const text = maybeText(doc, last.place)
    return (
      text !== null && reopenSuggestion(text, last.proposalId, JSON.parse(last.applied) as SettledParagraph[])
    )
  }
  const proposal = proposals.find(({ id }) => id === last.proposalId)
  if (last.outcome === 'reject') return true
  if (!proposal) return false
  return revertChange(doc, changeOf(proposal), baseOf(proposal), JSON.parse(last.applied) as ChangeDone)
}

/** Keeps what is begun, changes the text in one piece, keeps what is done. Gives the ids of those that came to nothing. */
async function carryOut(
  { store, documents }: ProposalParts,
  { agreementId, personId }: Participation,
  plans: readonly Plan[],
): Promise<Set<string>> {
  if (plans.length === 0) return new Set()
  await store.beginDecisions(
    agreementId,
    plans.map(({ decision }) => decision),
  )
  const applied = new Map<string, string>()
  try {
    await documents.edit(agreementId, personId, (doc) => {
      applied.clear()
      const standing = plans.filter(({ isAsSeen = () => true }) => isAsSeen(doc))
      for (const { decision, run } of standing) {
        const done = run(doc)
        if (done !== null) applied.set(decision.id, done)
      }
    })
  } catch (error) {
    await store.endDecisions(
      agreementId,
      [],
      plans.map(({ decision }) => decision.id),
    )
    throw error
  }
  const nothing = plans.flatMap(({ decision }) => (applied.has(decision.id) ? [] : decision.id))
  const done = plans.flatMap(({ decision: { id, said } }) => {
    const what = applied.get(id)
    return what === undefined ? [] : [{ id, said, applied: what }]
  })
  await store.endDecisions(agreementId, done, nothing)
  return new Set(nothing)
}

/** What a crash left between the intention and the end: the text says whether it was carried out. */
async function settleLeft(
  { store, documents }: ProposalParts,
  agreementId: string,
): Promise<StoredDecision[]> {
  const decisions = await store.decisionsOf(agreementId)
  const left = decisions.filter(({ isDone }) => !isDone)
  if (left.length === 0) return decisions
  const proposals = await store.proposalsOf(agreementId)
  const done = await documents.read(agreementId, (doc) =>
    left.filter((each) => {
      const isInText = each.place !== null && maybeSuggestion(doc, each.place, each.proposalId) !== null
      if (each.place !== null) return each.outcome === 'reopen' ? isInText : !isInText
      const proposal = proposals.find(({ id }) => id === each.proposalId)
      if (!proposal) return false
      if (each.outcome === 'reject') return true
      const { madeId } = (JSON.parse(each.applied) ?? { madeId: '' }) as ChangeDone
      const isThere = isApplied(doc, changeOf(proposal), baseOf(proposal), madeId ?? '')
      return each.outcome === 'reopen' ? !isThere : isThere
    }),
  )
  const kept = new Set(done.map(({ id }) => id))
  await store.endDecisions(
    agreementId,
    done,
    left.flatMap(({ id }) => (kept.has(id) ? [] : id)),
  )
  return store.decisionsOf(agreementId)
}
