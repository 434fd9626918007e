import type * as Y from 'yjs'
import {
  type Hold,
  type RefusalReason,
  SCHEMA_VERSION,
  type ServerNotice,
} from '../../shared/protocol/live.ts'
import { exhaustive } from '../../shared/support/exhaustive.ts'
import type { DocumentLog, LogChange, ShownClient } from '../storage/document-log.ts'
import { Attendance, type Visitors } from './attendance.ts'
import type { Clock } from './clock.ts'
import { type DocumentState, wholeMessageOf, wholeOf } from './document-state.ts'
import { joinChanges, STRETCH_GAP } from './join-changes.ts'
import { LIMITS, type Tails } from './limits.ts'
import { type Member, type MemberChange, writeRefusal } from './member.ts'
import { RoomPresence } from './room-presence.ts'
import { EditNotKept, RoomWrites } from './room-writes.ts'
import type { OpenSession, Session } from './session.ts'
import { maybeIncoming, step1Message, step2Message } from './wire.ts'

export type RoomParts = {
  documentId: string
  log: DocumentLog
  clock: Clock
  state: DocumentState
  /** Why nobody may write when it opens, if so. */
  hold: Hold | null
  visitors: Visitors
  /** Told when a client id has its first person by a cursor. */
  onShown: (client: ShownClient) => void
  tails: Tails
  onError: (error: unknown) => void
  onRefused: (reason: RefusalReason) => void
  /** Called when nobody is there and nothing is on its way to the disk any more. */
  onIdle: () => void
}

/** One live document: what is kept of it, who is there, who shows a cursor. Its rules stand numbered in SPEC.md. */
export class Room {
  readonly #parts: RoomParts
  readonly #attendance: Attendance
  readonly #presence: RoomPresence
  readonly #writes: RoomWrites
  #hold: Hold | null
  #holdsAsked = 0
  #compacting: Promise<void> | null = null
  #madeRoomAt = Number.NEGATIVE_INFINITY
  #closing = false
  #discarded = false

  constructor(parts: RoomParts) {
    this.#parts = parts
    this.#hold = parts.hold
    const onLeave = (session: Session, was: OpenSession) => this.#onLeave(session, was)
    this.#attendance = new Attendance(parts.clock, onLeave, parts.visitors)
    this.#presence = new RoomPresence({
      attendance: this.#attendance,
      owners: parts.state.owners,
      clock: parts.clock,
      onShown: parts.onShown,
      mayWait: () => !this.#writes.isIdle,
    })
    this.#writes = new RoomWrites({
      ...parts,
      attendance: this.#attendance,
      hold: () => this.#hold,
      onTold: () => this.#onTold(),
      makeRoom: () => this.#makeRoom(),
    })
  }

  /** The document as it is on disk; whoever reads it may not change it. */
  get doc(): Y.Doc {
    return this.#parts.state.doc
  }

  /** The persons by whom something of what is kept was written. */
  get writers(): Set<string> {
    return this.#parts.state.owners.writersOf(this.doc)
  }

  /** The newest changes that ended before a moment (ms), at least `limit` of them when there are so many; no order. */
  async changes(before: number, limit: number): Promise<LogChange[]> {
    const { documentId, log, state } = this.#parts
    const { upTo, changes } = await log.changes(documentId, before, limit)
    // A snapshot was made while the log was asked, and took along what is no longer here.
    if (upTo < state.base) return this.changes(before, limit)
    return joinChanges([...changes, ...state.changes.after(upTo)]).filter(({ to }) => to < before)
  }

  /** The client ids by which something of what is kept was written, and whose they are. */
  get clientIds(): Map<number, string> {
    return this.#parts.state.owners.clientIdsIn(this.doc)
  }

  /** Open connections. */
  get size(): number {
    return this.#attendance.size
  }

  get isIdle(): boolean {
    return this.#attendance.size === 0 && this.#writes.isIdle
  }

  /** Lets a waiting connection in: greets it, and takes what it said meanwhile. */
  join(session: Session): void {
    if (session.now.state !== 'opening') return
    const { waiting } = session.now
    this.#attendance.enter(session)
    this.#greet(session)
    for (const bytes of waiting) this.receive(session, bytes)
  }

  /** Takes one message of a session of this room, whatever the bytes are. */
  receive(session: Session, bytes: Uint8Array): void {
    const { now } = session
    if (now.state !== 'open' || this.#closing) return
    const incoming = maybeIncoming(bytes)
    if (!incoming) {
      this.#attendance.strike(session)
      return
    }
    switch (incoming.kind) {
      case 'step1':
        this.#answer(session, now, incoming.stateVector)
        break
      case 'write':
        this.#writes.take(session, now, incoming.update, incoming.answer)
        break
      case 'awareness':
        this.#presence.show(session, now, incoming.states)
        break
      case 'query-awareness':
        if (this.#asksTooOften(now)) this.#attendance.strike(session)
        else this.#presence.sendTo(session, now)
        break
      default:
        exhaustive(incoming)
    }
  }

  /** Makes a change of the server's own; see `RoomWrites.edit`. Rejects with `NotKept` when the room closes. */
  async edit(personId: string, change: (doc: Y.Doc) => void): Promise<void> {
    if (this.#closing) throw new EditNotKept('the room closes')
    await this.#writes.edit(personId, change)
  }

  /** The connection is gone. */
  leave(session: Session): void {
    this.#attendance.leave(session)
  }

  /** Resolves when all that was taken is kept and told, or refused. */
  settled(): Promise<void> {
    return this.#writes.settled()
  }

  /** Ends the connections of those `whom` picks out. */
  end(code: number, whom: (session: Session) => boolean): void {
    this.#attendance.endAll(code, whom)
  }

  /** What somebody writes and shows is judged and named by this from now on; what was taken before stays taken. */
  changeMember(personId: string, change: MemberChange): void {
    for (const session of [...this.#attendance]) {
      if (session.member.personId !== personId) continue
      session.member = { ...session.member, ...change }
      this.#tellRole(session)
      if (session.now.state === 'open') this.#presence.nameAnew(session.member, session.now)
    }
  }

  /**
   * Asks whether writes are taken and goes by the answer from then on. When writers may write again, whoever was refused meanwhile is asked
   * for what is missing.
   */
  async holdAnew(ask: () => Promise<Hold | null>): Promise<void> {
    this.#holdsAsked += 1
    const asked = this.#holdsAsked
    const hold = await ask()
    // Of two answers on their way that to the newer question counts.
    if (asked !== this.#holdsAsked || hold === this.#hold) return
    this.#hold = hold
    for (const session of [...this.#attendance]) this.#tellRole(session)
    if (hold === null) this.#writes.askHeld()
  }

  /** Sends a notice to those `whom` picks out. */
  tell(notice: ServerNotice, whom: (member: Member) => boolean): void {
    this.#attendance.notifyAll(notice, whom)
  }

  /** Takes nothing more; what was taken is kept and acknowledged, then all connections end with `code`. */
  async close(code: number): Promise<void> {
    this.#closing = true
    await this.#writes.settled()
    this.#attendance.endAll(code, () => true)
    await this.compact(this.#parts.tails.closing)
  }

  /** Takes nothing more and ends all connections with `code`; resolves when nothing is on its way to the disk any more. */
  async discard(code: number): Promise<void> {
    this.#closing = true
    this.#discarded = true
    this.#attendance.endAll(code, () => true)
    await this.#writes.settled()
    await this.#compacting?.catch(this.#parts.onError)
  }

  /** Who is connected, once for each connection. */
  *members(): Iterable<Member> {
    for (const { member } of this.#attendance) yield member
  }

  /** Makes a snapshot when at least `tail` entries stand behind the last one: the new one first, then the entries in it go. */
  async compact(tail: number): Promise<void> {
    const { state } = this.#parts
    if (this.#discarded) return
    if (!this.#compacting && (state.tail < tail || state.hasHole)) return
    this.#compacting ??= this.#writeSnapshot().finally(() => {
      this.#compacting = null
    })
    await this.#compacting
  }

  /** Gives back memory; the room is not used afterwards. */
  destroy(): void {
    this.#attendance.stop()
    this.#presence.stop()
    this.#writes.destroy()
    this.#parts.state.destroy()
  }

  #greet(session: Session): void {
    const { personId, role } = session.member
    const hold = this.#hold
    const canWrite = writeRefusal(session.member, hold) === null
    const { epoch } = this.#parts.log
    const schema = SCHEMA_VERSION
    this.#attendance.notify(session, { kind: 'welcome', epoch, schema, role, canWrite, hold, personId })
    this.#attendance.send(session, step1Message(this.#parts.state.stateVector()))
    if (session.now.state === 'open') this.#presence.sendTo(session, session.now)
  }

  #tellRole(session: Session): void {
    const canWrite = writeRefusal(session.member, this.#hold) === null
    this.#attendance.notify(session, { kind: 'role', role: session.member.role, canWrite, hold: this.#hold })
  }

  #answer(session: Session, now: OpenSession, stateVector: Uint8Array): void {
    if (this.#asksTooOften(now)) {
      this.#attendance.strike(session)
      return
    }
    try {
      const { state } = this.#parts
      const message = isEmptyStateVector(stateVector)
        ? wholeMessageOf(state)
        : step2Message(state.named.encode(stateVector))
      this.#attendance.send(session, message)
      now.largestAnswer = Math.max(now.largestAnswer, message.length)
    } catch {
      this.#attendance.strike(session)
    }
  }

  #asksTooOften({ questions }: OpenSession): boolean {
    const time = this.#parts.clock.now()
    if (time - questions.since > LIMITS.questionsWithin) {
      questions.since = time
      questions.count = 0
    }
    questions.count += 1
    return questions.count > LIMITS.questions
  }

  #onLeave(session: Session, was: OpenSession): void {
    this.#writes.forget(session)
    this.#presence.removeOf(was)
    if (this.isIdle) this.#parts.onIdle()
  }

  #onTold(): void {
    this.#presence.tellWaiting()
    if (this.isIdle) this.#parts.onIdle()
    this.compact(this.#parts.tails.busy).catch(this.#parts.onError)
  }

  /**
   * What was deleted leaves the log at the next snapshot. Seldom: a snapshot costs as much as the document is large, and whoever sends too
   * much would have one made with every message.
   */
  async #makeRoom(): Promise<boolean> {
    const { clock, state } = this.#parts
    if (state.tail === 0 || clock.now() - this.#madeRoomAt < LIMITS.makeRoomEvery) return false
    this.#madeRoomAt = clock.now()
    const before = state.bytes
    await this.compact(1)
    return state.bytes < before - LIMITS.deletions
  }

  /** What another server has made a snapshot of meanwhile is forgotten just so: its changes went with that snapshot. */
  async #writeSnapshot(): Promise<void> {
    const { documentId, log, clock, state } = this.#parts
    const { seq, base, bytes: before } = state
    const bytes = wholeOf(state)
    const authors = state.owners.write(state.doc)
    const compaction = { base, changes: state.changes.after(base), gap: STRETCH_GAP }
    const newest = await log.compact(documentId, { seq, at: clock.now(), bytes, authors }, compaction)
    state.changes.forgetUpTo(newest)
    state.base = newest
    state.tail = Math.max(0, state.seq - newest)
    state.bytes += bytes.length - before
  }
}

/** What a newcomer sends: it knows nobody. */
function isEmptyStateVector(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}
