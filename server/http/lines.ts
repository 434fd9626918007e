import { randomBytes } from 'node:crypto'
import { LINE_TIMES } from '../../shared/protocol/line.ts'
import { Refusal } from '../access/refusal.ts'
import { Line, type LineOwner } from './line.ts'
import { Pace } from './pace.ts'

/** Bounds on what people may keep open. One person has some tabs and devices; a whole municipality can stand behind one address. */
export const LINE_BOUNDS = { perPerson: 16, perAddress: 1000, opensPerMinute: 60 } as const

export type LineTimes = {
  /** How often (ms) the server says something on a stream. */
  beat: number
  /** A line without an answer under way for so long (ms), or without any request for so long, is over. */
  absent: number
  silent: number
  /** How long (ms) a client may take to come back and hear that the server goes down. */
  farewell: number
}

/** The client tries to go on for 6 s when a request fails, and gives a sign every 10 s. */
const TIMES: LineTimes = { beat: LINE_TIMES.beat, absent: 8_000, silent: 25_000, farewell: 1_500 }

/** All open lines of this process. */
export class Lines {
  readonly #times: LineTimes
  readonly #open = new Map<string, { line: Line; address: string }>()
  readonly #pace = new Pace(LINE_BOUNDS.opensPerMinute)
  readonly #timer: ReturnType<typeof setInterval>
  #isClosed = false

  constructor(times: Partial<LineTimes> = {}) {
    this.#times = { ...TIMES, ...times }
    const { absent, beat } = this.#times
    this.#timer = setInterval(() => this.#look(Date.now()), Math.min(1000, absent / 2, beat / 2))
    this.#timer.unref()
  }

  get size(): number {
    return this.#open.size
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** A new line. Throws `Refusal` when the person, or those behind one address, have too many, or make them too fast. */
  open(owner: LineOwner, address: string): Line {
    if (this.#isClosed) throw new Refusal('cannot-keep')
    if (owner !== null && !this.#hasRoomFor(owner, address)) throw new Refusal('too-many-requests')
    const line = new Line(randomBytes(15).toString('base64url'), owner, Date.now())
    this.#open.set(line.id, { line, address })
    return line
  }

  /** The line of this owner. Throws `Refusal` alike for one that is not there and for one that is somebody else's. */
  find(id: string, owner: LineOwner): Line {
    const found = this.#open.get(id)
    if (!found || found.line.owner !== owner) throw new Refusal('unknown-line')
    return found.line
  }

  /** Its client left. */
  leave(line: Line): void {
    this.#open.delete(line.id)
    line.leave()
  }

  /** Nobody new comes in; those who are here stay until their room ends them. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }

  /**
   * Resolves when every line that was ended has told so, or after a moment. A client that is between two requests comes back within a
   * moment, and would find nobody when the server stopped listening before.
   */
  async told(): Promise<void> {
    const telling = [...this.#open.values()].filter(({ line }) => line.hasToTell)
    if (telling.length === 0) return
    const { promise: tooLong, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, this.#times.farewell)
    const all = telling.map(({ line }) => new Promise<void>((done) => line.whenTold(done)))
    await Promise.race([Promise.all(all), tooLong])
    clearTimeout(timer)
  }

  #hasRoomFor(owner: string, address: string): boolean {
    let ofPerson = 0
    let ofAddress = 0
    for (const { line, address: from } of this.#open.values()) {
      if (line.owner === owner && !line.isOver) ofPerson += 1
      if (line.owner !== null && from === address) ofAddress += 1
    }
    const hasRoom = ofPerson < LINE_BOUNDS.perPerson && ofAddress < LINE_BOUNDS.perAddress
    return this.#pace.allows(owner, Date.now()) && hasRoom
  }

  #look(now: number): void {
    for (const { line } of this.#open.values()) {
      line.beat(now, this.#times.beat)
      if (line.isLost(now, this.#times.silent, this.#times.absent)) this.leave(line)
    }
  }
}
