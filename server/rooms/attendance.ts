import { CLOSE, type ServerNotice } from '../../shared/protocol/live.ts'
import { Backlog, type Telling } from './backlog.ts'
import type { Clock } from './clock.ts'
import { LIMITS } from './limits.ts'
import type { Member } from './member.ts'
import { type OpenSession, openState, type Session } from './session.ts'
import { noticeMessage } from './wire.ts'

/** Is told of a person's first connection to a room, and when the last one has ended. */
export type Visitors = { came(personId: string): void; left(personId: string): void }

/**
 * The connections of one room: tells them what is new, holds it back for those who are behind, counts abuse, ends. What a connection
 * asked for itself is sent at once; what others do is held back and merged, up to a bound.
 */
export class Attendance {
  readonly #sessions = new Set<Session>()
  readonly #behind = new Set<Session>()
  readonly #clock: Clock
  readonly #onLeave: (session: Session, was: OpenSession) => void
  #stopLooking: (() => void) | null = null
  readonly #visitors: Visitors

  constructor(clock: Clock, onLeave: (session: Session, was: OpenSession) => void, visitors: Visitors) {
    this.#clock = clock
    this.#onLeave = onLeave
    this.#visitors = visitors
  }

  get size(): number {
    return this.#sessions.size
  }

  [Symbol.iterator](): IterableIterator<Session> {
    return this.#sessions.values()
  }

  enter(session: Session): void {
    session.now = openState()
    const { personId } = session.member
    if (!this.#isHere(personId)) this.#visitors.came(personId)
    this.#sessions.add(session)
  }

  leave(session: Session): void {
    const was = session.now
    session.now = { state: 'closed' }
    this.#sessions.delete(session)
    this.#behind.delete(session)
    if (was.state !== 'open') return
    this.#onLeave(session, was)
    const { personId } = session.member
    if (!this.#isHere(personId)) this.#visitors.left(personId)
  }

  end(session: Session, code: number): void {
    if (session.now.state === 'closed') return
    this.leave(session)
    session.socket.close(code)
  }

  endAll(code: number, whom: (session: Session) => boolean): void {
    for (const session of [...this.#sessions].filter(whom)) this.end(session, code)
  }

  /** Sends what this connection itself asked for or has to know. */
  send(session: Session, message: Uint8Array): void {
    const { now, socket } = session
    if (now.state !== 'open') return
    if (isOverBound(now, socket.bufferedAmount())) this.end(session, CLOSE.tooSlow)
    else socket.send(message)
  }

  /** Tells what is new in the room: now, or merged with what comes after it once the line is free again. */
  tell(session: Session, telling: Telling): void {
    const { now, socket } = session
    if (now.state !== 'open') return
    const unsent = socket.bufferedAmount()
    if (now.backlog && unsent <= LIMITS.behind) this.#catchUp(session, now)
    if (!now.backlog && unsent <= LIMITS.behind) socket.send(telling.message)
    else this.#holdBack(session, now, telling, unsent)
  }

  tellAll(telling: Telling): void {
    for (const session of this.#sessions) this.tell(session, telling)
  }

  /** Stops looking after those who are behind; the room is not used afterwards. */
  stop(): void {
    this.#stopLooking?.()
  }

  /** Notices are for clients of ours alone: a stock client does not know the type. */
  notify(session: Session, notice: ServerNotice): void {
    if (session.member.ours) this.send(session, noticeMessage(notice))
  }

  notifyAll(notice: ServerNotice, whom: (member: Member) => boolean): void {
    for (const session of this.#sessions) if (whom(session.member)) this.notify(session, notice)
  }

  #isHere(personId: string): boolean {
    for (const { member } of this.#sessions) if (member.personId === personId) return true
    return false
  }

  /** Counts a message that no honest client sends. */
  strike(session: Session): void {
    if (session.now.state !== 'open') return
    session.now.strikes += 1
    if (session.now.strikes >= LIMITS.strikes) this.end(session, CLOSE.tooMuch)
  }

  #holdBack(session: Session, now: OpenSession, telling: Telling, unsent: number): void {
    now.backlog ??= new Backlog()
    now.backlog.add(telling)
    if (isOverBound(now, unsent + now.backlog.bytes)) {
      this.end(session, CLOSE.tooSlow)
      return
    }
    this.#behind.add(session)
    this.#lookAgain()
  }

  #lookAgain(): void {
    this.#stopLooking ??= this.#clock.after(LIMITS.catchUpEvery, () => {
      this.#stopLooking = null
      for (const session of [...this.#behind]) {
        if (session.now.state === 'open' && session.socket.bufferedAmount() <= LIMITS.behind)
          this.#catchUp(session, session.now)
      }
      if (this.#behind.size > 0) this.#lookAgain()
    })
  }

  #catchUp(session: Session, now: OpenSession): void {
    const messages = now.backlog?.messages() ?? []
    now.backlog = null
    this.#behind.delete(session)
    for (const message of messages) session.socket.send(message)
  }
}

/** The largest document it was sent does not count: a slow line may need its time for that one. */
function isOverBound({ largestAnswer }: OpenSession, unsent: number): boolean {
  return unsent > LIMITS.unsent + largestAnswer
}
