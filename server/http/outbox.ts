import type { Duplex } from 'node:stream'

/** RFC 6455, 5.2: the last frame of a message, binary; and what the second byte says of longer lengths. */
const FIN_BINARY = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127
/** Up to this many bytes it is cheaper to copy what leaves together into one piece. */
const SMALL = 16_384

/**
 * What one connection is to be sent in this turn of the event loop; it leaves as one write when the turn ends. A cursor, the words
 * before it and the acknowledgement of others then cost one call of the system instead of three, and the more people type, the more
 * goes together.
 */
export class Outbox {
  readonly #line: Duplex
  #frames: Uint8Array[] = []
  /** Bytes that wait for the end of the turn. */
  bytes = 0

  constructor(line: Duplex) {
    this.#line = line
  }

  add(message: Uint8Array): void {
    if (this.#frames.length === 0) setImmediate(() => this.flush())
    for (const part of frameOf(message)) {
      this.#frames.push(part)
      this.bytes += part.length
    }
  }

  /** Sends what waits now, so that something else can follow it. */
  flush(): void {
    const frames = this.#frames
    if (frames.length === 0) return
    const { bytes } = this
    this.#frames = []
    this.bytes = 0
    if (!this.#line.writable) return
    if (frames.length === 1 || bytes <= SMALL) this.#line.write(joined(frames))
    else this.#writeAll(frames)
  }

  #writeAll(frames: readonly Uint8Array[]): void {
    this.#line.cork()
    for (const frame of frames) this.#line.write(frame)
    this.#line.uncork()
  }
}

function joined(frames: readonly Uint8Array[]): Uint8Array {
  const [first] = frames
  return first && frames.length === 1 ? first : Buffer.concat(frames)
}

/** The message framed last: one message goes to everybody in a room, one after the other. */
let last: { message: Uint8Array; frame: readonly Uint8Array[] } | null = null

/** A whole message as a server frames it, without a mask: in one piece when it is small, else behind its head. */
export function frameOf(message: Uint8Array): readonly Uint8Array[] {
  if (last?.message === message) return last.frame
  const head = headOf(message.length)
  if (message.length > SMALL) return [head, message]
  const frame = [Buffer.concat([head, message])]
  last = { message, frame }
  return frame
}

function headOf(length: number): Buffer {
  if (length < LENGTH_16) return Buffer.of(FIN_BINARY, length)
  if (length < 65_536) {
    const head = Buffer.of(FIN_BINARY, LENGTH_16, 0, 0)
    head.writeUInt16BE(length, 2)
    return head
  }
  const head = Buffer.alloc(10)
  head[0] = FIN_BINARY
  head[1] = LENGTH_64
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
