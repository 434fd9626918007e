import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { MESSAGE } from '../../shared/protocol/live.ts'

/** What a message of the y-websocket protocol means to the counters of this page. */
export type Outgoing = { kind: 'write'; what: 'step2' | 'update' } | { kind: 'awareness' } | { kind: 'other' }

/** Tells what an outgoing message is by its first numbers (y-protocols: message type, then the step of sync). */
export function outgoingKind(data: Uint8Array): Outgoing {
  const decoder = createDecoder(data)
  const type = readVarUint(decoder)
  if (type === MESSAGE.awareness) return { kind: 'awareness' }
  if (type !== MESSAGE.sync) return { kind: 'other' }
  const step = readVarUint(decoder)
  if (step === messageYjsSyncStep2) return { kind: 'write', what: 'step2' }
  return step === messageYjsUpdate ? { kind: 'write', what: 'update' } : { kind: 'other' }
}

/** The own part of an awareness message: `gone` is true when it says that this page leaves. Null when it speaks of others only. */
export function ownAwareness(data: Uint8Array, clientId: number): { gone: boolean } | null {
  const outer = createDecoder(data)
  readVarUint(outer)
  const inner = createDecoder(readVarUint8Array(outer))
  const entries = readVarUint(inner)
  for (let entry = 0; entry < entries; entry++) {
    const id = readVarUint(inner)
    readVarUint(inner)
    const state = readVarString(inner)
    if (id === clientId) return { gone: state === 'null' }
  }
  return null
}

/** Gap between two messages about the own presence, in milliseconds: cursors stay lively, and a fast typist floods nobody. */
const AWARENESS_GAP = 80

export type OutgoingListener = {
  clientId: number
  /** Whether writes may go out. What is held back travels in the sync step 2 that answers the server's first question. */
  mayWrite: () => boolean
  onWrite: (what: 'step2' | 'update') => void
  /** The newest state of the own presence as a message, made when it is due. */
  encodePresence: () => Uint8Array
}

/**
 * A WebSocket that counts the writes which pass and holds back presence: news of others is not repeated (the server drops it),
 * one's own goes out at most once per gap, the newest state last.
 */
export function outgoingSocket(Base: typeof WebSocket, listener: OutgoingListener): typeof WebSocket {
  return class OutgoingSocket extends Base {
    #timer: ReturnType<typeof setTimeout> | null = null
    #due = false

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      // y-websocket sends nothing but byte arrays.
      const message = data as Uint8Array<ArrayBuffer>
      const outgoing = outgoingKind(message)
      if (outgoing.kind === 'write' && !listener.mayWrite()) return
      if (outgoing.kind === 'awareness') this.#sendPresence(message)
      else super.send(message)
      if (outgoing.kind === 'write') listener.onWrite(outgoing.what)
    }

    #sendPresence(data: Uint8Array<ArrayBuffer>): void {
      const own = ownAwareness(data, listener.clientId)
      if (own === null) return
      if (own.gone || this.#timer === null) {
        super.send(data)
        this.#pause()
      } else {
        this.#due = true
      }
    }

    #pause(): void {
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#due = false
      this.#timer = setTimeout(() => this.#resume(), AWARENESS_GAP)
    }

    #resume(): void {
      this.#timer = null
      if (!this.#due || this.readyState !== this.OPEN) return
      super.send(listener.encodePresence() as Uint8Array<ArrayBuffer>)
      this.#pause()
    }
  }
}
