import type { Clock } from '../../server/rooms/clock.ts'

/** A clock that a test moves by hand. */
export class HandClock implements Clock {
  #now = 1_000_000
  #tasks: { at: number; task: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(milliseconds: number, task: () => void): () => void {
    const entry = { at: this.#now + milliseconds, task }
    this.#tasks.push(entry)
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== entry)
    }
  }

  /** Moves on and does what falls due, in order. */
  advance(milliseconds: number): void {
    this.#now += milliseconds
    const due = this.#tasks.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at)
    this.#tasks = this.#tasks.filter(({ at }) => at > this.#now)
    for (const { task } of due) task()
  }
}
