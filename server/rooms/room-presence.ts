import type { Attendance } from './attendance.ts'
import { presenceTelling } from './backlog.ts'
import type { ClientOwners } from './client-owners.ts'
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

/** Who shows a cursor in a room. Never stored; goes with its connection. */
export class RoomPresence {
  readonly #attendance: Attendance
  readonly #owners: ClientOwners
  readonly #board = new PresenceBoard()

  constructor(attendance: Attendance, owners: ClientOwners) {
    this.#attendance = attendance
    this.#owners = owners
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
    this.#tell(news)
  }

  /** Sends everybody else's. */
  sendTo(session: Session, now: OpenSession): void {
    const others = this.#board.others(now.presences)
    if (others.length > 0) this.#attendance.send(session, awarenessMessage(encodePresence(others)))
  }

  /** Takes away what only this connection, which has left, was showing. */
  removeOf(was: OpenSession): void {
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
    this.#owners.claim(clientId, personId)
  }

  #tell(entries: readonly PresenceEntry[]): void {
    if (entries.length > 0) this.#attendance.tellAll(presenceTelling(entries))
  }
}
