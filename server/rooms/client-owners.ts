import * as Y from 'yjs'
import { z } from 'zod'

const stored = z.record(z.string(), z.string())

/**
 * Which person first used a Yjs client id in this document. Whoever wrote under another's id would make everyone drop the victim's
 * next words as already known, so an id stays with its first person.
 */
export class ClientOwners {
  readonly #owners = new Map<number, string>()

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

  /** Claims what an entry of the log shows. */
  claimFromUpdate(update: Uint8Array, personId: string): void {
    for (const clientId of Y.parseUpdateMeta(update).from.keys()) this.claim(clientId, personId)
  }

  /** The persons by whom something in `doc` was written. Who only took away, or showed a cursor, is none of them. */
  writersOf(doc: Y.Doc): Set<string> {
    return new Set([...doc.store.clients.keys()].flatMap((id) => this.#owners.get(id) ?? []))
  }

  /** Those that have written into `doc`, for the snapshot; ids that only showed a cursor are not worth keeping. */
  write(doc: Y.Doc): string {
    const writers = [...doc.store.clients.keys()].map((id) => [id, this.#owners.get(id)] as const)
    return JSON.stringify(Object.fromEntries(writers.filter(([, owner]) => owner !== undefined)))
  }

  /** Claims what a snapshot remembers. Throws when that is not what `write` wrote. */
  read(authors: string): void {
    for (const [clientId, personId] of Object.entries(stored.parse(JSON.parse(authors)))) {
      this.claim(Number(clientId), personId)
    }
  }
}
