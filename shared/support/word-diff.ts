import { steps } from './steps.ts'

/** Words in a row that stood there then and now, only then (`gone`), or only now (`came`). */
export type DiffPart = { state: 'same' | 'gone' | 'came'; text: string }

/** The words of two texts next to each other. */
export function diffWords(was: string, now: string): DiffPart[] {
  const parts = steps(wordsOf(was), wordsOf(now), (word) => word).map((step): DiffPart => {
    return { state: step.state, text: step.state === 'came' ? step.now : step.was }
  })
  return joined(parts)
}

/** From this likeness on, two paragraphs are one that changed. */
export const ALIKE = 0.4

/** What two texts share, from 0 (nothing) to 1 (all), counted in words. */
export function likeness(was: string, now: string): number {
  const ours = wordsIn(was)
  const theirs = wordsIn(now)
  const longest = Math.max(ours.length, theirs.length)
  if (longest === 0) return 1
  const shared = steps(ours, theirs, (word) => word).filter(({ state }) => state === 'same').length
  return shared / longest
}

/** A text in words, spaces and signs, each by itself. An amount or a date in figures is one word: "9.360,00". */
export const wordsOf = (text: string): string[] =>
  text.match(/\s+|(?:\p{N}+[.,])*[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  for (const part of changesTogether(parts)) {
    const last = result.at(-1)
    if (last?.state === part.state) last.text += part.text
    else result.push({ ...part })
  }
  return result
}

/**
 * Of words that went and came between two that stayed, all that went before all that came. A space between two changed words changes along, so that a
 * changed sentence is not cut at every word.
 */
export function changesTogether<Part extends DiffPart>(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  let gone: Part[] = []
  let came: Part[] = []
  const flush = () => {
    result.push(...gone, ...came)
    gone = []
    came = []
  }
  parts.forEach((part, index) => {
    if (part.state === 'gone') gone.push(part)
    else if (part.state === 'came') came.push(part)
    else if (part.text.trim() === '' && gone.length > 0 && came.length > 0 && isChange(parts[index + 1])) {
      gone.push({ ...part, state: 'gone' })
      came.push({ ...part, state: 'came' })
    } else {
      flush()
      result.push(part)
    }
  })
  flush()
  return result
}

const isChange = (part: DiffPart | undefined): boolean => part !== undefined && part.state !== 'same'
