/** What became of one item of a list: it is there in both, it went, or it came. */
export type Step<T> =
  | { state: 'same'; was: T; now: T }
  | { state: 'gone'; was: T }
  | { state: 'came'; now: T }

/** Two items that are no longer the same and yet belong together. */
export type Change<T> = { state: 'changed'; was: T; now: T }

/** Work above which two lists are taken as wholly different: somebody waits for the answer. */
const MOST = 4_000_000

/** The shortest way from one list to another (longest common subsequence), each item of both once and in order. */
export function steps<T>(was: readonly T[], now: readonly T[], keyOf: (item: T) => string): Step<T>[] {
  const keys = { was: was.map(keyOf), now: now.map(keyOf) }
  const start = commonStart(keys)
  const end = commonEnd(keys, start)
  const shift = now.length - was.length
  const same = (index: number, by: number): Step<T> => ({
    state: 'same',
    was: was[index] as T,
    now: now[index + by] as T,
  })
  const middle = between(
    { was: keys.was.slice(start, was.length - end), now: keys.now.slice(start, now.length - end) },
    (index) => was[start + index] as T,
    (index) => now[start + index] as T,
  )
  return [
    ...was.slice(0, start).map((_, index) => same(index, 0)),
    ...middle,
    ...was.slice(was.length - end).map((_, index) => same(was.length - end + index, shift)),
  ]
}

/** The same, with items that went and came in the same place put together when they are alike. */
export function stepsInPairs<T>(
  was: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
  areAlike: (was: T, now: T) => boolean,
): (Step<T> | Change<T>)[] {
  const result: (Step<T> | Change<T>)[] = []
  let run: Step<T>[] = []
  const flush = () => {
    result.push(...inPairs(run, areAlike))
    run = []
  }
  for (const step of steps(was, now, keyOf)) {
    if (step.state !== 'same') run.push(step)
    else {
      flush()
      result.push(step)
    }
  }
  flush()
  return result
}

function inPairs<T>(run: readonly Step<T>[], areAlike: (was: T, now: T) => boolean): (Step<T> | Change<T>)[] {
  const came = run.flatMap((step) => (step.state === 'came' ? [step] : []))
  const result: (Step<T> | Change<T>)[] = []
  let next = 0
  for (const step of run) {
    if (step.state !== 'gone') continue
    const pair = came.findIndex(({ now }, index) => index >= next && areAlike(step.was, now))
    const found = came[pair]
    if (found === undefined) {
      result.push(step)
      continue
    }
    result.push(...came.slice(next, pair), { state: 'changed', was: step.was, now: found.now })
    next = pair + 1
  }
  return [...result, ...came.slice(next)]
}

type Keys = { was: readonly string[]; now: readonly string[] }

function commonStart({ was, now }: Keys): number {
  let length = 0
  while (length < Math.min(was.length, now.length) && was[length] === now[length]) length++
  return length
}

function commonEnd({ was, now }: Keys, start: number): number {
  const most = Math.min(was.length, now.length) - start
  let length = 0
  while (length < most && was[was.length - 1 - length] === now[now.length - 1 - length]) length++
  return length
}

function between<T>(keys: Keys, wasAt: (index: number) => T, nowAt: (index: number) => T): Step<T>[] {
  const { was, now } = keys
  const longest = was.length * now.length > MOST ? null : commonLengths(keys)
  const result: Step<T>[] = []
  let i = 0
  let j = 0
  while (i < was.length || j < now.length) {
    if (longest && i < was.length && j < now.length && was[i] === now[j])
      result.push({ state: 'same', was: wasAt(i++), now: nowAt(j++) })
    else if (i < was.length && (j >= now.length || goesFirst(longest, i, j)))
      result.push({ state: 'gone', was: wasAt(i++) })
    else result.push({ state: 'came', now: nowAt(j++) })
  }
  return result
}

type Lengths = (i: number, j: number) => number

const goesFirst = (longest: Lengths | null, i: number, j: number): boolean =>
  longest === null || longest(i + 1, j) >= longest(i, j + 1)

/** How long the longest common rest is from each pair of places on. */
function commonLengths({ was, now }: Keys): Lengths {
  const width = now.length + 1
  const table = new Uint32Array((was.length + 1) * width)
  const at: Lengths = (i, j) => table[i * width + j] ?? 0
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] = was[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}
