import * as Y from 'yjs'
import { withNamedOnly } from '../../shared/document/named-deletes.ts'
import type { RefusalReason } from '../../shared/protocol/live.ts'
import type { ClientOwners } from './client-owners.ts'
import { isGone, isUntouched, overlap } from './deleted-runs.ts'
import type { Span } from './join-typing.ts'
import { LIMITS } from './limits.ts'
import { type DeletedRun, maybePlainEdit, type PlainEdit } from './plain-edit.ts'
import { QuietDoc } from './quiet-doc.ts'
import { addsTooDeep } from './type-depth.ts'
import { type Known, maybeStructure } from './update-structure.ts'

/**
 * `new` carries the update as Yjs itself would tell it on: only what was not known, nothing behind its end; deletions as they came. `span`
 * says what it adds, when that is of one client.
 */
export type Verdict =
  | { kind: 'new'; update: Uint8Array; span: Span | null }
  | { kind: 'known' }
  | { kind: 'refused'; reason: RefusalReason }

const refused = (reason: RefusalReason): Verdict => ({ kind: 'refused', reason })

/** After so many plain edits in a row the document of its own is given back. */
const PLAIN_IN_A_ROW = 25
/** Runs on their way to the disk that a plain edit is compared with; with more of them it is looked at the usual way. */
const MOST_DELETING = 200

/**
 * Says whether an update may go into the log. Plain edits, which cannot break a document, are judged by what they build on alone. Any
 * other is tried on a document of its own, which also holds what was taken but is not kept yet; a bad update can break only that
 * one, and it is made anew from `kept` and `pending`.
 */
export class UpdateGate {
  readonly #kept: () => Y.Doc
  readonly #pending: () => Iterable<Uint8Array>
  readonly #owners: ClientOwners
  #trial: Y.Doc | null = null
  #plainInARow = 0
  /** Up to where plain edits that are on their way to the disk reach, by client. */
  readonly #reach = new Map<number, number>()
  /** What such edits delete. */
  #deleting: DeletedRun[] = []
  /** True when something on its way to the disk is in neither of the two above. */
  #needsTrial = false

  constructor(kept: () => Y.Doc, pending: () => Iterable<Uint8Array>, owners: ClientOwners) {
    this.#kept = kept
    this.#pending = pending
    this.#owners = owners
  }

  /** Judges the update; when it is `new`, it counts as taken for the ones after it, and its new client ids are the person's. */
  check(update: Uint8Array, personId: string): Verdict {
    this.#lookBack()
    const known = this.#needsTrial ? knownIn(this.#trialDocument()) : this.#knownWithoutTrial
    const plain = maybePlainEdit(update, known)
    this.#plainInARow = plain ? this.#plainInARow + 1 : 0
    const verdict = plain && !this.#needsTrial ? this.#maybeTaken(update, plain, personId) : null
    return verdict ?? this.#checkByTrial(update, personId, known)
  }

  /** True when what is on disk says all of this already. Who answers what they have names every deletion again, also where nothing is new. */
  isKnown(update: Uint8Array): boolean {
    const known = knownIn(this.#kept())
    const structure = maybeStructure(update, known)
    if (!structure?.complete) return false
    const { reach, deleted } = structure
    return (
      [...reach].every(([client, clock]) => clock <= known(client)) &&
      deleted.every((run) => isGone(this.#kept(), run))
    )
  }

  /** Forgets what was taken and not kept, or was broken; also the way to give back memory. */
  reset(): void {
    this.#trial?.destroy()
    this.#trial = null
    this.#reach.clear()
    this.#deleting = []
    this.#needsTrial = true
  }

  /** When all that was taken is kept, `kept` alone is enough again. A document of its own stays while it is used. */
  #lookBack(): void {
    if (isEmpty(this.#pending())) {
      const stays = this.#trial !== null && this.#plainInARow < PLAIN_IN_A_ROW
      if (!stays) this.reset()
      this.#needsTrial = stays
    }
  }

  readonly #knownWithoutTrial: Known = (client) =>
    Math.max(Y.getState(this.#kept().store, client), this.#reach.get(client) ?? 0)

  /** Null when it must be looked at the usual way. */
  #maybeTaken(update: Uint8Array, { typed, deleted }: PlainEdit, personId: string): Verdict | null {
    if (!typed && deleted.every((run) => isGone(this.#kept(), run))) return { kind: 'known' }
    if (!deleted.every((run, at) => this.#mayDelete(run, deleted.slice(0, at)))) return null
    if (typed && !this.#owners.mayUse(typed.client, personId)) return refused('foreign_client')
    if (typed) {
      this.#owners.claim(typed.client, personId)
      this.#reach.set(typed.client, typed.to)
    }
    this.#deleting.push(...deleted)
    // A copy: what came in is a view of all that came in with it.
    return { kind: 'new', update: update.slice(), span: typed }
  }

  /** What was deleted already must not be named again: it may have fallen along with something else. */
  #mayDelete(run: DeletedRun, before: readonly DeletedRun[]): boolean {
    if (this.#deleting.length > MOST_DELETING || !isUntouched(this.#kept(), run)) return false
    return ![...this.#deleting, ...before].some((other) => overlap(run, other))
  }

  #checkByTrial(update: Uint8Array, personId: string, known: Known): Verdict {
    const structure = maybeStructure(update, known)
    if (!structure) return refused('malformed')
    if (!structure.complete) return refused('gap')
    const writers = [...structure.reach]
      .filter(([client, reach]) => reach > known(client))
      .map(([client]) => client)
    if (!writers.every((client) => this.#owners.mayUse(client, personId))) return refused('foreign_client')
    const takenOut = structure.deleted.filter((run) => !isGone(this.#kept(), run)).length
    if (writers.length === 0 && takenOut === 0) return { kind: 'known' }
    if (takenOut > LIMITS.deletedRuns) return refused('too_large')
    const before = new Map(writers.map((client) => [client, known(client)]))
    const trial = this.#trialDocument()
    const applied = this.#apply(trial, update, maybeSpan(before, structure.reach))
    const verdict = addsTooDeep(trial, before) ? refused('malformed') : applied
    if (verdict.kind === 'new') for (const client of writers) this.#owners.claim(client, personId)
    if (verdict.kind === 'refused') this.reset()
    return verdict
  }

  #trialDocument(): Y.Doc {
    this.#needsTrial = true
    if (!this.#trial) {
      this.#trial = new QuietDoc()
      Y.applyUpdate(this.#trial, Y.encodeStateAsUpdate(this.#kept()))
      for (const update of this.#pending()) Y.applyUpdate(this.#trial, update)
    }
    return this.#trial
  }

  #apply(trial: Y.Doc, update: Uint8Array, span: Span | null): Verdict {
    const told: Uint8Array[] = []
    const listen = (news: Uint8Array) => told.push(news)
    trial.on('update', listen)
    try {
      Y.applyUpdate(trial, update)
    } catch {
      return refused('malformed')
    } finally {
      trial.off('update', listen)
    }
    // All it builds on is there, and still it waits: its own parts wait for each other. Asking for what is missing would not help.
    if (trial.store.pendingStructs || trial.store.pendingDs) return refused('malformed')
    return told[0] ? { kind: 'new', update: withNamedOnly(told[0], update), span } : { kind: 'known' }
  }
}

const knownIn =
  (doc: Y.Doc): Known =>
  (client) =>
    Y.getState(doc.store, client)

function isEmpty(all: Iterable<unknown>): boolean {
  for (const _ of all) return false
  return true
}

function maybeSpan(before: ReadonlyMap<number, number>, reach: ReadonlyMap<number, number>): Span | null {
  const [first] = before
  if (!first || before.size > 1) return null
  const [client, from] = first
  return { client, from, to: reach.get(client) ?? from }
}
