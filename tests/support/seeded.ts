/** A source of chance that is the same everywhere for one seed (mulberry32). Gives a whole number from 0, below `below`. */
export type Random = (below: number) => number

export function seeded(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** One of them. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  const one = all[random(all.length)]
  if (one === undefined) throw new RangeError('oneOf: nothing to choose from')
  return one
}
