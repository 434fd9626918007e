import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { RichText } from '../../../../shared/agreement/rich-text.ts'
import type { TextList } from '../../../../shared/document/article-edit.ts'
import { drawNumbers } from '../../../../shared/outline/numbers.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'

/** An article or annex with its place among its own kind. */
export type FoundText = {
  id: string
  list: TextList
  index: number
  /** The ids of its kind, in order. */
  ids: readonly string[]
  heading: string
  /** "Artikel 6 Hoe lang duurt de samenwerking?" */
  name: string
  key: string | null
  body: RichText
}

/** Finds an article or annex by its id. */
export function findText(id: string, agreement: AgreementBody, catalog: Catalog): FoundText | null {
  const list = agreement.articles.some((each) => each.id === id) ? 'articles' : 'annexes'
  const all = list === 'articles' ? agreement.articles.map(asArticle) : agreement.annexes.map(asAnnex)
  const index = all.findIndex((each) => each.id === id)
  const found = all[index]
  if (!found) return null
  const number = drawNumbers(agreement).get(id) ?? null
  const word = paperWord(catalog, list === 'articles' ? 'article' : 'annex')
  const name = number === null ? found.heading : `${word} ${number} ${found.heading}`.trim()
  return { ...found, list, index, ids: all.map((each) => each.id), name }
}

const asArticle = ({ id, heading, key, body }: AgreementBody['articles'][number]) => ({
  id,
  heading: heading ?? '',
  key,
  body,
})
const asAnnex = ({ id, title, kind, body }: AgreementBody['annexes'][number]) => ({
  id,
  heading: title ?? '',
  key: kind,
  body,
})
