import * as Y from 'yjs'
import { z } from 'zod'
import type { KeptEntry, ShownClient } from '../storage/document-log.ts'
import { LIMITS } from './limits.ts'

const owners = z.record(z.string(), z.string())
/** Snapshots that know of no beginning hold the owners alone. */
const stored = z.union([
  z.object({ owners, beginning: z.array(z.number().int()) }),
  owners.transform((all) => ({ owners: all, beginning: [] })),
])

/**
 * Which person first used a Yjs client id in this document, by a struct or by a cursor. Whoever wrote under another's id would make
 * everyone drop the victim's next words as already known, so an id stays with its first person. Of ids that only showed a cursor each
 * person has the newest `LIMITS.shownIds`: whoever shows many pushes out nobody's but the own.
 */
export class ClientOwners {
  readonly #owners = new Map<number, string>()
  /** Ids that wrote what the document began with: a template's words are nobody's, though somebody started it. */
  readonly #beginning = new Set<number>()
  /** Of each person the ids that only showed a cursor, the oldest first. */
  readonly #shown = new Map<string, Set<number>>()

  /** True when the id is free or already this person's. */
  mayUse(clientId: number, personId: string): boolean {
    return (this.#owners.get(clientId) ?? personId) === personId
  }

  /** Gives a free id that wrote something to its person. */
  claim(clientId: number, personId: string): void {
    const owner = this.#owners.get(clientId)
    if (owner === undefined) this.#owners.set(clientId, personId)
    else this.#shown.get(owner)?.delete(clientId)
  }

  /** Gives a free id that showed a cursor to its person; false when it had an owner before. */
  show(clientId: number, personId: string): boolean {
    if (this.#owners.has(clientId)) return false
    this.#owners.set(clientId, personId)
    const mine = this.#shown.get(personId) ?? new Set()
    this.#shown.set(personId, mine.add(clientId))
    const [oldest] = mine
    if (mine.size > LIMITS.shownIds && oldest !== undefined) {
      mine.delete(oldest)
      this.#owners.delete(oldest)
    }
    return true
  }

  ownerOf(clientId: number): string | null {
    return this.#owners.get(clientId) ?? null
  }

  /** Claims what an entry of the log shows; the first one is the document's beginning. */
  claimFromEntry({ seq, bytes, personId }: KeptEntry): void {
    for (const clientId of Y.parseUpdateMeta(bytes).from.keys()) {
      this.claim(clientId, personId)
      if (seq === 1) this.#beginning.add(clientId)
    }
  }

  /** Takes back who showed a cursor in an earlier life of the document; after what is written, which goes before. */
  readShown(shown: readonly ShownClient[]): void {
    for (const { clientId, personId } of shown) this.show(clientId, personId)
  }

  /** The persons by whom something in `doc` was written. Who only took away, or showed a cursor, is none of them. */
  writersOf(doc: Y.Doc): Set<string> {
    return new Set([...doc.store.clients.keys()].flatMap((id) => this.#owners.get(id) ?? []))
  }

  /** The client ids by which people wrote what still stands in `doc`, with their persons; not those it began with. */
  clientIdsIn(doc: Y.Doc): Map<number, string> {
    return new Map(this.#ownedIn(doc).filter(([id]) => !this.#beginning.has(id) && hasWords(doc, id)))
  }

  /** Those that have written into `doc`, for the snapshot; who only showed a cursor stands beside it in the log. */
  write(doc: Y.Doc): string {
    return JSON.stringify({ owners: Object.fromEntries(this.#ownedIn(doc)), beginning: [...this.#beginning] })
  }

  /** Claims what a snapshot remembers. Throws when that is not what `write` wrote. */
  read(authors: string): void {
    const { owners, beginning } = stored.parse(JSON.parse(authors))
    for (const [clientId, personId] of Object.entries(owners)) this.claim(Number(clientId), personId)
    for (const clientId of beginning) this.#beginning.add(clientId)
  }

  #ownedIn(doc: Y.Doc): (readonly [number, string])[] {
    return [...doc.store.clients.keys()].flatMap((id) => {
      const owner = this.#owners.get(id)
      return owner === undefined ? [] : [[id, owner] as const]
    })
  }
}

/** Every page that was ever opened has an id of its own: those of which nothing is left would make every answer grow for ever. */
function hasWords(doc: Y.Doc, clientId: number): boolean {
  return doc.store.clients.get(clientId)?.some(({ deleted }) => !deleted) ?? false
}
