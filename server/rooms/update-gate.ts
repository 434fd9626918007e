import * as Y from 'yjs'
import { withNamedOnly } from '../../shared/document/named-deletes.ts'
import type { RefusalReason } from '../../shared/protocol/live.ts'
import type { ClientOwners } from './client-owners.ts'
import type { Span } from './join-typing.ts'
import { QuietDoc } from './quiet-doc.ts'
import { addsTooDeep } from './type-depth.ts'
import { maybeStructure } from './update-structure.ts'

/**
 * `new` carries the update as Yjs itself would tell it on: only what was not known, nothing behind its end; deletions as they came. `span`
 * says what it adds, when that is of one client.
 */
export type Verdict =
  | { kind: 'new'; update: Uint8Array; span: Span | null }
  | { kind: 'known' }
  | { kind: 'refused'; reason: RefusalReason }

const refused = (reason: RefusalReason): Verdict => ({ kind: 'refused', reason })

/**
 * Says whether an update may go into the log. It is tried on a document of its own, which also holds what was taken but is not
 * kept yet; a bad update can break only that one, and it is made anew from `kept` and `pending`.
 */
export class UpdateGate {
  readonly #kept: Y.Doc
  readonly #pending: () => Iterable<Uint8Array>
  readonly #owners: ClientOwners
  #trial: Y.Doc | null = null

  constructor(kept: Y.Doc, pending: () => Iterable<Uint8Array>, owners: ClientOwners) {
    this.#kept = kept
    this.#pending = pending
    this.#owners = owners
  }

  /** Judges the update; when it is `new`, it counts as taken for the ones after it, and its new client ids are the person's. */
  check(update: Uint8Array, personId: string): Verdict {
    const trial = this.#trialDocument()
    const known = (client: number) => Y.getState(trial.store, client)
    const structure = maybeStructure(update, known)
    if (!structure) return refused('malformed')
    if (!structure.complete) return refused('gap')
    const writers = [...structure.reach]
      .filter(([client, reach]) => reach > known(client))
      .map(([client]) => client)
    if (!writers.every((client) => this.#owners.mayUse(client, personId))) return refused('foreign_client')
    const before = new Map(writers.map((client) => [client, known(client)]))
    const applied = this.#apply(trial, update, maybeSpan(before, structure.reach))
    const verdict = addsTooDeep(trial, before) ? refused('malformed') : applied
    if (verdict.kind === 'new') for (const client of writers) this.#owners.claim(client, personId)
    if (verdict.kind === 'refused') this.reset()
    return verdict
  }

  /** Forgets what was taken and not kept, or was broken; also the way to give back memory. */
  reset(): void {
    this.#trial?.destroy()
    this.#trial = null
  }

  #trialDocument(): Y.Doc {
    if (!this.#trial) {
      this.#trial = new QuietDoc()
      Y.applyUpdate(this.#trial, Y.encodeStateAsUpdate(this.#kept))
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
    // A second event would be Yjs tidying formats behind the update; every peer does that for itself.
    return told[0] ? { kind: 'new', update: withNamedOnly(told[0], update), span } : { kind: 'known' }
  }
}

function maybeSpan(before: ReadonlyMap<number, number>, reach: ReadonlyMap<number, number>): Span | null {
  const [first] = before
  if (!first || before.size > 1) return null
  const [client, from] = first
  return { client, from, to: reach.get(client) ?? from }
}
