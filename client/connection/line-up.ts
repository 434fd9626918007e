import { FRAME, LINE_HEADERS, LINE_TIMES, PIECE_SIZE } from '../../shared/protocol/line.ts'
import { frameHead } from '../../shared/protocol/line-frames.ts'
import { askUntilAnswered, type Fetch, LineOver, LOST } from './line-request.ts'

/** How long (ms) one piece may take. */
const WITHIN = 10_000
/** Browsers carry no more than this (bytes) on when the page goes away. */
const CARRIED_ON = 32 * 1024
/**
 * Bytes that came down and are told to have come in without waiting for something else to say. The server takes what it has not heard
 * of for a slow reader's, and holds back what others do from 64 kB on.
 */
const TELL_AFTER = 16 * 1024

export type LineUpParts = {
  fetch: Fetch
  address: string
  signal: AbortSignal
  /** Number of the last message that came down in whole. */
  received: () => number
  onOver: (code: number) => void
}

/** The way up: one request at a time; what is said meanwhile goes along with the next. */
export class LineUp {
  readonly #parts: LineUpParts
  #waiting: Uint8Array<ArrayBuffer>[] = []
  #bytes = 0
  #piece = 0
  #isBusy = false
  #toldReceived = 0
  #saidAt = Date.now()
  #untold = 0
  #whenEmpty: (() => void)[] = []

  constructor(parts: LineUpParts) {
    this.#parts = parts
  }

  /** Bytes that the server has not said to have. */
  get bytes(): number {
    return this.#bytes
  }

  send(message: Uint8Array<ArrayBuffer>): void {
    const head = frameHead(FRAME.message, message.length)
    this.#waiting.push(head, message)
    this.#bytes += head.length + message.length
    this.#begin()
  }

  /** Something came down: says so when it is much, for the server holds it until then. */
  cameIn(bytes: number): void {
    this.#untold += bytes
    if (this.#untold >= TELL_AFTER) this.#begin()
  }

  /** The server showed that it lives, so shows this page; and it says what came in. */
  sign(): void {
    const isQuiet = Date.now() - this.#saidAt >= LINE_TIMES.sign
    if (isQuiet || this.#parts.received() > this.#toldReceived) this.#begin()
  }

  /** Resolves when all that was said is with the server, or the line is over. */
  emptied(): Promise<void> {
    if (!this.#isBusy) return Promise.resolve()
    return new Promise((resolve) => this.#whenEmpty.push(resolve))
  }

  #begin(): void {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#run().then(
      () => this.#rest(),
      (error: unknown) => {
        this.#rest()
        this.#parts.onOver(error instanceof LineOver ? error.code : LOST)
      },
    )
  }

  /** What is said in one go of the page goes up together. */
  async #run(): Promise<void> {
    do {
      await Promise.resolve()
      await this.#post(this.#cut())
    } while (this.#waiting.length > 0)
  }

  #rest(): void {
    this.#isBusy = false
    for (const resolve of this.#whenEmpty.splice(0)) resolve()
  }

  async #post(body: Uint8Array<ArrayBuffer>): Promise<void> {
    const { fetch, address, signal, received } = this.#parts
    this.#piece += 1
    this.#untold = 0
    let told = 0
    let isFirst = true
    const options = (): RequestInit => {
      told = received()
      // Goes on when the page is left in this moment. There is little room for that, so not for a second try.
      const keepalive = isFirst && body.length <= CARRIED_ON
      isFirst = false
      return { method: 'POST', body, keepalive, headers: headersOf(this.#piece, told) }
    }
    await askUntilAnswered({ fetch, address, signal, options, within: WITHIN, read: async () => null })
    this.#bytes -= body.length
    this.#toldReceived = told
    this.#saidAt = Date.now()
  }

  #cut(): Uint8Array<ArrayBuffer> {
    const piece = new Uint8Array(Math.min(this.#bytes, PIECE_SIZE))
    let filled = 0
    while (filled < piece.length) {
      const next = this.#waiting.shift() ?? new Uint8Array()
      const part = next.subarray(0, piece.length - filled)
      piece.set(part, filled)
      filled += part.length
      if (part.length < next.length) this.#waiting.unshift(next.subarray(part.length))
    }
    return piece
  }
}

function headersOf(piece: number, received: number): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    [LINE_HEADERS.piece]: String(piece),
    [LINE_HEADERS.received]: String(received),
  }
}
