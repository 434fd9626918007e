import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import type { Presence } from '../../shared/protocol/live.ts'
import { LIMITS } from './limits.ts'
import type { Member } from './member.ts'

/** One line of an awareness message: `state` is JSON, `null` for somebody who left. */
export type PresenceEntry = { clientId: number; clock: number; state: string }

/** Reads the content of an awareness message (y-protocols, `awareness`); null when it is none. */
export function maybePresenceEntries(bytes: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = createDecoder(bytes)
    const count = readVarUint(decoder)
    const entries: PresenceEntry[] = []
    for (let n = 0; n < count; n += 1) {
      entries.push({
        clientId: readVarUint(decoder),
        clock: readVarUint(decoder),
        state: readVarString(decoder),
      })
    }
    return entries
  } catch {
    return null
  }
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const { clientId, clock, state } of entries) {
    writeVarUint(encoder, clientId)
    writeVarUint(encoder, clock)
    writeVarString(encoder, state)
  }
  return toUint8Array(encoder)
}

/**
 * The state as others get it: what the client says of cursor and place, `user` by what the server knows, and what is shown to everybody
 * from who may show it. Null when malformed.
 */
export function maybeStampedState(state: string, member: Member): string | null {
  if (state.length > LIMITS.presence) return null
  try {
    const claimed: unknown = JSON.parse(state)
    if (claimed === null) return 'null'
    if (typeof claimed !== 'object' || Array.isArray(claimed)) return null
    const { presents, ...said } = claimed as { presents?: unknown }
    const shown = mayPresent(member, presents) ? { presents } : {}
    return JSON.stringify({ ...said, ...shown, user: userOf(member) })
  } catch {
    return null
  }
}

/** An article is shown to everybody by who leads, at this moment; ids are as long as `presence` says. */
function mayPresent({ role, readsOnly }: Member, articleId: unknown): boolean {
  if (role !== 'facilitator' || readsOnly) return false
  return typeof articleId === 'string' && articleId !== '' && articleId.length <= 80
}

function userOf({ personId, name, partyId, role }: Member): Presence['user'] {
  return { personId, name, partyId, role }
}

/** Who is present now. Never stored. Clocks are the clients' own, as y-protocols wants them. */
export class PresenceBoard {
  readonly #shown = new Map<number, PresenceEntry>()

  /** Takes a newer state; false when it is not news. */
  show(entry: PresenceEntry): boolean {
    const known = this.#shown.get(entry.clientId)
    if (entry.state === 'null') {
      return known !== undefined && entry.clock >= known.clock && this.#shown.delete(entry.clientId)
    }
    if (known && entry.clock <= known.clock) return false
    this.#shown.set(entry.clientId, entry)
    return true
  }

  maybeShown(clientId: number): PresenceEntry | null {
    return this.#shown.get(clientId) ?? null
  }

  /** Takes these away and gives what tells others: the last clock with null counts as newer in y-protocols. */
  remove(clientIds: Iterable<number>): PresenceEntry[] {
    const gone: PresenceEntry[] = []
    for (const clientId of clientIds) {
      const known = this.#shown.get(clientId)
      if (known && this.#shown.delete(clientId)) gone.push({ ...known, state: 'null' })
    }
    return gone
  }

  /** Everybody but these. */
  others(own: ReadonlySet<number>): PresenceEntry[] {
    return [...this.#shown.values()].filter((entry) => !own.has(entry.clientId))
  }
}
