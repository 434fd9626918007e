import type { AgreementBody } from '../agreement/agreement.ts'
import { drawNumbers } from './numbers.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'

/** How every article and annex is called, in their order: "Artikel 3 Zo werken wij samen". */
export function sectionNames(body: AgreementBody, catalog: PaperCatalog): Map<string, string> {
  const numbers = drawNumbers(body)
  const named = (word: 'article' | 'annex', id: string, heading: string | null) => {
    const number = numbers.get(id)
    const label = number === undefined || number === null ? '' : `${paperWord(catalog, word)} ${number}`
    return [id, [label, heading ?? ''].filter(Boolean).join(' ')] as const
  }
  return new Map([
    ...body.articles.map(({ id, heading }) => named('article', id, heading)),
    ...body.annexes.map(({ id, title }) => named('annex', id, title)),
  ])
}
