import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** What was deleted, as Yjs keeps it: runs of clocks by client id. */
export type Deletes = ReturnType<typeof Y.createDeleteSet>

/** What an update itself says is deleted. What falls along with it, such as the letters in a deleted paragraph, need not be named. */
export const deletesNamedIn = (update: Uint8Array): Deletes => Y.decodeUpdate(update).ds

/** True when the set names this clock of a client. */
export const isNamed = (deletes: Deletes, client: number, clock: number): boolean =>
  Y.isDeleted(deletes, Y.createID(client, clock))

/** True when an update deletes something. Its last number is then the length of a run, and never 0 (Yjs update format 1). */
export const namesDeletes = (update: Uint8Array): boolean => update.at(-1) !== 0

/**
 * An update as Yjs tells it on names everything its transaction deleted, also what fell along. This gives it with no more named than
 * its maker named. Who applies it deletes the same: what falls along does so on every side by itself.
 */
export function withNamedOnly(told: Uint8Array, made: Uint8Array): Uint8Array {
  if (!namesDeletes(told)) return told
  const all = deletesNamedIn(told)
  const named = intersection(all, deletesNamedIn(made))
  return Y.equalDeleteSets(all, named) ? told : withDeletes(told, all, named)
}

/** So many sets are put together at once. */
const MANY = 128

/**
 * Which deletions of a document somebody meant. The rest of what is deleted in it fell along, and must not be named by who sends the
 * document on: who lost words in it finds them by that.
 */
export class NamedDeletes {
  readonly #doc: Y.Doc
  #sets: Deletes[] = []
  /** What is deleted now and what of it is named; null after a change. */
  #now: { all: Deletes; named: Deletes } | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** Takes what an update names, after it was applied. Every change of the document must be told, here or by `addSet`. */
  add(update: Uint8Array): void {
    this.#now = null
    if (namesDeletes(update)) this.addSet(deletesNamedIn(update))
  }

  addSet(deletes: Deletes): void {
    this.#now = null
    if (deletes.clients.size === 0) return
    this.#sets.push(deletes)
    if (this.#sets.length > MANY) this.#sets = [Y.mergeDeleteSets(this.#sets)]
  }

  /** Takes what the update that the whole document came from names. Cheap when that is all that is deleted in it. */
  addWhole(update: Uint8Array): void {
    const all = Y.createDeleteSetFromStructStore(this.#doc.store)
    this.addSet(endsWith(update, encodeDeletes(all)) ? all : deletesNamedIn(update))
  }

  /**
   * The document, or what a client with this state vector lacks of it, with nothing named but what was meant. What waits in it for an
   * earlier update is left out: it came from the other side.
   */
  encode(stateVector?: Uint8Array): Uint8Array {
    const update = this.#withoutPending(() => Y.encodeStateAsUpdate(this.#doc, stateVector))
    const { all, named } = this.#look()
    return all === named ? update : withDeletes(update, all, named)
  }

  #withoutPending<T>(action: () => T): T {
    const { store } = this.#doc
    const { pendingStructs, pendingDs } = store
    store.pendingStructs = null
    store.pendingDs = null
    try {
      return action()
    } finally {
      store.pendingStructs = pendingStructs
      store.pendingDs = pendingDs
    }
  }

  #look(): { all: Deletes; named: Deletes } {
    if (this.#now) return this.#now
    const all = Y.createDeleteSetFromStructStore(this.#doc.store)
    const named = Y.mergeDeleteSets(this.#sets)
    this.#sets = [named]
    this.#now = { all, named: Y.equalDeleteSets(all, named) ? all : intersection(all, named) }
    return this.#now
  }
}

/** The update ends with what it names, in the one way Yjs writes that. */
function withDeletes(update: Uint8Array, now: Deletes, next: Deletes): Uint8Array {
  const structs = update.subarray(0, update.length - encodeDeletes(now).length)
  const tail = encodeDeletes(next)
  const whole = new Uint8Array(structs.length + tail.length)
  whole.set(structs)
  whole.set(tail, structs.length)
  return whole
}

/** As `writeDeleteSet` of Yjs does in update format 1: clients from high to low, each with its runs. */
function encodeDeletes({ clients }: Deletes): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, clients.size)
  for (const [client, runs] of [...clients].sort(([a], [b]) => b - a)) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, runs.length)
    for (const { clock, len } of runs) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, len)
    }
  }
  return toUint8Array(encoder)
}

function endsWith(bytes: Uint8Array, tail: Uint8Array): boolean {
  const start = bytes.length - tail.length
  return start >= 0 && tail.every((byte, index) => bytes[start + index] === byte)
}

/** What both name. */
function intersection(a: Deletes, b: Deletes): Deletes {
  const both = Y.createDeleteSet()
  const [mine, theirs] = [Y.mergeDeleteSets([a]).clients, Y.mergeDeleteSets([b]).clients]
  for (const [client, runs] of mine) {
    const shared = overlaps(runs, theirs.get(client) ?? [])
    if (shared.length > 0) both.clients.set(client, shared)
  }
  return both
}

type Run = { clock: number; len: number }

/** Both in order, neither with runs that touch. */
function overlaps(mine: readonly Run[], theirs: readonly Run[]): Run[] {
  const found: Run[] = []
  let [m, t] = [0, 0]
  for (let run = mine[m], other = theirs[t]; run && other; run = mine[m], other = theirs[t]) {
    const clock = Math.max(run.clock, other.clock)
    const end = Math.min(run.clock + run.len, other.clock + other.len)
    if (end > clock) found.push({ clock, len: end - clock })
    if (run.clock + run.len === end) m++
    else t++
  }
  return found
}
