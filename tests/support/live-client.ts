import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { encodePresence, maybePresenceEntries, type PresenceEntry } from '../../server/rooms/presence.ts'
import { awarenessMessage } from '../../server/rooms/wire.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import {
  MESSAGE,
  SCHEMA_PREFIX,
  SCHEMA_VERSION,
  type ServerNotice,
  SUBPROTOCOL,
  serverNotice,
} from '../../shared/protocol/live.ts'

/** A client of ours on a real socket that never connects again by itself, so that a test knows what came through. */
export class LiveClient {
  readonly doc = newDocument()
  readonly notices: ServerNotice[] = []
  /** Every cursor it was told of, its own included, in order. */
  readonly presence: PresenceEntry[] = []
  /** Write messages sent, as the server counts them. */
  sent = 0
  readonly #socket: WebSocket
  #clock = 1000
  #whenSynced: () => void = () => {}
  readonly #onAnswer: (() => void)[] = []
  readonly #onNotice: (() => void)[] = []
  readonly synced: Promise<void>
  readonly closed: Promise<number>

  constructor(address: string, headers: Record<string, string>) {
    const protocols = [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`]
    this.#socket = new WebSocket(address, protocols, { headers })
    this.synced = new Promise((resolve) => {
      this.#whenSynced = resolve
    })
    this.closed = new Promise((resolve) => this.#socket.on('close', resolve))
    this.closed.then(() => {
      for (const heard of this.#onNotice.splice(0)) heard()
    })
    this.#socket.on('error', () => {})
    this.#socket.on('open', () => this.#send((encoder) => writeSyncStep1(encoder, this.doc)))
    this.#socket.on('message', (data) => this.#read(data as Uint8Array))
    this.doc.on('update', (update, origin) => {
      if (origin === this || this.#socket.readyState !== WebSocket.OPEN) return
      this.sent += 1
      this.#send((encoder) => writeUpdate(encoder, update))
    })
  }

  /** False also when the server ended the connection, because it had more to tell than was read. */
  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  /** The number of the last write the server has told to be kept. */
  get keptUpTo(): number {
    return this.notices.findLast((notice) => notice.kind === 'kept')?.upTo ?? 0
  }

  /** Resolves when the server has told that all that was sent until now is kept, or when the connection ends. */
  async keptAll(): Promise<void> {
    const { sent } = this
    while (this.keptUpTo < sent && this.#socket.readyState === WebSocket.OPEN)
      await new Promise<void>((resolve) => this.#onNotice.push(resolve))
  }

  /** Shows a cursor under a client id: the own one, or another that it claims. */
  show(state: object, clientId = this.doc.clientID): void {
    this.#clock += 1
    const entry = { clientId, clock: this.#clock, state: JSON.stringify(state) }
    this.#socket.send(awarenessMessage(encodePresence([entry])))
  }

  /** Asks for the document; resolves with the answer, and by then the server has looked at all that was sent before. */
  async roundTrip(): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#onAnswer.push(resolve))
    this.#send((encoder) => writeSyncStep1(encoder, this.doc))
    await answered
  }

  /** Why its writes were refused, in order. */
  get refusals(): string[] {
    return this.notices.flatMap((notice) => (notice.kind === 'refused' ? notice.reason : []))
  }

  /** Sends a sync message (1: an answer, 2: an update) with any bytes in it. */
  sendSync(step: 1 | 2, bytes: Uint8Array): void {
    this.sent += 1
    this.#send((encoder) => {
      writeVarUint(encoder, step)
      writeVarUint8Array(encoder, bytes)
    })
  }

  close(): void {
    this.#socket.terminate()
  }

  #send(write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    write(encoder)
    this.#socket.send(toUint8Array(encoder))
  }

  #read(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.notice) {
      this.notices.push(serverNotice.parse(JSON.parse(readVarString(decoder))))
      for (const heard of this.#onNotice.splice(0)) heard()
    }
    if (type === MESSAGE.awareness)
      this.presence.push(...(maybePresenceEntries(readVarUint8Array(decoder)) ?? []))
    if (type !== MESSAGE.sync) return
    const answer = createEncoder()
    writeVarUint(answer, MESSAGE.sync)
    const step = readSyncMessage(decoder, answer, this.doc, this)
    if (step === 1) {
      this.#whenSynced()
      for (const answered of this.#onAnswer.splice(0)) answered()
    }
    if (length(answer) === 1) return
    this.sent += 1
    this.#socket.send(toUint8Array(answer))
  }
}
