import * as Y from 'yjs'
import { CLOSE, type RefusalReason, SCHEMA_VERSION, type ServerNotice } from '../../shared/protocol/live.ts'
import { exhaustive } from '../../shared/support/exhaustive.ts'
import type { DocumentLog } from '../storage/document-log.ts'
import type { Clock } from './clock.ts'
import type { DocumentState } from './document-state.ts'
import { LIMITS } from './limits.ts'
import { writeRefusal } from './member.ts'
import {
  encodePresence,
  maybePresenceEntries,
  maybeStampedState,
  PresenceBoard,
  type PresenceEntry,
} from './presence.ts'
import { type OpenSession, openState, type Session } from './session.ts'
import { UpdateGate } from './update-gate.ts'
import { isEmptyUpdate } from './update-structure.ts'
import {
  awarenessMessage,
  maybeIncoming,
  noticeMessage,
  step1Message,
  step2Message,
  updateMessage,
} from './wire.ts'

/** A write that was taken and is on its way to the disk. */
type Pending = { session: Session; number: number; update: Uint8Array }

export type RoomParts = {
  documentId: string
  log: DocumentLog
  clock: Clock
  state: DocumentState
  onError: (error: unknown) => void
  /** Called when the last session has left. */
  onEmpty: () => void
}

/**
 * One live document: what is kept of it, who is there, who shows a cursor. Every write goes, in this order: decode as untrusted →
 * may this member write → keep → apply → tell the others → acknowledge. The rules stand numbered in SPEC.md.
 * One idea, and so one file: the order of these steps is the promise.
 */
export class Room {
  readonly #parts: RoomParts
  readonly #state: DocumentState
  readonly #gate: UpdateGate
  readonly #sessions = new Set<Session>()
  readonly #presence = new PresenceBoard()
  readonly #pending = new Set<Pending>()
  readonly #toAsk = new Set<Session>()
  #kept: Pending[] = []
  #compacting: Promise<void> | null = null
  #stopAsking: (() => void) | null = null

  constructor(parts: RoomParts) {
    this.#parts = parts
    this.#state = parts.state
    const pendingUpdates = () => this.#pendingUpdates()
    this.#gate = new UpdateGate(this.#state.doc, pendingUpdates, this.#state.owners)
  }

  /** The document as it is on disk; whoever reads it may not change it. */
  get doc(): Y.Doc {
    return this.#state.doc
  }

  get size(): number {
    return this.#sessions.size
  }

  /** True when nobody is there and nothing is on its way to the disk. */
  get isIdle(): boolean {
    return this.#sessions.size === 0 && this.#pending.size === 0
  }

  /** Lets a waiting connection in: greets it, and takes what it said meanwhile. */
  join(session: Session): void {
    if (session.now.state !== 'opening') return
    const { waiting } = session.now
    session.now = openState()
    this.#sessions.add(session)
    this.#greet(session)
    for (const bytes of waiting) this.receive(session, bytes)
  }

  /** Takes one message of a session of this room. Never throws, whatever the bytes are. */
  receive(session: Session, bytes: Uint8Array): void {
    const now = session.now
    if (now.state !== 'open') return
    const incoming = maybeIncoming(bytes)
    if (!incoming) return this.#strike(session, now)
    switch (incoming.kind) {
      case 'step1':
        return this.#answerStep1(session, now, incoming.stateVector)
      case 'write':
        if (incoming.answer) return this.#answered(session, now, incoming.update)
        return this.#write(session, now, incoming.update)
      case 'awareness':
        return this.#showPresence(session, now, incoming.states)
      case 'query-awareness':
        return this.#sendPresence(session, now)
      default:
        return exhaustive(incoming)
    }
  }

  /** The connection is gone: its cursors go with it. What it wrote and is on its way is kept all the same. */
  leave(session: Session): void {
    const now = session.now
    session.now = { state: 'closed' }
    if (!this.#sessions.delete(session)) return
    this.#toAsk.delete(session)
    if (now.state === 'open') this.#removePresence(now.presences)
    if (this.#sessions.size > 0) return
    if (this.#pending.size === 0) this.#gate.reset()
    this.#parts.onEmpty()
  }

  /** Ends a connection from this side. */
  end(session: Session, code: number): void {
    this.leave(session)
    session.socket.close(code)
  }

  endAll(code: number, whom: (session: Session) => boolean = () => true): void {
    for (const session of [...this.#sessions].filter(whom)) this.end(session, code)
  }

  /** Sends a notice to every client of ours. */
  tell(notice: ServerNotice): void {
    for (const session of this.#sessions) this.#notify(session, notice)
  }

  /** Resolves when all that was taken is kept or refused. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await new Promise((resolve) => setImmediate(resolve))
    await this.#compacting
  }

  /** Makes a snapshot when at least `tail` entries stand behind the last one: the new one first, then the entries in it go. */
  compact(tail: number): Promise<void> {
    if (this.#state.tail < tail || this.#compacting) return this.#compacting ?? Promise.resolve()
    this.#compacting = this.#writeSnapshot().finally(() => {
      this.#compacting = null
    })
    return this.#compacting
  }

  /** Gives back memory; the room is not used afterwards. */
  destroy(): void {
    this.#stopAsking?.()
    this.#gate.reset()
    this.#state.doc.destroy()
  }

  #greet(session: Session): void {
    const { personId, role } = session.member
    const canWrite = writeRefusal(session.member) === null
    const { epoch } = this.#parts.log
    this.#notify(session, { kind: 'welcome', epoch, schema: SCHEMA_VERSION, role, canWrite, personId })
    this.#send(session, step1Message(Y.encodeStateVector(this.doc)))
    if (session.now.state === 'open') this.#sendPresence(session, session.now)
  }

  #answerStep1(session: Session, now: OpenSession, stateVector: Uint8Array): void {
    try {
      this.#send(session, step2Message(Y.encodeStateAsUpdate(this.doc, stateVector)))
    } catch {
      this.#strike(session, now)
    }
  }

  #answered(session: Session, now: OpenSession, update: Uint8Array): void {
    const asked = now.asking === 'asked'
    if (asked) now.asking = 'no'
    this.#write(session, now, update)
    // An answer that leaves a gap cannot be mended by asking the same again.
    if (asked && now.asking === 'asked') this.#strike(session, now)
  }

  #write(session: Session, now: OpenSession, update: Uint8Array): void {
    const number = now.writes.next()
    if (isEmptyUpdate(update)) return this.#acknowledgeAfterPending(session, number)
    const refusal = writeRefusal(session.member) ?? this.#tooLarge(update)
    if (refusal) return this.#refuse(session, now, number, refusal)
    const verdict = this.#gate.check(update, session.member.personId)
    switch (verdict.kind) {
      case 'new':
        return this.#keep(session, now, { session, number, update: verdict.update })
      case 'known':
        return this.#acknowledgeAfterPending(session, number)
      case 'refused':
        return this.#refuse(session, now, number, verdict.reason)
      default:
        return exhaustive(verdict)
    }
  }

  #tooLarge(update: Uint8Array): RefusalReason | null {
    return this.#state.bytes + update.length > LIMITS.document ? 'too_large' : null
  }

  #keep(session: Session, now: OpenSession, pending: Pending): void {
    const { documentId, log, clock, onError } = this.#parts
    const { update } = pending
    const { personId } = session.member
    this.#pending.add(pending)
    now.unkeptBytes += update.length
    log
      .append(documentId, { personId, at: clock.now(), bytes: update })
      .then(
        (seq) => this.#onKept(pending, seq),
        (error) => this.#onNotKept(pending, error),
      )
      .catch(onError)
    if (now.unkeptBytes > LIMITS.waiting) this.end(session, CLOSE.tooMuch)
  }

  /** Entries of one batch are settled in one go; they are told together, once the last of them is applied. */
  #onKept(pending: Pending, seq: number): void {
    this.#unpend(pending)
    Y.applyUpdate(this.doc, pending.update)
    this.#state.seq = seq
    this.#state.tail += 1
    this.#state.bytes += pending.update.length
    this.#kept.push(pending)
    if (this.#kept.length === 1) queueMicrotask(() => this.#tellKept())
  }

  #onNotKept(pending: Pending, error: unknown): void {
    this.#unpend(pending)
    this.#gate.reset()
    this.#parts.onError(error)
    const { session, number } = pending
    if (session.now.state !== 'open') return
    this.#refuse(session, session.now, number, 'not_kept')
  }

  #unpend(pending: Pending): void {
    this.#pending.delete(pending)
    const now = pending.session.now
    if (now.state === 'open') now.unkeptBytes -= pending.update.length
  }

  #tellKept(): void {
    const kept = this.#kept
    this.#kept = []
    this.#fanOut(kept)
    for (const { session, number } of kept)
      if (session.now.state === 'open') session.now.writes.settle(number)
    for (const session of new Set(kept.map((one) => one.session))) this.#acknowledge(session)
    if (this.isIdle) this.#parts.onEmpty()
    this.compact(LIMITS.tailWhenBusy).catch(this.#parts.onError)
  }

  /** Each update is encoded once for all; several of one batch are merged into one message. Writers do not hear their own. */
  #fanOut(kept: readonly Pending[]): void {
    const authors = new Set(kept.map((one) => one.session))
    const forAll = this.#sessions.size > authors.size || authors.size > 1 ? mergedMessage(kept) : null
    for (const session of this.#sessions) {
      const message = authors.has(session)
        ? mergedMessage(kept.filter((one) => one.session !== session))
        : forAll
      if (message) this.#send(session, message)
    }
  }

  /** An update that says nothing new is kept as soon as all that was taken before it is. */
  #acknowledgeAfterPending(session: Session, number: number): void {
    const done = () => {
      if (session.now.state !== 'open') return
      session.now.writes.settle(number)
      this.#acknowledge(session)
    }
    const last = [...this.#pending].at(-1)
    if (!last) return done()
    this.#whenSettled(last, done)
  }

  #whenSettled(last: Pending, done: () => void): void {
    const look = () => {
      if (this.#pending.has(last) || this.#kept.includes(last)) setImmediate(look)
      else done()
    }
    setImmediate(look)
  }

  #acknowledge(session: Session): void {
    if (session.now.state !== 'open') return
    const upTo = session.now.writes.maybeNews()
    if (upTo !== null) this.#notify(session, { kind: 'kept', upTo })
  }

  #refuse(session: Session, now: OpenSession, message: number, reason: RefusalReason): void {
    now.writes.settle(message)
    this.#notify(session, { kind: 'refused', message, reason })
    if (reason === 'malformed' || reason === 'foreign_client') this.#strike(session, now)
    if (reason === 'gap') this.#ask(session, now)
    if (reason === 'not_kept') this.#askLater(session, now)
  }

  /** Step 1 makes any Yjs client send all that we lack, in one piece. */
  #ask(session: Session, now: OpenSession): void {
    if (now.asking !== 'no') return
    now.asking = 'asked'
    this.#send(session, step1Message(Y.encodeStateVector(this.doc)))
  }

  #askLater(session: Session, now: OpenSession): void {
    now.asking = 'later'
    this.#toAsk.add(session)
    this.#stopAsking ??= this.#parts.clock.after(LIMITS.askAgainAfter, () => this.#askAll())
  }

  #askAll(): void {
    this.#stopAsking = null
    const sessions = [...this.#toAsk]
    this.#toAsk.clear()
    for (const session of sessions) {
      if (session.now.state !== 'open') continue
      session.now.asking = 'no'
      this.#ask(session, session.now)
    }
  }

  #showPresence(session: Session, now: OpenSession, states: Uint8Array): void {
    const entries = maybePresenceEntries(states)
    if (!entries) return this.#strike(session, now)
    const news = entries.flatMap((entry) => this.#stamped(session, now, entry) ?? [])
    this.#tellPresence(
      news.filter((entry) => this.#presence.show(entry)),
      session,
    )
  }

  /** The entry with the sender's true name, or null when it is not the sender's own: stock clients repeat those of others. */
  #stamped({ member }: Session, now: OpenSession, entry: PresenceEntry): PresenceEntry | null {
    const { owners } = this.#state
    if (!owners.mayUse(entry.clientId, member.personId)) return null
    const state = maybeStampedState(entry.state, member)
    if (state === null) return null
    if (!now.presences.has(entry.clientId) && now.presences.size >= LIMITS.presences) return null
    if (state === 'null') now.presences.delete(entry.clientId)
    else now.presences.add(entry.clientId)
    owners.claim(entry.clientId, member.personId)
    return { ...entry, state }
  }

  #removePresence(presences: ReadonlySet<number>): void {
    const elsewhere = (id: number) =>
      [...this.#sessions].some((s) => s.now.state === 'open' && s.now.presences.has(id))
    this.#tellPresence(this.#presence.remove([...presences].filter((id) => !elsewhere(id))), null)
  }

  #tellPresence(entries: readonly PresenceEntry[], except: Session | null): void {
    if (entries.length === 0) return
    const message = awarenessMessage(encodePresence(entries))
    for (const session of this.#sessions) if (session !== except) this.#send(session, message)
  }

  #sendPresence(session: Session, now: OpenSession): void {
    const others = this.#presence.others(now.presences)
    if (others.length > 0) this.#send(session, awarenessMessage(encodePresence(others)))
  }

  #notify(session: Session, notice: ServerNotice): void {
    if (session.member.ours) this.#send(session, noticeMessage(notice))
  }

  #send(session: Session, message: Uint8Array): void {
    if (session.now.state !== 'open') return
    if (session.socket.bufferedAmount() > LIMITS.unsent) return this.end(session, CLOSE.tooSlow)
    session.socket.send(message)
  }

  #strike(session: Session, now: OpenSession): void {
    now.strikes += 1
    if (now.strikes >= LIMITS.strikes) this.end(session, CLOSE.tooMuch)
  }

  *#pendingUpdates(): Iterable<Uint8Array> {
    for (const { update } of this.#pending) yield update
  }

  async #writeSnapshot(): Promise<void> {
    const { documentId, log, clock } = this.#parts
    const { doc, owners, seq, tail } = this.#state
    const bytes = Y.encodeStateAsUpdate(doc)
    await log.compact(documentId, { seq, at: clock.now(), bytes, authors: owners.write(doc) })
    this.#state.tail -= tail
    this.#state.bytes = bytes.length
  }
}

function mergedMessage(kept: readonly Pending[]): Uint8Array | null {
  const [first] = kept
  if (!first) return null
  return updateMessage(kept.length === 1 ? first.update : Y.mergeUpdates(kept.map((one) => one.update)))
}
