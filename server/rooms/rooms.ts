import * as Y from 'yjs'
import { CLOSE, type Hold, type RefusalReason, type ServerNotice } from '../../shared/protocol/live.ts'
import { exhaustive } from '../../shared/support/exhaustive.ts'
import type { DocumentLog, LogChange } from '../storage/document-log.ts'
import { type Clock, systemClock } from './clock.ts'
import { openDocument } from './document-state.ts'
import { LIMITS, type Tails } from './limits.ts'
import type { Member, MemberChange } from './member.ts'
import { Room } from './room.ts'
import type { RoomSocket } from './room-socket.ts'
import { type OpeningSession, openingSession, type Session } from './session.ts'
import { ShownClients } from './shown-clients.ts'

export type { Member, MemberChange } from './member.ts'
export type { RoomSocket } from './room-socket.ts'

/** There is no such document in the log. */
export class NoSuchDocument extends Error {
  override readonly name = 'NoSuchDocument'
}

/** Tokens by id, sessions of browsers as the server keeps them. */
export type Credentials = { tokens: ReadonlySet<string>; sessions: ReadonlySet<string> }

/** Who changed what in a document, the newest first, and by which Yjs client ids people wrote what is in it. */
export type DocumentHistory = { changes: LogChange[]; clientIds: Map<number, string> }

/** All live documents of this process. */
export type Rooms = {
  /** Begins a document; `by` is the person its content belongs to. Rejects with `DocumentExists` or `NotKept`. */
  create(documentId: string, update: Uint8Array, by: string): Promise<void>
  /** Lets `reader` look at the document as it is kept. Rejects with `NoSuchDocument`. */
  read<T>(documentId: string, reader: (doc: Y.Doc) => T): Promise<T>
  /** Resolves when nothing that was taken of a document is on its way to the disk any more. */
  settled(documentId: string): Promise<void>
  /** The persons by whom something in the document was written. Rejects with `NoSuchDocument`. */
  writers(documentId: string): Promise<Set<string>>
  /**
   * The newest changes that ended before a moment (ms), `limit` of them at most, and whose client ids are whose. Rejects with
   * `NoSuchDocument`.
   */
  history(documentId: string, before: number, limit: number): Promise<DocumentHistory>
  /** Hands a connection over. It is closed with 4404 when there is no such document. */
  connect(documentId: string, socket: RoomSocket, member: Member): void
  exists(documentId: string): Promise<boolean>
  /** Ends every connection of a person to a document. */
  disconnect(documentId: string, personId: string, code: number): void
  /**
   * Somebody is something else in a document from now on: its open connections learn it by the notice `role`, and everybody sees its
   * cursors under the new name and party. Null: it is in it no more, and its connections end with 4403.
   */
  changeMember(documentId: string, personId: string, member: MemberChange | null): void
  /**
   * Changes a document from the side of the server, in the name of a person, by the road of every write: kept, applied, told. Resolves
   * when that is done. Rejects with `NoSuchDocument`, with `DocumentHeld` when nobody may write in it now, or with `NotKept` when nothing of
   * it is kept.
   */
  edit(documentId: string, personId: string, change: (doc: Y.Doc) => void): Promise<void>
  /**
   * Asks anew whether a document takes writes (`holdOf`), after that may have changed: everybody of ours in it learns the answer by the
   * notice `role`. Rejects as `holdOf` does.
   */
  holdAnew(documentId: string): Promise<void>
  /** Sends a notice to everybody of ours in the document, or to those `whom` picks out, if it is open. */
  tell(documentId: string, notice: ServerNotice, whom?: (member: Member) => boolean): void
  /**
   * Takes a document out for good, its past with it: connections end with 4404, what is on its way to the disk is waited for, nobody is let in
   * again. Rejects with `NotKept` when the disk says no; it can be asked again.
   */
  remove(documentId: string): Promise<void>
  /** What open connections came with: tokens, and sessions of browsers. */
  credentials(): Credentials
  /** Ends every connection that came with one of these, with 4401. */
  endCredentials(over: Credentials): void
  /** Open connections. */
  sessions(): number
  /** Documents in memory. */
  documents(): number
  /** Ends all connections (4503) after everything taken is kept; afterwards nobody is let in. */
  close(): Promise<void>
}

/** Is told who comes to a document and who is gone: a person's first connection, and the end of the last one. */
export type DocumentVisitors = {
  came(documentId: string, personId: string): void
  left(documentId: string, personId: string): void
}

export type RoomsOptions = {
  log: DocumentLog
  clock?: Clock
  visitors?: DocumentVisitors
  onError?: (error: unknown) => void
  /** Why a document takes no writes of anybody; null when writers may write. Asked when it opens, and by `holdAnew`. */
  holdOf?: (documentId: string) => Promise<Hold | null>
  /** Is told of each write that was not taken. */
  onRefused?: (reason: RefusalReason) => void
  /** How many entries stand behind the last snapshot before a new one is made. */
  tails?: Tails
}

const NOBODY_TOLD: DocumentVisitors = { came: () => {}, left: () => {} }
const NEVER_HELD = async () => null

export function createRooms(options: RoomsOptions): Rooms {
  const { clock = systemClock, visitors = NOBODY_TOLD, onError = () => {}, tails = LIMITS.tails } = options
  const { onRefused = () => {}, holdOf = NEVER_HELD } = options
  return new LiveRooms({ log: options.log, clock, visitors, onError, tails, onRefused, holdOf })
}

class LiveRooms implements Rooms {
  readonly #parts: Required<RoomsOptions>
  readonly #shown: ShownClients
  readonly #open = new Map<string, Room>()
  /** Loads under way are shared: two people opening one document wait for the same promise. */
  readonly #loading = new Map<string, Promise<Room | null>>()
  /** Connections whose room is not there yet, with the document they want. */
  readonly #opening = new Map<Session, string>()
  /** Documents that are gone, or on their way out. */
  readonly #removed = new Set<string>()
  #closing = false

  constructor(parts: Required<RoomsOptions>) {
    this.#parts = parts
    this.#shown = new ShownClients(parts.log, parts.clock, parts.onError)
  }

  async create(documentId: string, update: Uint8Array, by: string): Promise<void> {
    Y.decodeUpdate(update)
    await this.#parts.log.create(documentId, { personId: by, at: this.#parts.clock.now(), bytes: update })
  }

  async read<T>(documentId: string, reader: (doc: Y.Doc) => T): Promise<T> {
    return reader((await this.#existingRoom(documentId)).doc)
  }

  async settled(documentId: string): Promise<void> {
    await this.#open.get(documentId)?.settled()
  }

  async writers(documentId: string): Promise<Set<string>> {
    return (await this.#existingRoom(documentId)).writers
  }

  async history(documentId: string, before: number, limit: number): Promise<DocumentHistory> {
    const room = await this.#existingRoom(documentId)
    const { clientIds } = room
    const changes = await room.changes(before, limit)
    return { clientIds, changes: changes.sort((a, b) => b.to - a.to).slice(0, limit) }
  }

  connect(documentId: string, socket: RoomSocket, member: Member): void {
    const session = openingSession(socket, member)
    this.#opening.set(session, documentId)
    socket.onMessage((bytes) => this.#receive(documentId, session, bytes))
    socket.onClose(() => this.#leave(documentId, session))
    if (this.#closing) this.#turnAway(session, CLOSE.goingDown)
    else this.#bringIn(documentId, session).catch(this.#parts.onError)
  }

  async exists(documentId: string): Promise<boolean> {
    if (this.#removed.has(documentId)) return false
    return this.#open.has(documentId) || (await this.#parts.log.exists(documentId))
  }

  disconnect(documentId: string, personId: string, code: number): void {
    const isMeant = (session: Session) => session.member.personId === personId
    for (const [session, wanted] of this.#opening) {
      if (wanted === documentId && isMeant(session)) this.#turnAway(session, code)
    }
    this.#open.get(documentId)?.end(code, isMeant)
  }

  changeMember(documentId: string, personId: string, member: MemberChange | null): void {
    if (member === null) {
      this.disconnect(documentId, personId, CLOSE.notAllowed)
      return
    }
    for (const [session, wanted] of this.#opening) {
      const isMeant = wanted === documentId && session.member.personId === personId
      if (isMeant) session.member = { ...session.member, ...member }
    }
    this.#open.get(documentId)?.changeMember(personId, member)
  }

  async edit(documentId: string, personId: string, change: (doc: Y.Doc) => void): Promise<void> {
    const room = await this.#existingRoom(documentId)
    // It may have been unloaded in between; the next look loads it again.
    if (this.#open.get(documentId) !== room && !this.#closing) await this.edit(documentId, personId, change)
    else await room.edit(personId, change)
  }

  async holdAnew(documentId: string): Promise<void> {
    // A room that is still loading may have asked before the change.
    const room = (await this.#loading.get(documentId)?.catch(() => null)) ?? this.#open.get(documentId)
    await room?.holdAnew(() => this.#parts.holdOf(documentId))
  }

  tell(documentId: string, notice: ServerNotice, whom: (member: Member) => boolean = () => true): void {
    this.#open.get(documentId)?.tell(notice, whom)
  }

  async remove(documentId: string): Promise<void> {
    this.#removed.add(documentId)
    for (const [session, wanted] of this.#opening)
      if (wanted === documentId) this.#turnAway(session, CLOSE.noSuchDocument)
    await this.#loading.get(documentId)?.catch(this.#parts.onError)
    const room = this.#open.get(documentId)
    if (room) {
      await room.discard(CLOSE.noSuchDocument)
      this.#open.delete(documentId)
      room.destroy()
    }
    await this.#parts.log.remove(documentId)
  }

  credentials(): Credentials {
    const members = [...this.#open.values()].flatMap((room) => [...room.members()])
    return {
      tokens: new Set(members.flatMap(({ token }) => token ?? [])),
      sessions: new Set(members.flatMap(({ session }) => session ?? [])),
    }
  }

  endCredentials(over: Credentials): void {
    const isOver = ({ member: { token = '', session = '' } }: Session) =>
      over.tokens.has(token) || over.sessions.has(session)
    for (const room of this.#open.values()) room.end(CLOSE.notKnown, isOver)
  }

  sessions(): number {
    return [...this.#open.values()].reduce((sum, room) => sum + room.size, 0)
  }

  documents(): number {
    return this.#open.size
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.allSettled(this.#loading.values())
    for (const session of this.#opening.keys()) this.#turnAway(session, CLOSE.goingDown)
    await Promise.all([...this.#open].map(([documentId, room]) => this.#closeRoom(documentId, room)))
    await this.#shown.close()
  }

  async #closeRoom(documentId: string, room: Room): Promise<void> {
    await room.close(CLOSE.goingDown).catch(this.#parts.onError)
    this.#open.delete(documentId)
    room.destroy()
  }

  async #bringIn(documentId: string, session: Session): Promise<void> {
    try {
      const room = await this.#room(documentId)
      if (!room || this.#closing) this.#turnAway(session, room ? CLOSE.goingDown : CLOSE.noSuchDocument)
      else room.join(session)
      this.#opening.delete(session)
    } catch (error) {
      this.#turnAway(session, CLOSE.goingDown)
      throw error
    }
  }

  #receive(documentId: string, session: Session, bytes: Uint8Array): void {
    const { now } = session
    switch (now.state) {
      case 'opening':
        this.#hold(session, now, bytes)
        break
      case 'open':
        this.#open.get(documentId)?.receive(session, bytes)
        break
      case 'closed':
        break
      default:
        exhaustive(now)
    }
  }

  #hold(session: Session, now: OpeningSession, bytes: Uint8Array): void {
    now.waiting.push(bytes)
    now.waitingBytes += bytes.length
    if (now.waitingBytes > LIMITS.waiting) this.#turnAway(session, CLOSE.tooMuch)
  }

  #leave(documentId: string, session: Session): void {
    this.#opening.delete(session)
    if (session.now.state === 'open') this.#open.get(documentId)?.leave(session)
    session.now = { state: 'closed' }
  }

  #turnAway(session: Session, code: number): void {
    this.#opening.delete(session)
    if (session.now.state === 'closed') return
    session.now = { state: 'closed' }
    session.socket.close(code)
  }

  async #existingRoom(documentId: string): Promise<Room> {
    const room = await this.#room(documentId)
    if (!room) throw new NoSuchDocument(`there is no document ${documentId}`)
    return room
  }

  async #room(documentId: string): Promise<Room | null> {
    if (this.#removed.has(documentId)) return null
    const room = this.#open.get(documentId)
    if (room) return room
    const loading = this.#loading.get(documentId) ?? this.#startLoading(documentId)
    return await loading
  }

  #startLoading(documentId: string): Promise<Room | null> {
    const loading = this.#load(documentId).finally(() => this.#loading.delete(documentId))
    this.#loading.set(documentId, loading)
    return loading
  }

  async #load(documentId: string): Promise<Room | null> {
    const logged = await this.#parts.log.load(documentId)
    if (!logged) return null
    const hold = await this.#parts.holdOf(documentId)
    const room: Room = new Room({
      ...this.#parts,
      documentId,
      hold,
      state: openDocument(logged),
      visitors: {
        came: (personId) => this.#parts.visitors.came(documentId, personId),
        left: (personId) => this.#parts.visitors.left(documentId, personId),
      },
      onShown: (client) => this.#shown.add(documentId, client),
      onIdle: () => this.#unloadLater(documentId, room),
    })
    this.#open.set(documentId, room)
    this.#unloadLater(documentId, room)
    return room
  }

  #unloadLater(documentId: string, room: Room): void {
    this.#parts.clock.after(LIMITS.unloadAfter, () => {
      if (!this.#closing && room.isIdle) this.#unload(documentId, room).catch(this.#parts.onError)
    })
  }

  /** Somebody may have come in while the snapshot was written: then the room stays. Without a snapshot the log has everything too. */
  async #unload(documentId: string, room: Room): Promise<void> {
    if (this.#open.get(documentId) !== room) return
    await room.compact(this.#parts.tails.closing).catch(this.#parts.onError)
    if (!room.isIdle || this.#open.get(documentId) !== room) return
    this.#open.delete(documentId)
    room.destroy()
  }
}
