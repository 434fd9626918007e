import * as Y from 'yjs'

/** `Y.mergeUpdates` sorts all that it was given again at every step: 3,000 at once take ten times as long as in groups of this size. */
const GROUP = 16

/** Merges at least one update into one, in time in proportion to their number. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= GROUP) return Y.mergeUpdates([...updates])
  const groups = new UpdateGroups()
  for (const update of updates) groups.add(update)
  return groups.merged()
}

/** Updates that come one after another and are merged on the way: sixteen into one, sixteen of those into one, and so on. */
export class UpdateGroups {
  readonly #levels: Uint8Array[][] = []
  #bytes = 0

  /** Bytes of what it holds. */
  get bytes(): number {
    return this.#bytes
  }

  add(update: Uint8Array): void {
    this.#bytes += update.length
    this.#put(update, 0)
  }

  /** All as one update. Throws when nothing was added. */
  merged(): Uint8Array {
    return Y.mergeUpdates(this.#levels.flat())
  }

  #put(update: Uint8Array, level: number): void {
    const group = this.#levels[level] ?? []
    group.push(update)
    this.#levels[level] = group
    if (group.length < GROUP) return
    const one = Y.mergeUpdates(group)
    this.#bytes += one.length - group.reduce((sum, { length }) => sum + length, 0)
    this.#levels[level] = []
    this.#put(one, level + 1)
  }
}
