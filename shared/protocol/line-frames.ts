import { CLOSE } from './live.ts'

/** Broken framing (RFC 6455, 7.4.1: protocol error). */
export const BROKEN_FRAMING = 1002

/** Bytes before the content: the length of what follows it, and the kind. */
const HEAD = 5

export type Frame = { kind: number; content: Uint8Array<ArrayBuffer> }

/** The head of a frame with so many bytes of content. */
export function frameHead(kind: number, length: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD)
  new DataView(head.buffer).setUint32(0, length + 1)
  head[HEAD - 1] = kind
  return head
}

/** The content of a `closed` frame. */
export function closedContent(code: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(code >> 8, code & 255)
}

/** The code in the content of a `closed` frame. */
export function closeCodeIn(content: Uint8Array): number {
  const [high = 0, low = 0] = content
  return high * 256 + low
}

/** A frame that can not be. `code` is the close code for it. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
  readonly code: number

  constructor(message: string, code: number) {
    super(message)
    this.code = code
  }
}

/** Puts frames together from bytes as they come. */
export class FrameReader {
  readonly #largest: number
  #chunks: Uint8Array[] = []
  #length = 0

  /** `largest`: bytes of content that one frame may have. */
  constructor(largest: number) {
    this.#largest = largest
  }

  /** The frames that are whole now. Throws `FrameError`: 1009 for one that is too large, 1002 for one that has not even a kind. */
  read(bytes: Uint8Array): Frame[] {
    if (bytes.length > 0) this.#chunks.push(bytes)
    this.#length += bytes.length
    const frames: Frame[] = []
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame)
    return frames
  }

  /** Forgets the frame that is not whole yet: what carried it broke off. */
  reset(): void {
    this.#chunks = []
    this.#length = 0
  }

  #next(): Frame | null {
    if (this.#length < HEAD) return null
    const head = this.#peek()
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0)
    if (length === 0) throw new FrameError('a frame has no kind', BROKEN_FRAMING)
    if (length - 1 > this.#largest) throw new FrameError('a frame is too large', CLOSE.tooLarge)
    if (this.#length < HEAD - 1 + length) return null
    const whole = this.#take(HEAD - 1 + length)
    return { kind: whole[HEAD - 1] ?? 0, content: whole.subarray(HEAD) }
  }

  #peek(): Uint8Array {
    const [first] = this.#chunks
    return first !== undefined && first.length >= HEAD ? first : this.#joined()
  }

  /** A copy: what was read may be part of something much larger. */
  #take(length: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const chunk = this.#chunks[0] ?? new Uint8Array()
      const part = chunk.subarray(0, length - filled)
      taken.set(part, filled)
      filled += part.length
      if (part.length === chunk.length) this.#chunks.shift()
      else this.#chunks[0] = chunk.subarray(part.length)
    }
    this.#length -= length
    return taken
  }

  #joined(): Uint8Array {
    const all = new Uint8Array(this.#length)
    let at = 0
    for (const chunk of this.#chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    this.#chunks = [all]
    return all
  }
}
