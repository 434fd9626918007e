import * as Y from 'yjs'

/** Of a line that two type in at once the last few letters count; what was replaced long ago is known by nobody who writes now. */
const MOST = 500

/**
 * What single values were before they were replaced. Yjs throws that away, but when two set one value at once it must be known what both
 * began with. Call `note` for each transaction before Yjs collects what it deleted (`beforeObserverCalls`).
 */
export class ReplacedValues {
  /** By the Yjs id of who set it. What was taken out and not replaced reads as empty. */
  #values = new Map<string, unknown>()

  note({ changed }: Y.Transaction): void {
    for (const [type, keys] of changed) {
      if (!(type instanceof Y.Map)) continue
      for (const key of keys) if (key !== null) this.#noteReplaced(type._map.get(key))
    }
  }

  /** The value that was set with this id; empty for none, undefined where it is not known any more, or was never replaced. */
  at(id: Y.ID | null): unknown {
    return id === null ? '' : this.#values.get(nameOf(id))
  }

  #noteReplaced(item: Y.Item | undefined): void {
    if (item?.deleted) this.#keep(item.lastId, '')
    for (let at = item?.left ?? null; at?.content instanceof Y.ContentAny; at = at.left)
      this.#keep(at.lastId, at.content.arr.at(-1))
  }

  #keep(id: Y.ID, value: unknown): void {
    this.#values.set(nameOf(id), value)
    if (this.#values.size > MOST) this.#values.delete(this.#values.keys().next().value ?? '')
  }
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}-${clock}`
