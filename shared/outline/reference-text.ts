import type { AgreementBody } from '../agreement/agreement.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'

/**
 * What a reference to an article or annex reads: its number; its heading when it has no number of its own; and when it is gone, that
 * in brackets, with the heading it had when that is known.
 */
export function referenceText(
  id: string,
  body: Pick<AgreementBody, 'articles' | 'removedTexts'>,
  numbers: ReadonlyMap<string, string | null>,
  catalog: PaperCatalog,
): { text: string; broken: boolean } {
  const text = numbers.get(id) ?? body.articles.find((article) => article.id === id)?.heading
  if (text) return { text, broken: false }
  const heading = body.removedTexts.find((removed) => removed.id === id)?.heading
  const said = heading
    ? paperWord(catalog, 'brokenReferenceTo', { heading: `“${heading}”` })
    : paperWord(catalog, 'brokenReference')
  return { text: `[${said}]`, broken: true }
}
