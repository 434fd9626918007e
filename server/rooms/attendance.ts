import { CLOSE, type ServerNotice } from '../../shared/protocol/live.ts'
import { LIMITS } from './limits.ts'
import type { Member } from './member.ts'
import { type OpenSession, openState, type Session } from './session.ts'
import { noticeMessage } from './wire.ts'

/** The connections of one room: sends with a bound on what a slow reader may pile up, counts abuse, ends. */
export class Attendance {
  readonly #sessions = new Set<Session>()
  readonly #onLeave: (session: Session, was: OpenSession) => void

  constructor(onLeave: (session: Session, was: OpenSession) => void) {
    this.#onLeave = onLeave
  }

  get size(): number {
    return this.#sessions.size
  }

  [Symbol.iterator](): IterableIterator<Session> {
    return this.#sessions.values()
  }

  enter(session: Session): void {
    session.now = openState()
    this.#sessions.add(session)
  }

  leave(session: Session): void {
    const was = session.now
    session.now = { state: 'closed' }
    this.#sessions.delete(session)
    if (was.state === 'open') this.#onLeave(session, was)
  }

  end(session: Session, code: number): void {
    if (session.now.state === 'closed') return
    this.leave(session)
    session.socket.close(code)
  }

  endAll(code: number, whom: (session: Session) => boolean): void {
    for (const session of [...this.#sessions].filter(whom)) this.end(session, code)
  }

  send(session: Session, message: Uint8Array): void {
    if (session.now.state !== 'open') return
    const bound = LIMITS.unsent + session.now.largestAnswer
    if (session.socket.bufferedAmount() > bound) this.end(session, CLOSE.tooSlow)
    else session.socket.send(message)
  }

  sendAll(message: Uint8Array, except: Session | null): void {
    for (const session of this.#sessions) if (session !== except) this.send(session, message)
  }

  /** Notices are for clients of ours alone: a stock client does not know the type. */
  notify(session: Session, notice: ServerNotice): void {
    if (session.member.ours) this.send(session, noticeMessage(notice))
  }

  notifyAll(notice: ServerNotice, whom: (member: Member) => boolean): void {
    for (const session of this.#sessions) if (whom(session.member)) this.notify(session, notice)
  }

  /** Counts a message that no honest client sends. */
  strike(session: Session): void {
    if (session.now.state !== 'open') return
    session.now.strikes += 1
    if (session.now.strikes >= LIMITS.strikes) this.end(session, CLOSE.tooMuch)
  }
}
