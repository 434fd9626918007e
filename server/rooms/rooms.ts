import * as Y from 'yjs'
import { CLOSE, type ServerNotice } from '../../shared/protocol/live.ts'
import type { DocumentLog } from '../storage/document-log.ts'
import { type Clock, systemClock } from './clock.ts'
import { buildDocument } from './document-state.ts'
import { LIMITS } from './limits.ts'
import type { Member } from './member.ts'
import { Room } from './room.ts'
import type { RoomSocket } from './room-socket.ts'
import { type OpeningSession, openingSession, type Session } from './session.ts'

export type { Member } from './member.ts'
export type { RoomSocket } from './room-socket.ts'

/** There is no such document in the log. */
export class NoSuchDocument extends Error {
  override readonly name = 'NoSuchDocument'
}

/** All live documents of this process. */
export type Rooms = {
  /** Begins a document; `by` is the person its content belongs to. Rejects with `DocumentExists` or `NotKept`. */
  create(documentId: string, update: Uint8Array, by: string): Promise<void>
  /** Lets `reader` look at the document as it is kept. Rejects with `NoSuchDocument`. */
  read<T>(documentId: string, reader: (doc: Y.Doc) => T): Promise<T>
  /** Hands a connection over. It is closed with 4404 when there is no such document. */
  connect(documentId: string, socket: RoomSocket, member: Member): void
  exists(documentId: string): Promise<boolean>
  /** Ends every connection of a person to a document. */
  disconnect(documentId: string, personId: string, code: number): void
  /** Sends a notice to everybody of ours in the document, if it is open. */
  tell(documentId: string, notice: ServerNotice): void
  /** Open connections. */
  sessions(): number
  /** Ends all connections (4503) after everything taken is kept; afterwards nobody is let in. */
  close(): Promise<void>
}

export type RoomsOptions = { log: DocumentLog; clock?: Clock; onError?: (error: unknown) => void }

export function createRooms({ log, clock = systemClock, onError = () => {} }: RoomsOptions): Rooms {
  return new LiveRooms(log, clock, onError)
}

class LiveRooms implements Rooms {
  readonly #log: DocumentLog
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  /** Loads under way are shared: two people opening one document wait for the same promise. */
  readonly #loading = new Map<string, Promise<Room | null>>()
  readonly #open = new Map<string, Room>()
  #closing = false

  constructor(log: DocumentLog, clock: Clock, onError: (error: unknown) => void) {
    this.#log = log
    this.#clock = clock
    this.#onError = onError
  }

  async create(documentId: string, update: Uint8Array, by: string): Promise<void> {
    Y.decodeUpdate(update)
    await this.#log.create(documentId, { personId: by, at: this.#clock.now(), bytes: update })
  }

  async read<T>(documentId: string, reader: (doc: Y.Doc) => T): Promise<T> {
    const room = await this.#room(documentId)
    if (!room) throw new NoSuchDocument(`there is no document ${documentId}`)
    return reader(room.doc)
  }

  connect(documentId: string, socket: RoomSocket, member: Member): void {
    const session = openingSession(socket, member)
    socket.onMessage((bytes) => this.#receive(documentId, session, bytes))
    socket.onClose(() => this.#leave(documentId, session))
    if (this.#closing) return this.#refuse(session, CLOSE.goingDown)
    this.#room(documentId).then(
      (room) => (room && !this.#closing ? room.join(session) : this.#refuse(session, this.#closedCode())),
      (error) => {
        this.#onError(error)
        this.#refuse(session, CLOSE.goingDown)
      },
    )
  }

  async exists(documentId: string): Promise<boolean> {
    return this.#open.has(documentId) || (await this.#log.exists(documentId))
  }

  disconnect(documentId: string, personId: string, code: number): void {
    this.#open.get(documentId)?.endAll(code, (session) => session.member.personId === personId)
  }

  tell(documentId: string, notice: ServerNotice): void {
    this.#open.get(documentId)?.tell(notice)
  }

  sessions(): number {
    return [...this.#open.values()].reduce((sum, room) => sum + room.size, 0)
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.allSettled(this.#loading.values())
    await Promise.all([...this.#open].map(([documentId, room]) => this.#closeRoom(documentId, room)))
  }

  /** What is on its way is kept and acknowledged before the connection ends. */
  async #closeRoom(documentId: string, room: Room): Promise<void> {
    await room.settled()
    room.endAll(CLOSE.goingDown)
    await room.compact(LIMITS.tailWhenClosing).catch(this.#onError)
    this.#open.delete(documentId)
    room.destroy()
  }

  #receive(documentId: string, session: Session, bytes: Uint8Array): void {
    if (session.now.state === 'opening') this.#hold(session, session.now, bytes)
    else this.#open.get(documentId)?.receive(session, bytes)
  }

  #hold(session: Session, now: OpeningSession, bytes: Uint8Array): void {
    now.waiting.push(bytes)
    now.waitingBytes += bytes.length
    if (now.waitingBytes > LIMITS.waiting) this.#refuse(session, CLOSE.tooMuch)
  }

  #leave(documentId: string, session: Session): void {
    if (session.now.state === 'opening') session.now = { state: 'closed' }
    else this.#open.get(documentId)?.leave(session)
  }

  #closedCode(): number {
    return this.#closing ? CLOSE.goingDown : CLOSE.noSuchDocument
  }

  #refuse(session: Session, code: number): void {
    if (session.now.state === 'closed') return
    session.now = { state: 'closed' }
    session.socket.close(code)
  }

  async #room(documentId: string): Promise<Room | null> {
    const open = this.#open.get(documentId)
    if (open) return open
    const loading = this.#loading.get(documentId) ?? this.#startLoading(documentId)
    return await loading
  }

  #startLoading(documentId: string): Promise<Room | null> {
    const loading = this.#load(documentId).finally(() => this.#loading.delete(documentId))
    this.#loading.set(documentId, loading)
    return loading
  }

  async #load(documentId: string): Promise<Room | null> {
    const logged = await this.#log.load(documentId)
    if (!logged) return null
    const room = new Room({
      documentId,
      log: this.#log,
      clock: this.#clock,
      state: buildDocument(logged),
      onError: this.#onError,
      onEmpty: () => this.#unloadLater(documentId, room),
    })
    this.#open.set(documentId, room)
    this.#unloadLater(documentId, room)
    return room
  }

  #unloadLater(documentId: string, room: Room): void {
    this.#clock.after(LIMITS.unloadAfter, () => {
      if (!room.isIdle || this.#closing) return
      room
        .compact(LIMITS.tailWhenClosing)
        .catch(this.#onError)
        .then(() => this.#unload(documentId, room))
    })
  }

  #unload(documentId: string, room: Room): void {
    if (!room.isIdle || this.#open.get(documentId) !== room) return
    this.#open.delete(documentId)
    room.destroy()
  }
}
