import { Refusal } from '../access/refusal.ts'

/** How many requests of one caller may wait: more than any page asks for at once, and a hall of people behind one address. */
const MOST_WAITING = 1000

/**
 * Lets one request go on in each turn of the event loop, callers in rotation. What people write in a room comes in between two of them, so
 * that it waits for one request at most, however many thousands are asked for.
 */
export class Turns {
  /** Who waits, by caller; the callers in the order in which it is their turn. */
  readonly #waiting = new Map<string, (() => void)[]>()
  readonly #mostWaiting: number

  constructor(mostWaiting = MOST_WAITING) {
    this.#mostWaiting = mostWaiting
  }

  /** Resolves when it is this caller's turn. Throws a refusal `too-many-requests` when too many of its requests wait. */
  next(caller: string): Promise<void> {
    const own = this.#waiting.get(caller) ?? []
    if (own.length >= this.#mostWaiting) throw new Refusal('too-many-requests')
    if (this.#waiting.size === 0) setImmediate(() => this.#letOneGo())
    this.#waiting.set(caller, own)
    return new Promise((resolve) => own.push(resolve))
  }

  #letOneGo(): void {
    const [first] = this.#waiting
    if (!first) return
    const [caller, own] = first
    const go = own.shift()
    this.#waiting.delete(caller)
    if (own.length > 0) this.#waiting.set(caller, own)
    if (this.#waiting.size > 0) setImmediate(() => this.#letOneGo())
    go?.()
  }
}
