import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { encodePresence } from '../../../server/rooms/presence.ts'
import { awarenessMessage, step1Message, step2Message, updateMessage } from '../../../server/rooms/wire.ts'
import { MESSAGE } from '../../../shared/protocol/live.ts'
import { type Dialect, maybeGreeting, prefixOf } from './dialect.ts'
import { Keyboard } from './keyboard.ts'
import { RawSocket } from './raw-socket.ts'

export type Place = { address: string; documentId: string; dialect: Dialect; headers: Record<string, string> }

/** Hocuspocus asks back under a type of its own. */
const SYNC_REPLY = 4
const NOTHING = Uint8Array.of(0)
const NO_UPDATE = Uint8Array.of(0, 0)

/** One person's connection: asks for the document, hears updates, types. Keeps no document. */
export class LoadClient {
  readonly keyboard = new Keyboard()
  readonly socket: RawSocket
  /** The whole document, as it came. */
  readonly whole: Promise<Uint8Array>
  onUpdate: (update: Uint8Array) => void = () => {}
  /** The server ended the connection. */
  onEnd: () => void = () => {}
  readonly #prefix: Uint8Array
  #isWhole: (state: Uint8Array) => void = () => {}
  #cursors = 0

  constructor({ address, documentId, dialect, headers }: Place) {
    this.#prefix = prefixOf(dialect, documentId)
    this.socket = new RawSocket(address, headers)
    this.whole = new Promise((resolve, reject) => {
      this.#isWhole = resolve
      this.socket.opened.catch(reject)
      this.socket.onClose = () => {
        reject(new Error(`${address} ended the connection`))
        this.onEnd()
      }
    })
    this.whole.catch(() => {})
    this.socket.onMessage = (bytes) => this.#read(bytes)
    const greeting = maybeGreeting(dialect)
    this.socket.opened.then(
      () => this.say(...(greeting ? [greeting] : []), step1Message(NOTHING)),
      () => {},
    )
  }

  /** False when the line is full. */
  say(...messages: Uint8Array[]): boolean {
    return this.socket.send(...messages.map((message) => Buffer.concat([this.#prefix, message])))
  }

  /** One key, and the cursor behind it. */
  strike(): void {
    const update = this.keyboard.strike()
    this.#cursors += 1
    const entry = { clientId: this.keyboard.clientId, clock: this.#cursors, state: this.keyboard.cursor() }
    this.say(updateMessage(update), awarenessMessage(encodePresence([entry])))
  }

  #read(bytes: Buffer): void {
    const message = bytes.subarray(this.#prefix.length)
    if (message[0] !== MESSAGE.sync && message[0] !== SYNC_REPLY) return
    const decoder = createDecoder(message)
    readVarUint(decoder)
    const step = readVarUint(decoder)
    if (step === 0) this.say(step2Message(NO_UPDATE))
    else if (step === 1) this.#isWhole(readVarUint8Array(decoder))
    else this.onUpdate(readVarUint8Array(decoder))
  }
}
