import { UpdateGroups } from './merge-updates.ts'
import { encodePresence, type PresenceEntry } from './presence.ts'
import { awarenessMessage, updateMessage } from './wire.ts'

/** Something told to everybody in a room, with its message as it goes over the wire, made once for all. */
export type Telling =
  | { kind: 'update'; update: Uint8Array; message: Uint8Array }
  | { kind: 'presence'; entries: readonly PresenceEntry[]; message: Uint8Array }

export const updateTelling = (update: Uint8Array): Telling => ({
  kind: 'update',
  update,
  message: updateMessage(update),
})

export const presenceTelling = (entries: readonly PresenceEntry[]): Telling => ({
  kind: 'presence',
  entries,
  message: awarenessMessage(encodePresence(entries)),
})

/** What waits for a reader who is behind: updates, merged as they come, and of every cursor only the newest state. */
export class Backlog {
  readonly #updates = new UpdateGroups()
  readonly #presence = new Map<number, PresenceEntry>()
  #presenceBytes = 0

  get bytes(): number {
    return this.#updates.bytes + this.#presenceBytes
  }

  add(telling: Telling): void {
    if (telling.kind === 'update') this.#updates.add(telling.update)
    else for (const entry of telling.entries) this.#addPresence(entry)
  }

  /** The messages that bring the reader up to date. */
  messages(): Uint8Array[] {
    const messages: Uint8Array[] = []
    if (this.#updates.bytes > 0) messages.push(updateMessage(this.#updates.merged()))
    if (this.#presence.size > 0) messages.push(awarenessMessage(encodePresence([...this.#presence.values()])))
    return messages
  }

  #addPresence(entry: PresenceEntry): void {
    const before = this.#presence.get(entry.clientId)
    this.#presenceBytes += entry.state.length - (before?.state.length ?? 0)
    this.#presence.set(entry.clientId, entry)
  }
}
