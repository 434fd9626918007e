import { z } from 'zod'
import { FRAME } from '../../shared/protocol/line.ts'
import { closeCodeIn, type Frame } from '../../shared/protocol/line-frames.ts'
import { readDown, type StreamMemory } from './line-down.ts'
import { askOnce, type Fetch, LineOver, LOST } from './line-request.ts'
import { LineUp } from './line-up.ts'

/** How long (ms) opening may take, and what was said last may need to go up when the page closes the line. */
const OPENING = 10_000
const FAREWELL = 2_000

/** RFC 6455, 7.4.1: closed without a code; the page goes away. */
const NO_CODE = 1005
const GOING_AWAY = 1001

const opened = z.object({ line: z.string().max(100), protocol: z.string() })

type Edges = { fetch: Fetch; memory: StreamMemory }

/**
 * A class with the shape of `WebSocket` that carries the same messages over plain HTTP (`shared/protocol/line.ts`), for networks that
 * let no socket through. `fetch` may put in a credential; the page's own sends its cookie.
 */
export function httpSocket(
  fetch: Fetch = (address, options) => globalThis.fetch(address, options),
  memory: StreamMemory = { areHeldUp: false },
) {
  const made = class extends HttpSocket {
    constructor(url: string, protocols: string | string[] = []) {
      super({ fetch, memory }, url, [protocols].flat())
    }
  }
  return made as unknown as typeof WebSocket
}

const STATE = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const

class HttpSocket extends EventTarget {
  readonly CONNECTING = STATE.CONNECTING
  readonly OPEN = STATE.OPEN
  readonly CLOSING = STATE.CLOSING
  readonly CLOSED = STATE.CLOSED
  /** Messages come as array buffers, whatever is asked. */
  binaryType = 'arraybuffer'
  readonly extensions = ''
  readonly url: string
  protocol = ''
  readyState: 0 | 1 | 2 | 3 = STATE.CONNECTING
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null

  readonly #edges: Edges
  readonly #life = new AbortController()
  #up: LineUp | null = null
  #address = ''
  #received = 0
  readonly #onPageHide = () => this.#leavePage()

  constructor(edges: Edges, url: string, protocols: string[]) {
    super()
    this.#edges = edges
    this.url = url
    const lines = `${url.replace(/^ws/, 'http')}/lines`
    globalThis.addEventListener?.('pagehide', this.#onPageHide)
    this.addEventListener('open', (event) => this.onopen?.(event))
    this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent))
    this.addEventListener('error', (event) => this.onerror?.(event))
    this.addEventListener('close', (event) => this.onclose?.(event as CloseEvent))
    this.#open(lines, protocols).catch((error: unknown) =>
      this.#finish(error instanceof LineOver ? error.code : LOST),
    )
  }

  get bufferedAmount(): number {
    return this.#up?.bytes ?? 0
  }

  send(data: Uint8Array<ArrayBuffer> | ArrayBuffer): void {
    if (this.readyState === STATE.CONNECTING) throw new DOMException('not open yet', 'InvalidStateError')
    if (this.readyState !== STATE.OPEN) return
    this.#up?.send(data instanceof ArrayBuffer ? new Uint8Array(data) : data)
  }

  /** What was said before still goes up. */
  close(code: number = NO_CODE): void {
    if (this.readyState === STATE.CLOSING || this.readyState === STATE.CLOSED) return
    if (this.#up === null) {
      this.#finish(LOST)
      return
    }
    this.readyState = STATE.CLOSING
    const tooLong = new Promise((resolve) => setTimeout(resolve, FAREWELL))
    Promise.race([this.#up.emptied(), tooLong]).then(() => {
      this.#sayGoodbye()
      this.#finish(code)
    })
  }

  async #open(lines: string, protocols: string[]): Promise<void> {
    const { fetch, memory } = this.#edges
    const { signal } = this.#life
    const answer = await askOnce({
      fetch,
      address: lines,
      signal,
      within: OPENING,
      options: () => ({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ protocols }),
      }),
      read: async (response) => opened.parse(await response.json()),
    })
    if (answer === null) throw new LineOver(LOST)
    this.#address = `${lines}/${encodeURIComponent(answer.value.line)}`
    if (signal.aborted) return this.#sayGoodbye()
    this.protocol = answer.value.protocol
    const received = () => this.#received
    const way = { fetch, address: this.#address, signal, received }
    this.#up = new LineUp({ ...way, onOver: (code) => this.#finish(code) })
    this.readyState = STATE.OPEN
    this.dispatchEvent(new Event('open'))
    await readDown({ ...way, memory, onFrame: (frame) => this.#take(frame) })
  }

  #take({ kind, content }: Frame): void {
    if (kind === FRAME.closed) this.#finish(closeCodeIn(content))
    else if (kind === FRAME.beat) this.#up?.sign()
    else {
      this.#received += 1
      this.#up?.cameIn(content.length)
      if (this.readyState === STATE.OPEN)
        this.dispatchEvent(new MessageEvent('message', { data: content.slice().buffer }))
    }
  }

  /** The line is over, whoever ended it. */
  #finish(code: number, breaksOff = true): void {
    if (this.readyState === STATE.CLOSED) return
    this.readyState = STATE.CLOSED
    if (breaksOff) this.#life.abort()
    globalThis.removeEventListener?.('pagehide', this.#onPageHide)
    if (code === LOST) this.dispatchEvent(new Event('error'))
    this.dispatchEvent(new CloseEvent('close', { code, reason: '', wasClean: code !== LOST }))
  }

  /** Others need not wait until the server finds out. What is still on its way up must be neither overtaken nor broken off. */
  #leavePage(): void {
    const isEmpty = this.bufferedAmount === 0
    if (isEmpty && this.#up !== null) this.#sayGoodbye()
    this.#finish(GOING_AWAY, isEmpty)
  }

  #sayGoodbye(): void {
    const goodbye = { method: 'DELETE', credentials: 'same-origin', keepalive: true } as const
    this.#edges.fetch(this.#address, goodbye).catch(() => {})
  }
}
