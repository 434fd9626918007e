/** The running numbers of one connection's writes, and up to which one all are settled: kept, or refused by name. */
export class WriteCount {
  #received = 0
  #told = 0
  /** In the order of their numbers, because a Set keeps the order of adding. */
  readonly #unsettled = new Set<number>()

  /** The number of a write that has just come in. */
  next(): number {
    this.#received += 1
    this.#unsettled.add(this.#received)
    return this.#received
  }

  settle(number: number): void {
    this.#unsettled.delete(number)
  }

  /** The number to tell as kept, or null when it was told already. */
  maybeNews(): number | null {
    const [oldest] = this.#unsettled
    const upTo = oldest === undefined ? this.#received : oldest - 1
    if (upTo <= this.#told) return null
    this.#told = upTo
    return upTo
  }
}
