import { FRAME } from '../../shared/protocol/line.ts'
import {
  BROKEN_FRAMING,
  closedContent,
  FrameError,
  FrameReader,
  frameHead,
} from '../../shared/protocol/line-frames.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import { LIMITS } from '../rooms/limits.ts'
import type { RoomSocket } from '../rooms/room-socket.ts'

/** An answer under way that carries frames down: a stream, or one that ends as soon as it has said something. */
export type Down = { readonly isStream: boolean; write(bytes: Uint8Array): void; end(): void }

/** Who a line belongs to; null: it only echoes, and carries nothing of anybody. */
export type LineOwner = string | null

/**
 * A live connection over plain HTTP, as rooms see one (`shared/protocol/line.ts`). What goes down is held until the client says
 * that it came in, so that an answer which breaks off loses nothing; what is held counts as not having left yet.
 */
export class Line implements RoomSocket {
  readonly id: string
  readonly owner: LineOwner
  #held: Uint8Array[] = []
  #heldBytes = 0
  /** Numbers of messages down: the last one the client has, the last one written to the answer under way. */
  #confirmed = 0
  #written = 0
  #down: Down | null = null
  #isDue = false
  /** Number of the last piece that was taken. */
  #pieces = 0
  readonly #frames = new FrameReader(LIMITS.message)
  #code: number | null = null
  #isEnded = false
  #isTold = false
  #onTold: (() => void)[] = []
  #onMessage: (bytes: Uint8Array) => void = () => {}
  #onClose: (() => void)[] = []
  /** Moments (ms): the last request, the last time something went down, the last time an answer was under way; when it was closed. */
  #signAt: number
  #saidAt: number
  #reachedAt: number
  #closedAt: number | null = null

  constructor(id: string, owner: LineOwner, now: number) {
    this.id = id
    this.owner = owner
    this.#signAt = now
    this.#saidAt = now
    this.#reachedAt = now
  }

  /** Nobody is at the other end any more, or it was ended from here. */
  get isOver(): boolean {
    return this.#isEnded
  }

  send(bytes: Uint8Array): void {
    if (this.#isEnded) return
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    this.#writeSoon()
  }

  close(code: number): void {
    if (this.#code !== null || this.#isEnded) return
    this.#code = code
    this.#closedAt = Date.now()
    // Whoever is too slow for what there is will not get that far.
    if (code === CLOSE.tooSlow) this.#forget()
    this.#end()
    this.#writeSoon()
  }

  /** It was ended from here, and its client has not come to hear why. */
  get hasToTell(): boolean {
    return this.#code !== null && !this.#isTold
  }

  /** Calls `listener` once there is nothing to tell any more. */
  whenTold(listener: () => void): void {
    if (this.hasToTell) this.#onTold.push(listener)
    else listener()
  }

  bufferedAmount(): number {
    return this.#heldBytes
  }

  onMessage(listener: (data: Uint8Array) => void): void {
    this.#onMessage = listener
  }

  onClose(listener: () => void): void {
    this.#onClose.push(listener)
  }

  /** The client is gone, or says that it goes. */
  leave(): void {
    this.#forget()
    this.#end()
    this.#drop()
    this.#told()
  }

  /** Whether `received` can be the last message that came in whole. A line that is over only has its close code to tell. */
  canGoOnFrom(received: number): boolean {
    return this.#isEnded || (received >= this.#confirmed && received <= this.#sent)
  }

  /** The messages up to this one came in and need not be held. */
  confirm(received: number): void {
    if (received <= this.#confirmed || received > this.#sent) return
    for (const one of this.#held.splice(0, received - this.#confirmed)) this.#heldBytes -= one.length
    this.#confirmed = received
  }

  /** An answer that carries down what comes after `received`; it takes the place of another one. */
  carry(down: Down, received: number, now: number): void {
    this.confirm(received)
    this.#drop()
    this.#down = down
    this.#written = this.#confirmed
    this.#signAt = now
    this.#saidAt = now
    if (down.isStream) down.write(frameHead(FRAME.beat, 0))
    if (this.#written < this.#sent || this.#code !== null) this.#writeSoon()
  }

  /** The answer broke off. */
  release(down: Down, now: number): void {
    if (this.#down !== down) return
    this.#down = null
    this.#reachedAt = now
  }

  /** A polled answer has waited long enough: it says that the line lives. */
  rest(down: Down): void {
    if (this.#down !== down) return
    down.write(frameHead(FRAME.beat, 0))
    this.#drop()
  }

  /**
   * Takes a piece of what goes up; one that came before is passed over. Throws `FrameError` when pieces are missing or the frames
   * are broken or too large; the line is ended then.
   */
  take(piece: number, bytes: Uint8Array, now: number): void {
    this.#signAt = now
    if (this.#isEnded || piece <= this.#pieces) return
    try {
      if (piece !== this.#pieces + 1) throw new FrameError('a piece is missing', BROKEN_FRAMING)
      this.#pieces = piece
      for (const { kind, content } of this.#frames.read(bytes)) this.#receive(kind, content)
    } catch (error) {
      if (error instanceof FrameError) this.close(error.code)
      throw error
    }
  }

  /** Lets the other end know that it is alive, when it heard nothing for `every` ms. */
  beat(now: number, every: number): void {
    if (this.#down === null || !this.#down.isStream || now - this.#saidAt < every) return
    this.#saidAt = now
    this.#down.write(frameHead(FRAME.beat, 0))
  }

  /** Whether nobody seems to be at the other end: no request for `silent` ms, or no answer under way for `absent` ms. */
  isLost(now: number, silent: number, absent: number): boolean {
    if (this.#closedAt !== null) return now - this.#closedAt > absent
    const isAbsent = this.#down === null && now - Math.max(this.#reachedAt, this.#signAt) > absent
    return isAbsent || now - this.#signAt > silent
  }

  get #sent(): number {
    return this.#confirmed + this.#held.length
  }

  #receive(kind: number, content: Uint8Array): void {
    if (this.#isEnded) return
    if (kind !== FRAME.message) throw new FrameError('a frame of a kind that never goes up', BROKEN_FRAMING)
    this.#onMessage(content)
  }

  /** What is said together goes down together. */
  #writeSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    setImmediate(() => {
      this.#isDue = false
      this.#write()
    })
  }

  #write(): void {
    const down = this.#down
    if (down === null) return
    const fresh = this.#held.slice(this.#written - this.#confirmed)
    for (const one of fresh) {
      down.write(frameHead(FRAME.message, one.length))
      down.write(one)
    }
    this.#written += fresh.length
    this.#saidAt = Date.now()
    if (this.#code !== null) {
      const content = closedContent(this.#code)
      down.write(frameHead(FRAME.closed, content.length))
      down.write(content)
      this.#told()
    }
    if (this.#code !== null || !down.isStream) this.#drop()
  }

  #told(): void {
    this.#isTold = true
    for (const listener of this.#onTold.splice(0)) listener()
  }

  #drop(): void {
    const down = this.#down
    if (down === null) return
    this.release(down, Date.now())
    down.end()
  }

  #forget(): void {
    this.#confirmed += this.#held.length
    this.#written = this.#confirmed
    this.#held = []
    this.#heldBytes = 0
  }

  #end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    for (const listener of this.#onClose.splice(0)) listener()
  }
}
