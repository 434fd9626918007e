/** Words in a row that stood there then and now, only then (`gone`), or only now (`came`). */
export type DiffPart = { state: 'same' | 'gone' | 'came'; text: string }

/** What became of a list: every item of both, in order. Pairs at the same place belong together. */
export type Step<T> =
  | { state: 'same'; was: T; now: T }
  | { state: 'gone'; was: T }
  | { state: 'came'; now: T }

/** Work above which two lists are taken as wholly different: a text is compared while somebody waits. */
const MOST = 4_000_000

/** The shortest way from one list to another (longest common subsequence). */
export function steps<T>(then: readonly T[], now: readonly T[], keyOf: (item: T) => string): Step<T>[] {
  const thenKeys = then.map(keyOf)
  const nowKeys = now.map(keyOf)
  const start = commonStart(thenKeys, nowKeys)
  const end = commonEnd(thenKeys, nowKeys, start)
  const same = (index: number, shift: number): Step<T> => ({
    state: 'same',
    was: then[index] as T,
    now: now[index + shift] as T,
  })
  const shift = now.length - then.length
  return [
    ...range(0, start).map((index) => same(index, 0)),
    ...between(then, now, thenKeys, nowKeys, start, end),
    ...range(then.length - end, then.length).map((index) => same(index, shift)),
  ]
}

/** The words of two texts next to each other. */
export function diffWords(then: string, now: string): DiffPart[] {
  const parts = steps(wordsOf(then), wordsOf(now), (word) => word).map((step): DiffPart => {
    return { state: step.state, text: step.state === 'came' ? step.now : step.was }
  })
  return joined(parts)
}

/** What two texts share, from 0 (nothing) to 1 (all), counted in words. */
export function likeness(then: string, now: string): number {
  const ours = wordsIn(then)
  const theirs = wordsIn(now)
  const longest = Math.max(ours.length, theirs.length)
  if (longest === 0) return 1
  const shared = steps(ours, theirs, (word) => word).filter(({ state }) => state === 'same').length
  return shared / longest
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  for (const part of ordered(parts)) {
    const last = result.at(-1)
    if (last?.state === part.state) last.text += part.text
    else result.push({ ...part })
  }
  return result
}

/** A space between two changed words changes along, so that a changed sentence is not cut at every word. */
function ordered(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let gone: DiffPart[] = []
  let came: DiffPart[] = []
  const flush = () => {
    result.push(...gone, ...came)
    gone = []
    came = []
  }
  parts.forEach((part, index) => {
    if (part.state === 'gone') gone.push(part)
    else if (part.state === 'came') came.push(part)
    else if (part.text.trim() === '' && gone.length > 0 && came.length > 0 && isChange(parts[index + 1])) {
      gone.push({ state: 'gone', text: part.text })
      came.push({ state: 'came', text: part.text })
    } else {
      flush()
      result.push(part)
    }
  })
  flush()
  return result
}

const isChange = (part: DiffPart | undefined): boolean => part !== undefined && part.state !== 'same'

function commonStart(then: readonly string[], now: readonly string[]): number {
  let length = 0
  while (length < Math.min(then.length, now.length) && then[length] === now[length]) length++
  return length
}

function commonEnd(then: readonly string[], now: readonly string[], start: number): number {
  const most = Math.min(then.length, now.length) - start
  let length = 0
  while (length < most && then[then.length - 1 - length] === now[now.length - 1 - length]) length++
  return length
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function between<T>(
  then: readonly T[],
  now: readonly T[],
  thenKeys: readonly string[],
  nowKeys: readonly string[],
  start: number,
  end: number,
): Step<T>[] {
  const thenEnd = then.length - end
  const nowEnd = now.length - end
  const result: Step<T>[] = []
  const width = nowEnd - start + 1
  const isTooMuch = (thenEnd - start) * (nowEnd - start) > MOST
  const table = isTooMuch ? null : commonLengths(thenKeys, nowKeys, start, thenEnd, nowEnd)
  const longest = (i: number, j: number): number => table?.[(i - start) * width + (j - start)] ?? 0
  let i = start
  let j = start
  while (i < thenEnd || j < nowEnd) {
    if (table && i < thenEnd && j < nowEnd && thenKeys[i] === nowKeys[j])
      result.push({ state: 'same', was: then[i++] as T, now: now[j++] as T })
    else if (i < thenEnd && (j >= nowEnd || longest(i + 1, j) >= longest(i, j + 1)))
      result.push({ state: 'gone', was: then[i++] as T })
    else result.push({ state: 'came', now: now[j++] as T })
  }
  return result
}

/** For each pair of places the length of the longest common rest, row by row. */
function commonLengths(
  then: readonly string[],
  now: readonly string[],
  start: number,
  thenEnd: number,
  nowEnd: number,
): Uint32Array {
  const width = nowEnd - start + 1
  const table = new Uint32Array((thenEnd - start + 1) * width)
  for (let i = thenEnd - 1; i >= start; i--) {
    for (let j = nowEnd - 1; j >= start; j--) {
      const at = (i - start) * width + (j - start)
      table[at] =
        then[i] === now[j]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0)
    }
  }
  return table
}
