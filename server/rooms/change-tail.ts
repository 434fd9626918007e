import type * as Y from 'yjs'
import { placesChanged } from '../../shared/document/places-changed.ts'
import type { KeptEntry, LogChange } from '../storage/document-log.ts'
import { joinChanges } from './join-changes.ts'

/** Of an entry: all but what it did. */
export type Stamp = Omit<KeptEntry, 'bytes'>

/** One person's edits in one place: their numbers in the log and their times, side by side. */
type Edits = { place: string; personId: string; seqs: number[]; times: number[] }

/**
 * Who changed what in the entries after the last snapshot. An entry costs a look-up and two numbers; stretches of work are made of
 * them when somebody asks, or when the next snapshot takes them along.
 */
export class ChangeTail {
  #edits = new Map<string, Edits>()

  /** Remembers what a transaction that applied the entry changed. What a document began with is nobody's change. */
  note({ seq, personId, at }: Stamp, transaction: Y.Transaction): void {
    if (seq === 1) return
    for (const place of placesChanged(transaction)) {
      const edits = this.#editsOf(personId, place)
      edits.seqs.push(seq)
      edits.times.push(at)
    }
  }

  /** The changes in entries after `seq`. */
  after(seq: number): LogChange[] {
    return [...this.#edits.values()].flatMap((edits) => joinChanges(singles(edits, seq)))
  }

  /** Forgets entries up to and including `seq`: a snapshot has taken them along. */
  forgetUpTo(seq: number): void {
    for (const [key, edits] of this.#edits) {
      const first = firstAfter(edits, seq)
      edits.seqs.splice(0, first)
      edits.times.splice(0, first)
      if (edits.seqs.length === 0) this.#edits.delete(key)
    }
  }

  #editsOf(personId: string, place: string): Edits {
    const key = `${personId}\n${place}`
    let edits = this.#edits.get(key)
    if (!edits) {
      edits = { place, personId, seqs: [], times: [] }
      this.#edits.set(key, edits)
    }
    return edits
  }
}

function singles({ place, personId, ...edits }: Edits, seq: number): LogChange[] {
  const first = firstAfter({ place, personId, ...edits }, seq)
  return edits.times.slice(first).map((at) => ({ place, personId, from: at, to: at, edits: 1 }))
}

function firstAfter({ seqs }: Edits, seq: number): number {
  const first = seqs.findIndex((one) => one > seq)
  return first === -1 ? seqs.length : first
}
