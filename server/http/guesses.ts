import { Refusal } from '../access/refusal.ts'

/**
 * Wrong codes in a minute. A hall behind one address mistypes now and then; with what all addresses together may try, finding one open
 * code among 24^8 takes longer than a code lives, many thousand times over.
 */
const WRONG_PER_MINUTE = { address: 10, all: 300 }
const MINUTE = 60_000

/** Bounds how often room codes are tried, by address and for the whole server. */
export class Guesses {
  #since = 0
  #all = 0
  #byAddress = new Map<string, number>()

  /**
   * Runs a try, which throws when the code is wrong. It counts from the start, so that many at once are bounded too, and not when it was
   * right. Throws a refusal `too-many-requests`.
   */
  async guarded<T>(address: string, now: number, attempt: () => Promise<T>): Promise<T> {
    if (now - this.#since >= MINUTE) this.#beginAnew(now)
    const since = this.#since
    if (this.#all >= WRONG_PER_MINUTE.all || this.#of(address) >= WRONG_PER_MINUTE.address)
      throw new Refusal('too-many-requests')
    this.#count(address, 1)
    const result = await attempt()
    if (since === this.#since) this.#count(address, -1)
    return result
  }

  #of(address: string): number {
    return this.#byAddress.get(address) ?? 0
  }

  #count(address: string, by: 1 | -1): void {
    this.#all += by
    this.#byAddress.set(address, this.#of(address) + by)
  }

  #beginAnew(now: number): void {
    this.#since = now
    this.#all = 0
    this.#byAddress.clear()
  }
}
