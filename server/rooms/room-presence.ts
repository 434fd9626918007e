import type { ShownClient } from '../storage/document-log.ts'
import type { Attendance } from './attendance.ts'
import { presenceTelling } from './backlog.ts'
import type { ClientOwners } from './client-owners.ts'
import type { Clock } from './clock.ts'
import { LIMITS } from './limits.ts'
import type { Member } from './member.ts'
import {
  encodePresence,
  maybePresenceEntries,
  maybeStampedState,
  PresenceBoard,
  type PresenceEntry,
} from './presence.ts'
import type { OpenSession, Session } from './session.ts'
import { awarenessMessage } from './wire.ts'

export type RoomPresenceParts = {
  attendance: Attendance
  owners: ClientOwners
  clock: Clock
  /** Told when a client id has its first person by a cursor. */
  onShown: (client: ShownClient) => void
  /** True while words are on their way to the disk, which a cursor can go with. */
  mayWait: () => boolean
}

/** Who shows a cursor in a room. Never stored; goes with its connection. */
export class RoomPresence {
  readonly #attendance: Attendance
  readonly #owners: ClientOwners
  readonly #clock: Clock
  readonly #onShown: (client: ShownClient) => void
  readonly #mayWait: () => boolean
  readonly #board = new PresenceBoard()
  /** Of each client id the newest state that waits for the words before it. */
  #waiting = new Map<number, PresenceEntry>()
  #stopWaiting: (() => void) | null = null

  constructor({ attendance, owners, clock, onShown, mayWait }: RoomPresenceParts) {
    this.#attendance = attendance
    this.#owners = owners
    this.#clock = clock
    this.#onShown = onShown
    this.#mayWait = mayWait
  }

  /** Takes an awareness message. What is not the sender's own is dropped without a word: stock clients repeat that of others. */
  show(session: Session, now: OpenSession, states: Uint8Array): void {
    const entries = maybePresenceEntries(states)
    if (!entries) {
      this.#attendance.strike(session)
      return
    }
    const own = entries.flatMap((entry) => this.#maybeStamped(session.member, now, entry) ?? [])
    const news = own.filter((entry) => this.#board.show(entry))
    // The sender too: y-websocket takes half a minute without any message, its own presence included, for a dead connection.
    for (const entry of news) this.#waiting.set(entry.clientId, entry)
    if (this.#mayWait())
      this.#stopWaiting ??= this.#clock.after(LIMITS.presenceWaits, () => this.tellWaiting())
    else this.tellWaiting()
  }

  /** Tells what waited: the words it was to go with are told, or did not come. */
  tellWaiting(): void {
    this.stop()
    if (this.#waiting.size === 0) return
    const entries = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#tell(entries)
  }

  /** Stops waiting; the room is not used afterwards. */
  stop(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = null
  }

  /** Sends everybody else's. */
  sendTo(session: Session, now: OpenSession): void {
    const others = this.#board.others(now.presences)
    if (others.length > 0) this.#attendance.send(session, awarenessMessage(encodePresence(others)))
  }

  /**
   * Shows everybody, its owner too, the cursors of a connection under what its member is now. Each goes one further on its own clock, or
   * nobody would take it for news.
   */
  nameAnew(member: Member, now: OpenSession): void {
    for (const clientId of now.presences) {
      const shown = this.#board.maybeShown(clientId)
      const state = shown && maybeStampedState(shown.state, member)
      if (!shown || !state) continue
      const entry = { clientId, clock: shown.clock + 1, state }
      if (this.#board.show(entry)) this.#waiting.set(clientId, entry)
    }
    this.tellWaiting()
  }

  /** Takes away what only this connection, which has left, was showing. */
  removeOf(was: OpenSession): void {
    this.tellWaiting()
    const elsewhere = new Set<number>()
    for (const { now } of this.#attendance) {
      if (now.state === 'open') for (const clientId of now.presences) elsewhere.add(clientId)
    }
    this.#tell(this.#board.remove([...was.presences].filter((id) => !elsewhere.has(id))))
  }

  #maybeStamped(member: Member, now: OpenSession, entry: PresenceEntry): PresenceEntry | null {
    if (!this.#mayShow(member, now, entry.clientId)) return null
    const state = maybeStampedState(entry.state, member)
    if (state === null) return null
    if (state === 'null') now.presences.delete(entry.clientId)
    else this.#hold(member, now, entry.clientId)
    return { ...entry, state }
  }

  #mayShow({ personId }: Member, now: OpenSession, clientId: number): boolean {
    if (now.presences.has(clientId)) return true
    return this.#owners.mayUse(clientId, personId) && now.claims < LIMITS.presences
  }

  #hold({ personId }: Member, now: OpenSession, clientId: number): void {
    if (now.presences.has(clientId)) return
    now.presences.add(clientId)
    now.claims += 1
    if (this.#owners.show(clientId, personId)) this.#onShown({ clientId, personId })
  }

  #tell(entries: readonly PresenceEntry[]): void {
    if (entries.length > 0) this.#attendance.tellAll(presenceTelling(entries))
  }
}
