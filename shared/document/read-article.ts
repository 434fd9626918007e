import * as Y from 'yjs'
import type { RichText } from '../agreement/rich-text.ts'
import { fragmentOf, listMap, REMOVED } from './layout.ts'
import { readRichText } from './rich-text-read.ts'

/** The name on an article or annex, and its text. */
export type ReadArticle = { heading: string | null; body: RichText }

const HEADINGS = { articles: 'heading', annexes: 'title' } as const

/** The article or annex with this id; null when the agreement has none, or it was taken out. Never throws on what a peer could have written. */
export function maybeArticle(doc: Y.Doc, id: string): ReadArticle | null {
  for (const list of ['articles', 'annexes'] as const) {
    const record = listMap(doc, list).get(id)
    if (!(record instanceof Y.Map) || record.get(REMOVED) === true) continue
    const heading = record.get(HEADINGS[list])
    const body = readRichText(fragmentOf(doc, list, id), `${list}.${id}.body`).value
    return { heading: typeof heading === 'string' ? heading.toWellFormed() : null, body }
  }
  return null
}
