import type { ArticleContent } from '../agreement/article-content.ts'
import { type Change, type Step, stepsInPairs } from '../support/steps.ts'
import { ALIKE, type DiffPart, diffWords, likeness } from '../support/word-diff.ts'

/** What became of a content: the lines that are not the same any more, word by word, and in how many sentences that is. */
export type ContentChanges = { sentences: number; lines: DiffPart[][] }

/** Compares what was agreed to with what stands there now. Both in words: see `inWordsOfNow`. */
export function contentChanges(was: ArticleContent, now: ArticleContent): ContentChanges {
  const found = stepsInPairs(asLines(was), asLines(now), (line) => line, areAlike)
  const lines = found.map(changeOf).filter((line) => line.length > 0)
  return { sentences: lines.reduce((sum, line) => sum + changedSentences(line), 0), lines }
}

function changeOf(step: Step<string> | Change<string>): DiffPart[] {
  switch (step.state) {
    case 'same':
      return []
    case 'gone':
      return [{ state: 'gone', text: step.was }]
    case 'came':
      return [{ state: 'came', text: step.now }]
    case 'changed':
      return diffWords(step.was, step.now)
  }
}

const asLines = ({ heading, lines }: ArticleContent): string[] => [heading, ...lines]
const areAlike = (was: string, now: string): boolean => likeness(was, now) >= ALIKE

/** How many sentences of a line hold a word that came or went; a line without a full stop is one. */
function changedSentences(parts: readonly DiffPart[]): number {
  const changed = new Set<number>()
  let sentence = 0
  for (const { state, text } of parts) {
    const pieces = text.split(/(?<=[.!?])\s+/)
    pieces.forEach((piece, index) => {
      if (index > 0) sentence++
      if (state !== 'same' && piece.trim() !== '') changed.add(sentence)
    })
  }
  return Math.max(1, changed.size)
}
