/** Time, as rooms need it. `after` gives the function that stops it. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number
  after(milliseconds: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
