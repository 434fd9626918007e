import { ALIKE, likeness } from '../support/word-diff.ts'

/** Whether two lines are one that changed: many words are the same, or what stands before the first tab is ("Plaats", a label). */
export function areAlikeWords(was: string, now: string): boolean {
  const label = labelOf(was)
  return (label !== '' && label === labelOf(now)) || likeness(was, now) >= ALIKE
}

const labelOf = (line: string): string => (line.includes('\t') ? (line.split('\t')[0] ?? '') : '')
