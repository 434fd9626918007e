const MINUTE = 60_000
const WINDOW = 15 * MINUTE
/** A bound on memory: who tries with ever other names finds the door shut for everybody's guesses, not the server gone. */
const MOST_KEYS = 100_000

/** Counts what may be a guess, by key, within a quarter of an hour. */
export class Attempts {
  readonly #max: number
  #since = 0
  #counts = new Map<string, number>()

  constructor(max: number) {
    this.#max = max
  }

  /** Counts one more before it is known how it ends; false when that is too many. `now` in milliseconds. */
  take(key: string, now: number): boolean {
    if (now - this.#since >= WINDOW) {
      this.#since = now
      this.#counts.clear()
    }
    const count = this.#counts.get(key) ?? 0
    if (count >= this.#max || (count === 0 && this.#counts.size >= MOST_KEYS)) return false
    this.#counts.set(key, count + 1)
    return true
  }

  /** It was no guess after all. */
  giveBack(key: string): void {
    const count = this.#counts.get(key) ?? 0
    if (count > 0) this.#counts.set(key, count - 1)
  }

  /** Who proved to be the right one begins anew. */
  forget(key: string): void {
    this.#counts.delete(key)
  }
}
