import type { TextTable } from '../../text/index.ts'
import type { OutlineEntry } from '../agreement/overview-of.ts'

/** How an article or annex is called: "Artikel 3 Zo werken wij samen". */
export function entryName({ kind, number, heading }: OutlineEntry, words: TextTable['openPoints']): string {
  const called = number === null ? '' : kind === 'article' ? words.article(number) : words.annex(number)
  return [called, heading].filter(Boolean).join(' ')
}
