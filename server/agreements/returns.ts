import { createHash } from 'node:crypto'
import type { ReturnedChange } from '../../shared/agreement/returned-change.ts'
import {
  type FoundChange,
  RETURN_BOUNDS,
  type ReturnResult,
  type ReturnSummary,
  type ReturnView,
  type WantedReturnDecision,
} from '../../shared/protocol/endpoints-returns.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { isOwnReturn, mayBringBack, mayRemoveReturn } from '../access/returns.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { ReturnStore, StoredReturn, StoredReturnDecision } from '../storage/returns.ts'
import { inTurn } from './in-turn.ts'
import type { LiveDocuments } from './live-documents.ts'
import { createFinding, type Finding, type FindingParts } from './return-finding.ts'
import {
  idsMade,
  madeIdOf,
  otherHands,
  type ReturnWords,
  type TakeParts,
  type Taking,
  takeOther,
  takeWords,
} from './return-take.ts'

export type ReturnParts = Omit<TakeParts, 'documents'> &
  Omit<FindingParts, 'store' | 'agreements' | 'documents'> & {
    store: ReturnStore
    agreements: Pick<AgreementStore, 'knownBy' | 'lastSeq' | 'holdOf' | 'maybeAgreement'>
    documents: Pick<LiveDocuments, 'read' | 'edit' | 'settled'>
    /** Keeps the agreement as it is before much is proposed at once; the same id keeps it once. */
    keepVersion: (agreementId: string, personId: string, id: string) => Promise<unknown>
    clock: () => Date
    newId: () => string
    /** Leaves nothing of what was taken away in the files. */
    wipe: () => Promise<unknown>
  }

export type BroughtFile = { bytes: Uint8Array; fileName: string }
export type ReturnAnswer = { changeId: string; result: ReturnResult }

/** Word files that were worked on elsewhere and come back as a list of changes, to take over as proposals or to leave. */
export type Returns = ReturnType<typeof createReturns>

export function createReturns(parts: ReturnParts) {
  const finding = createFinding(parts)
  const turn = inTurn()
  return { ...bringing(parts, finding, turn), ...deciding(parts, finding, turn), close: finding.close }
}

type Turn = ReturnType<typeof inTurn>

function bringing(parts: ReturnParts, finding: Finding, turn: Turn) {
  const { store, agreements, clock, newId } = parts

  return {
    /**
     * Takes a file in and gives what it says otherwise; the same file of the same person once. Throws the refusals `not-allowed`, `agreement-fixed`,
     * `too-many-returns`, and those that say why a file can not be read.
     */
    bring: (by: Participation, { bytes, fileName }: BroughtFile): Promise<ReturnView> =>
      turn(by.agreementId, async () => {
        if (!mayBringBack(by)) throw new Refusal('not-allowed')
        await refuseHeld(parts, by.agreementId)
        const { agreementId, personId, partyId } = by
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const same = await store.maybeSame(agreementId, personId, sha256)
        if (same) return viewOf(parts, finding, by, same)
        if (!(await store.hasRoom(agreementId, bytes.length, RETURN_BOUNDS)))
          throw new Refusal('too-many-returns')
        const changes = await finding.inFile(agreementId, bytes)
        const added = {
          id: newId(),
          by: { personId, partyId, at: clock().toISOString() },
          ...{ fileName: oneLine(fileName), sha256, found: changes.filter(isOther).length },
        }
        if (!(await store.addReturn(agreementId, { ...added, bytes }, RETURN_BOUNDS)))
          throw new Refusal('too-many-returns')
        return viewOf(parts, finding, by, added)
      }),

    /** What a file says otherwise, for who keeps nothing of it. Throws as `bring` does where the file can not be read, and `unknown-agreement`. */
    async find(agreementId: string, bytes: Uint8Array): Promise<ReturnedChange[]> {
      if ((await agreements.maybeAgreement(agreementId)) === null) throw new Refusal('unknown-agreement')
      return finding.inFile(agreementId, bytes)
    },

    /** The files that this person brought; for who leads those of others too, without what they are called. The newest first. */
    async list(by: Participation): Promise<{ mayBring: boolean; returns: ReturnSummary[] }> {
      const { agreementId } = by
      const stored = (await store.returnsOf(agreementId)).filter((each) => mayRemoveReturn(by, each))
      const decisions = await store.returnDecisionsOf(agreementId)
      const names = await agreements.knownBy(agreementId, [
        ...new Set(stored.map((each) => each.by.personId)),
      ])
      const count = (id: string, outcome: string) =>
        decisions.filter((each) => each.returnId === id && each.outcome === outcome).length
      return {
        mayBring: mayBringBack(by),
        returns: stored.map((each) => ({
          ...aboutOf(each, by, names),
          found: each.found,
          taken: count(each.id, 'take'),
          left: count(each.id, 'leave'),
        })),
      }
    },

    /** What a file says otherwise than the agreement does now. Throws the refusals `unknown-return` and `not-allowed`. */
    see: async (by: Participation, id: string): Promise<ReturnView> =>
      viewOf(parts, finding, by, await ownReturn(parts, by, id)),
  }
}

const isOther = ({ meanwhile }: ReturnedChange): boolean => meanwhile !== 'already-so'

/** A name on one line, without signs that turn the direction or hide. */
const oneLine = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, RETURN_BOUNDS.fileName)

async function refuseHeld({ agreements }: ReturnParts, agreementId: string): Promise<void> {
  const hold = await agreements.holdOf(agreementId)
  if (hold !== null) throw new Refusal(hold === 'fixed' ? 'agreement-fixed' : 'agreement-archived')
}

async function ownReturn({ store }: ReturnParts, by: Participation, id: string): Promise<StoredReturn> {
  const stored = await store.maybeReturn(by.agreementId, id)
  if (stored === null) throw new Refusal('unknown-return')
  if (!isOwnReturn(by, stored)) throw new Refusal('not-allowed')
  return stored
}

type Named = { personId: string; name: string }

function aboutOf(stored: StoredReturn, by: Participation, people: readonly Named[]) {
  const { personId, partyId, at } = stored.by
  const isOwn = isOwnReturn(by, stored)
  return {
    returnId: stored.id,
    by: { personId, partyId, name: people.find((each) => each.personId === personId)?.name ?? '' },
    at,
    fileName: isOwn ? stored.fileName : '',
    isOwn,
    mayRemove: mayRemoveReturn(by, stored),
  }
}

async function viewOf(
  parts: ReturnParts,
  finding: Finding,
  by: Participation,
  stored: StoredReturn,
): Promise<ReturnView> {
  const { agreementId } = by
  const changes = await finding.of(agreementId, stored.id)
  const decided = await noteMade(parts, by, stored.id, changes)
  const people = await parts.agreements.knownBy(agreementId, [stored.by.personId])
  return {
    ...aboutOf(stored, by, people),
    changes: changes.map((change) => ({ ...change, decision: decided(change.id) })),
  }
}

/** Notes what was made of changes before a crash, with whom the file names for it. Gives what was decided. */
async function noteMade(
  parts: ReturnParts,
  by: Participation,
  returnId: string,
  changes: readonly ReturnedChange[],
): Promise<DecidedOf> {
  const decided = await decidedIn(parts, by.agreementId, returnId)
  const unnoted = changes.filter(({ id }) => {
    const decision = decided(id)
    return decision?.outcome === 'take' && decision.at === null
  })
  if (unnoted.length === 0) return decided
  const taken = unnoted.map((change) => ({
    ...{ change, madeId: madeIdOf(returnId, change.id) },
    outcome: 'take' as const,
  }))
  await keepDecisions(parts, by, returnId, taken)
  return decidedIn(parts, by.agreementId, returnId)
}

type DecidedOf = (changeId: string) => FoundChange['decision']

/** What was decided about the changes in a file: by what is kept, and by what there is where a crash came before that. */
async function decidedIn(parts: ReturnParts, agreementId: string, returnId: string): Promise<DecidedOf> {
  const decisions = (await parts.store.returnDecisionsOf(agreementId)).filter(
    (each) => each.returnId === returnId,
  )
  const byChange = new Map(decisions.map((each) => [each.changeId, each]))
  const made = await idsMade(parts, agreementId)
  return (changeId) => {
    const kept = byChange.get(changeId)
    if (kept?.outcome === 'take') return { outcome: 'take', at: kept.at }
    if (made.has(madeIdOf(returnId, changeId))) return { outcome: 'take', at: null }
    return kept ? { outcome: 'leave', at: kept.at } : null
  }
}

function deciding(parts: ReturnParts, finding: Finding, turn: Turn) {
  const { store, clock, wipe } = parts

  return {
    /**
     * Takes changes over as proposals or comments of who brought the file, or leaves them; what can not be done says why and holds up none of the
     * others. Throws the refusals `not-allowed`, `unknown-return`, `agreement-fixed`, and `too-many-proposals` or `too-many-comments`: what was done
     * before that stays.
     */
    decide: (
      by: Participation,
      id: string,
      wanted: readonly WantedReturnDecision[],
      words: ReturnWords,
    ): Promise<{ results: ReturnAnswer[]; view: ReturnView }> =>
      turn(by.agreementId, async () => {
        if (!mayBringBack(by)) throw new Refusal('not-allowed')
        const stored = await ownReturn(parts, by, id)
        await refuseHeld(parts, by.agreementId)
        const changes = await finding.of(by.agreementId, id)
        const plans = planned(wanted, changes, await decidedIn(parts, by.agreementId, id), id)
        const results = await carryOut(parts, by, id, plans, words)
        return { results, view: await viewOf(parts, finding, by, stored) }
      }),

    /** Takes a file away; what was taken over stays. Throws the refusals `not-allowed` and `unknown-return`. */
    remove: (by: Participation, id: string): Promise<void> =>
      turn(by.agreementId, async () => {
        const { agreementId, personId } = by
        const stored = await store.maybeReturn(agreementId, id)
        if (stored === null) throw new Refusal('unknown-return')
        if (!mayRemoveReturn(by, stored)) throw new Refusal('not-allowed')
        await store.removeReturn(agreementId, id, { personId, at: clock().toISOString() })
        finding.forget(agreementId, id)
        await wipe()
      }),
  }
}

type Plan = ReturnAnswer | (Taking & { outcome: WantedReturnDecision['outcome'] })

/** What there is to do, in the order in which it was asked; each change once. */
function planned(
  wanted: readonly WantedReturnDecision[],
  changes: readonly ReturnedChange[],
  decidedOf: DecidedOf,
  returnId: string,
): Plan[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const asked = new Set<string>()
  return wanted.map(({ changeId, outcome, here }): Plan => {
    const answer = (result: ReturnResult): ReturnAnswer => ({ changeId, result })
    const change = byId.get(changeId)
    if (change === undefined) return answer('not-open')
    const before = decidedOf(changeId)
    if (before?.outcome === outcome || asked.has(changeId)) return answer('already')
    if (before?.outcome === 'take') return answer('not-open')
    if (outcome === 'take' && change.meanwhile === 'already-so') return answer('already')
    if (change.here !== here) return answer('changed-meanwhile')
    asked.add(changeId)
    return { change, outcome, madeId: madeIdOf(returnId, changeId) }
  })
}

/** What is made comes first, then that it was: its ids say the same after a crash in between. */
async function carryOut(
  parts: ReturnParts,
  by: Participation,
  returnId: string,
  plans: readonly Plan[],
  words: ReturnWords,
): Promise<ReturnAnswer[]> {
  const open = plans.filter((plan) => 'change' in plan)
  const taken = open.filter(({ outcome }) => outcome === 'take')
  if (taken.length > 0) await keepVersionOnce(parts, by, returnId)
  const inText = taken.filter(({ change }) => change.what.kind === 'words')
  const failed = await takeWords(parts, by, inText)
  const results = new Map<string, ReturnResult>([...failed].map((id) => [id, 'changed-meanwhile']))
  const keep = (done: readonly (typeof open)[number][]) => keepDecisions(parts, by, returnId, done)
  await keep(
    open.filter(({ outcome, change }) =>
      outcome === 'leave' ? true : change.what.kind === 'words' && !failed.has(change.id),
    ),
  )
  if (inText.length > failed.size) parts.tell(by.agreementId)
  for (const each of taken.filter(({ change }) => change.what.kind !== 'words')) {
    const result = await takeOther(parts, by, each, words)
    results.set(each.change.id, result)
    if (result === 'done') await keep([each])
  }
  return plans.map((plan) =>
    'change' in plan ? { changeId: plan.change.id, result: results.get(plan.change.id) ?? 'done' } : plan,
  )
}

/** Before the first change of a file is taken over. That version may be gone by now: then there is nothing to do. */
async function keepVersionOnce(
  { keepVersion, store }: ReturnParts,
  { agreementId, personId }: Participation,
  returnId: string,
): Promise<void> {
  const decisions = await store.returnDecisionsOf(agreementId)
  if (decisions.some((each) => each.returnId === returnId && each.outcome === 'take')) return
  await keepVersion(agreementId, personId, madeIdOf(returnId, 'version')).catch((error) => {
    if (!(error instanceof Refusal) || error.problem !== 'unknown-version') throw error
  })
}

async function keepDecisions(
  { store, clock }: ReturnParts,
  by: Participation,
  returnId: string,
  plans: readonly (Taking & { outcome: WantedReturnDecision['outcome'] })[],
): Promise<void> {
  if (plans.length === 0) return
  const at = clock().toISOString()
  await store.putReturnDecisions(
    by.agreementId,
    by.personId,
    plans.map(({ change, madeId, outcome }): StoredReturnDecision => {
      const isTaken = outcome === 'take'
      const hands = isTaken ? otherHands(change.hands, by.name) : []
      return {
        ...{ returnId, changeId: change.id, outcome, at },
        ...{ madeId: isTaken ? madeId : null, hands: JSON.stringify(hands) },
      }
    }),
  )
}
