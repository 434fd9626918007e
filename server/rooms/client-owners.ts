import * as Y from 'yjs'
import { z } from 'zod'
import type { KeptEntry } from '../storage/document-log.ts'

const owners = z.record(z.string(), z.string())
/** Snapshots that know of no beginning hold the owners alone. */
const stored = z.union([
  z.object({ owners, beginning: z.array(z.number().int()) }),
  owners.transform((all) => ({ owners: all, beginning: [] })),
])

/**
 * Which person first used a Yjs client id in this document. Whoever wrote under another's id would make everyone drop the victim's
 * next words as already known, so an id stays with its first person.
 */
export class ClientOwners {
  readonly #owners = new Map<number, string>()
  /** Ids that wrote what the document began with: a template's words are nobody's, though somebody started it. */
  readonly #beginning = new Set<number>()

  /** True when the id is free or already this person's. */
  mayUse(clientId: number, personId: string): boolean {
    return (this.#owners.get(clientId) ?? personId) === personId
  }

  claim(clientId: number, personId: string): void {
    if (!this.#owners.has(clientId)) this.#owners.set(clientId, personId)
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

  /** The persons by whom something in `doc` was written. Who only took away, or showed a cursor, is none of them. */
  writersOf(doc: Y.Doc): Set<string> {
    return new Set([...doc.store.clients.keys()].flatMap((id) => this.#owners.get(id) ?? []))
  }

  /** The client ids by which people wrote in `doc` since it began, with their persons. */
  clientIdsIn(doc: Y.Doc): Map<number, string> {
    return new Map(this.#ownedIn(doc).filter(([id]) => !this.#beginning.has(id)))
  }

  /** Those that have written into `doc`, for the snapshot; ids that only showed a cursor are not worth keeping. */
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
