/** Counts how often each key does something within a minute, and says when it is too often. */
export class Pace {
  readonly #max: number
  #since = 0
  #counts = new Map<string, number>()

  constructor(perMinute: number) {
    this.#max = perMinute
  }

  /** Counts one more; false when that is too many. `now` in milliseconds. */
  allows(key: string, now: number): boolean {
    if (now - this.#since >= 60_000) {
      this.#since = now
      this.#counts.clear()
    }
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count <= this.#max
  }
}
