import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Member, Rooms } from '../../server/rooms/rooms.ts'
import { step2Message, updateMessage } from '../../server/rooms/wire.ts'
import { type LostWordsWatch, watchLostWords } from '../../shared/document/lost-words.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { createUndoManager } from '../../shared/document/undo.ts'
import { MESSAGE, type RefusalReason, type ServerNotice, serverNotice } from '../../shared/protocol/live.ts'
import { SocketPair } from './socket-pair.ts'

const STEP1 = 0
const STEP2 = 1

/** How a participant gets to the server that runs now, and which client id its next page has. */
export type Surroundings = {
  rooms: () => Pick<Rooms, 'connect'>
  documentId: string
  nextClientId: () => number
}

/**
 * One person with a page of ours that can lose its connection, be closed and be opened again, and that remembers all that it was
 * promised: what it saw of others, and what it was told is kept of its own.
 */
export class Participant {
  readonly member: Member
  /** What it saw or was told is kept, in every life of its page. */
  readonly promised: Uint8Array[] = []
  /** The texts it was offered back, in every life of its page. */
  readonly offered: string[] = []
  readonly refusals: RefusalReason[] = []
  doc!: Y.Doc
  undo!: Y.UndoManager
  pair!: SocketPair
  /** The document was here in full once: before that a page draws nothing, and nobody can write in it. */
  isWhole = false
  /** True while nothing passes between it and the server. */
  isCut = false
  readonly #surroundings: Surroundings
  /** The client ids this device remembers as its person's own, and whether the server has said on this page who that is. */
  readonly #pens = new Set<number>()
  #isKnown = false
  #watch!: LostWordsWatch
  /** The copy on the device: every update as it came in, every edit as it was made. */
  #copy: Uint8Array[] = []
  /** The writes of this connection by their number, as long as they are not settled. */
  #writes = new Map<number, Uint8Array>()
  #written = 0
  #lastWrite: Uint8Array | null = null

  constructor(member: Member, surroundings: Surroundings) {
    this.member = member
    this.#surroundings = surroundings
    this.#openPage()
    this.connect()
  }

  /** Closes the page and opens it again: without what it had, or with the copy that the device kept. */
  reopen(keepsCopy: boolean): void {
    this.pair.drop()
    if (!keepsCopy) {
      this.#copy = []
      this.isWhole = false
    }
    this.#openPage()
    this.connect()
  }

  /** A new connection, as after a lost one. */
  connect(): void {
    this.pair = new SocketPair()
    this.#writes = new Map()
    this.#written = 0
    this.#lastWrite = null
    const { rooms, documentId } = this.#surroundings
    rooms().connect(documentId, this.pair.server, this.member)
    this.#sendSync((encoder) => writeSyncStep1(encoder, this.doc))
  }

  write(update: Uint8Array, message = updateMessage(update)): void {
    if (this.pair.closeCode !== null) return
    this.#written += 1
    this.#writes.set(this.#written, update)
    this.#lastWrite = update
    this.pair.toServer.push(message)
  }

  /** Sends once more what it sent last. */
  repeat(): void {
    if (this.#lastWrite) this.write(this.#lastWrite)
  }

  /** Reads `count` of the messages that wait; `twice`: each of them two times. */
  receive(count: number, twice = false): void {
    for (const bytes of this.pair.takeForClient(count)) {
      this.#read(bytes)
      if (twice && bytes[0] === MESSAGE.sync && bytes[1] !== STEP1) this.#read(bytes)
    }
  }

  #openPage(): void {
    this.undo?.destroy()
    this.doc = newDocument()
    this.doc.clientID = this.#surroundings.nextClientId()
    this.#isKnown = this.#copy.length > 0
    if (this.#isKnown) this.#pens.add(this.doc.clientID)
    this.#watch = watchLostWords(this.doc, {
      ownClientIds: () => (this.#isKnown ? this.#pens : []),
      onLost: ({ text }) => this.#isKnown && this.offered.push(text),
    })
    this.#fillFromCopy()
    this.undo = createUndoManager(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#copy.push(origin === this ? this.#watch.asMade(update) : update)
      if (origin !== this) this.write(update)
    })
  }

  #fillFromCopy(): void {
    if (this.#copy.length === 0) return
    const whole = Y.mergeUpdates(this.#copy)
    this.#watch.taking(whole, () => Y.applyUpdate(this.doc, whole, this))
  }

  #sendSync(write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    write(encoder)
    this.pair.toServer.push(toUint8Array(encoder))
  }

  #read(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.notice) this.#note(serverNotice.parse(JSON.parse(readVarString(decoder))))
    if (type !== MESSAGE.sync) return
    if (bytes[1] === STEP1) this.#answer(bytes)
    else this.#see(bytes)
  }

  #answer(question: Uint8Array): void {
    const decoder = createDecoder(question.subarray(2))
    const update = this.#watch.encode(readVarUint8Array(decoder))
    this.write(update, step2Message(update))
  }

  #see(bytes: Uint8Array): void {
    const update = readVarUint8Array(createDecoder(bytes.subarray(2)))
    this.promised.push(update)
    if (bytes[1] === STEP2) this.isWhole = true
    const decoder = createDecoder(bytes.subarray(1))
    this.#watch.taking(update, () => readSyncMessage(decoder, createEncoder(), this.doc, this))
  }

  #note(notice: ServerNotice): void {
    if (notice.kind === 'welcome') {
      this.#isKnown = true
      this.#pens.add(this.doc.clientID)
    }
    if (notice.kind === 'refused') {
      this.refusals.push(notice.reason)
      this.#writes.delete(notice.message)
    }
    if (notice.kind !== 'kept') return
    for (const [number, update] of this.#writes) {
      if (number > notice.upTo) break
      this.promised.push(update)
      this.#writes.delete(number)
    }
  }
}
