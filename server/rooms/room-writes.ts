import * as Y from 'yjs'
import { newDocument } from '../../shared/document/new-document.ts'
import { CLOSE, type Hold, type RefusalReason, waitsForEnd } from '../../shared/protocol/live.ts'
import { exhaustive } from '../../shared/support/exhaustive.ts'
import type { DocumentLog, KeptEntry } from '../storage/document-log.ts'
import type { Attendance } from './attendance.ts'
import { type Telling, updateTelling } from './backlog.ts'
import type { Clock } from './clock.ts'
import { applyEntry, type DocumentState } from './document-state.ts'
import { maybeJoined, type Told } from './join-typing.ts'
import { LIMITS } from './limits.ts'
import { writeRefusal } from './member.ts'
import { mergeUpdates } from './merge-updates.ts'
import { absentSession, type OpenSession, openState, type Session } from './session.ts'
import { UpdateGate } from './update-gate.ts'
import { addsNothing, isEmptyUpdate } from './update-structure.ts'
import { step1Message } from './wire.ts'

/** The disk refused a change of the server's own; by this name others know that nothing of it is kept. */
export class EditNotKept extends Error {
  override readonly name = 'NotKept'
}

/** The document takes no writes of anybody for now, those of the server itself included. */
export class DocumentHeld extends Error {
  override readonly name = 'DocumentHeld'
  readonly hold: Hold

  constructor(hold: Hold) {
    super(`the document takes no writes: ${hold}`)
    this.hold = hold
  }
}

/** A write that was taken and is on its way to the disk, and who waits for its fate. */
type Pending = Told & {
  session: Session
  number: number
  waiting: ((kept: boolean) => void)[]
}

export type WriteParts = {
  documentId: string
  log: DocumentLog
  clock: Clock
  state: DocumentState
  attendance: Attendance
  /** Why nobody may write now, if so. */
  hold: () => Hold | null
  onError: (error: unknown) => void
  /** Is told of each write that was not taken. */
  onRefused: (reason: RefusalReason) => void
  /** Called after what was kept has been told. */
  onTold: () => void
  /** Called when the document is at its limit; resolves with true when it turns out to be smaller by now. */
  makeRoom: () => Promise<boolean>
}

/**
 * The road of every write, in this order: may this member write → is it whole and its own → keep → apply → tell the others →
 * acknowledge. The order is the promise: nobody sees what is not on disk.
 */
export class RoomWrites {
  readonly #parts: WriteParts
  readonly #gate: UpdateGate
  /** In the order of the log. */
  readonly #pending = new Set<Pending>()
  /** The one that was taken last; it may be kept by now. */
  #newest: Pending | null = null
  #unkeptBytes = 0
  readonly #toAsk = new Set<Session>()
  /** Those who wrote while the document was held. */
  readonly #held = new Set<Session>()
  #kept: Pending[] = []
  #stopAsking: (() => void) | null = null
  #whenIdle: (() => void)[] = []

  constructor(parts: WriteParts) {
    this.#parts = parts
    const pending = () => this.#pending.values().map((one) => one.update)
    this.#gate = new UpdateGate(() => parts.state.doc, pending, parts.state.owners)
  }

  /** True when nothing is on its way to the disk. */
  get isIdle(): boolean {
    return this.#pending.size === 0 && this.#kept.length === 0
  }

  /** Resolves when all that was taken is kept and told, or refused. */
  async settled(): Promise<void> {
    if (!this.isIdle) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  /** Takes a write: an update, or (`answer`) what a client sends when asked for all that we lack. */
  take(session: Session, now: OpenSession, update: Uint8Array, answer: boolean): void {
    const asked = answer && now.asking === 'asked'
    if (asked) now.asking = 'no'
    const number = now.writes.next()
    if (isEmptyUpdate(update)) this.#settle(session, number)
    else this.#judge(session, now, number, update, answer)
    // An answer that leaves a gap cannot be mended by asking the same again.
    if (asked && now.asking !== 'no') this.#parts.attendance.strike(session)
  }

  /**
   * Makes a change of the server's own, in the name of a person: it goes the same road as any write. `change` gets a copy that holds
   * what is on its way to the disk too. Resolves when it is kept and told. Rejects with `DocumentHeld` when nobody may write, with `NotKept`
   * when the disk refuses it, or with the reason by which a write of that person would be refused.
   */
  async edit(personId: string, change: (doc: Y.Doc) => void): Promise<void> {
    const hold = this.#parts.hold()
    if (hold !== null) throw new DocumentHeld(hold)
    const update = this.#maybeUpdateOf(change)
    if (!update) return
    const verdict = this.#tooLarge(update)
      ? ({ kind: 'refused', reason: 'too_large' } as const)
      : this.#gate.check(update, personId)
    if (verdict.kind === 'refused') throw new RangeError(`RoomWrites.edit: refused, ${verdict.reason}`)
    if (verdict.kind === 'known') return
    await this.#keepOwn(personId, verdict)
  }

  /** What `change` does to the document of now; null when it changes nothing. */
  #maybeUpdateOf(change: (doc: Y.Doc) => void): Uint8Array | null {
    const copy = newDocument()
    try {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#parts.state.doc))
      for (const { update } of this.#pending) Y.applyUpdate(copy, update)
      const updates: Uint8Array[] = []
      copy.on('update', (update: Uint8Array) => updates.push(update))
      copy.transact(() => change(copy))
      return updates.length > 0 ? Y.mergeUpdates(updates) : null
    } finally {
      copy.destroy()
    }
  }

  #keepOwn(personId: string, { update, span }: Told): Promise<void> {
    return new Promise((resolve, reject) => {
      const session = absentSession(personId)
      const onSettled = (kept: boolean) => {
        if (kept) resolve()
        else reject(new EditNotKept('the disk refused a change of the server itself'))
      }
      this.#keep(session, openState(), { session, number: 0, update, span, waiting: [onSettled] })
    })
  }

  /** The connection is gone; what it wrote and is on its way is kept all the same. */
  forget(session: Session): void {
    this.#toAsk.delete(session)
    this.#held.delete(session)
    if (this.#parts.attendance.size === 0 && this.#pending.size === 0) this.#gate.reset()
  }

  /** Nobody is held any more: what was refused for that is asked for. */
  askHeld(): void {
    for (const session of this.#held) this.#ask(session)
    this.#held.clear()
  }

  destroy(): void {
    this.#stopAsking?.()
    this.#gate.reset()
  }

  #judge(session: Session, now: OpenSession, number: number, update: Uint8Array, answer: boolean): void {
    const refusal = writeRefusal(session.member, this.#parts.hold()) ?? this.#tooLarge(update)
    // Who is asked what they have names every deletion again: where nothing of it is new, nothing is refused.
    if (refusal && answer && this.#gate.isKnown(update)) return this.#settleAfterPending(session, number)
    const verdict = refusal
      ? ({ kind: 'refused', reason: refusal } as const)
      : this.#gate.check(update, session.member.personId)
    switch (verdict.kind) {
      case 'new':
        this.#keep(session, now, { session, number, update: verdict.update, span: verdict.span, waiting: [] })
        break
      case 'known':
        this.#settleAfterPending(session, number)
        break
      case 'refused':
        this.#refuse(session, number, verdict.reason)
        break
      default:
        exhaustive(verdict)
    }
  }

  #tooLarge(update: Uint8Array): RefusalReason | null {
    if (update.length > LIMITS.edit + this.#parts.state.bytes) return 'too_large'
    const bytes = this.#parts.state.bytes + this.#unkeptBytes + update.length
    const bound = LIMITS.document + (addsNothing(update) ? LIMITS.deletions : 0)
    return bytes > bound ? 'too_large' : null
  }

  #keep(session: Session, now: OpenSession, pending: Pending): void {
    const { documentId, log, clock, onError, attendance } = this.#parts
    const entry = { personId: session.member.personId, at: clock.now(), bytes: pending.update }
    this.#pending.add(pending)
    this.#newest = pending
    this.#unkeptBytes += pending.update.length
    now.unkeptBytes += pending.update.length
    log
      .append(documentId, entry)
      .then(
        (seq) => this.#onKept(pending, { ...entry, seq }),
        (error) => this.#onNotKept(pending, error),
      )
      .catch(onError)
    if (now.unkeptBytes > LIMITS.waiting) attendance.end(session, CLOSE.tooMuch)
  }

  /** Entries of one batch settle one after the other in the same turn; they are told together, after the last is applied. */
  #onKept(pending: Pending, entry: KeptEntry): void {
    this.#unpend(pending)
    applyEntry(this.#parts.state, entry)
    this.#kept.push(pending)
    if (this.#kept.length === 1) queueMicrotask(() => this.#tellKept())
  }

  /** The log refuses what waited behind this entry too, so the trial document is made anew from what is kept. */
  #onNotKept(pending: Pending, error: unknown): void {
    this.#unpend(pending)
    this.#gate.reset()
    this.#parts.onError(error)
    this.#refuse(pending.session, pending.number, 'not_kept')
    for (const done of pending.waiting) done(false)
    this.#wakeWhenIdle()
  }

  #unpend(pending: Pending): void {
    this.#pending.delete(pending)
    this.#unkeptBytes -= pending.update.length
    const { now } = pending.session
    if (now.state === 'open') now.unkeptBytes -= pending.update.length
  }

  #tellKept(): void {
    const kept = this.#kept
    this.#kept = []
    this.#tellOthers(kept)
    for (const { session, number } of kept)
      if (session.now.state === 'open') session.now.writes.settle(number)
    for (const session of new Set(kept.map((one) => one.session))) this.#acknowledge(session)
    for (const { waiting } of kept) for (const done of waiting) done(true)
    this.#wakeWhenIdle()
    this.#parts.onTold()
  }

  /** One encoding for all; several entries of one batch go as one message. Writers do not hear their own. */
  #tellOthers(kept: readonly Pending[]): void {
    const { attendance } = this.#parts
    const authors = new Set(kept.map((one) => one.session))
    let forAll: readonly Telling[] | null = null
    for (const session of attendance) {
      const isAuthor = authors.has(session)
      if (!isAuthor) forAll ??= tellingsOf(kept)
      const tellings = isAuthor ? tellingsOf(kept.filter((one) => one.session !== session)) : forAll
      for (const telling of tellings ?? []) attendance.tell(session, telling)
    }
  }

  /** An update that says nothing new is kept as soon as all that was taken before it is. */
  #settleAfterPending(session: Session, number: number): void {
    const newest = this.#newest && this.#pending.has(this.#newest) ? this.#newest : this.#kept.at(-1)
    const done = (kept: boolean) =>
      kept ? this.#settle(session, number) : this.#refuse(session, number, 'not_kept')
    if (newest) newest.waiting.push(done)
    else done(true)
  }

  #settle(session: Session, number: number): void {
    if (session.now.state !== 'open') return
    session.now.writes.settle(number)
    this.#acknowledge(session)
  }

  #acknowledge(session: Session): void {
    if (session.now.state !== 'open') return
    const upTo = session.now.writes.maybeNews()
    if (upTo !== null) this.#parts.attendance.notify(session, { kind: 'kept', upTo })
  }

  #refuse(session: Session, message: number, reason: RefusalReason): void {
    if (session.now.state !== 'open') return
    const { attendance, onRefused } = this.#parts
    onRefused(reason)
    session.now.writes.settle(message)
    attendance.notify(session, { kind: 'refused', message, reason })
    if (reason === 'malformed' || reason === 'foreign_client') attendance.strike(session)
    if (reason === 'gap') this.#ask(session)
    if (waitsForEnd(reason)) this.#held.add(session)
    if (reason === 'not_kept') this.#askLater(session)
    if (reason === 'too_large') this.#askWhenThereIsRoom(session)
  }

  #askWhenThereIsRoom(session: Session): void {
    const { makeRoom, onError } = this.#parts
    makeRoom()
      .then((made) => {
        if (made) this.#ask(session)
      })
      .catch(onError)
  }

  /** Step 1 makes any Yjs client send all that we lack, in one piece. */
  #ask(session: Session): void {
    if (session.now.state !== 'open' || session.now.asking !== 'no') return
    session.now.asking = 'asked'
    this.#parts.attendance.send(session, step1Message(this.#parts.state.stateVector()))
  }

  #askLater(session: Session): void {
    if (session.now.state !== 'open') return
    session.now.asking = 'later'
    this.#toAsk.add(session)
    this.#stopAsking ??= this.#parts.clock.after(LIMITS.askAgainAfter, () => this.#askAll())
  }

  #askAll(): void {
    this.#stopAsking = null
    const sessions = [...this.#toAsk]
    this.#toAsk.clear()
    for (const session of sessions) {
      if (session.now.state === 'open') session.now.asking = 'no'
      this.#ask(session)
    }
  }

  #wakeWhenIdle(): void {
    if (!this.isIdle) return
    const waiting = this.#whenIdle
    this.#whenIdle = []
    for (const done of waiting) done()
  }
}

/** Up to this many bytes what one batch kept is merged to be told: to merge costs as much time as it is long, and everybody waits for it. */
const MERGED = 64 * 1024

function tellingsOf(kept: readonly Pending[]): Telling[] {
  const updates = kept.map((one) => one.update)
  if (updates.length <= 1) return updates.map(updateTelling)
  const joined = maybeJoined(kept)
  if (joined) return [updateTelling(joined)]
  const bytes = updates.reduce((sum, { length }) => sum + length, 0)
  return bytes > MERGED ? updates.map(updateTelling) : [updateTelling(mergeUpdates(updates))]
}
