import * as Y from 'yjs'
import { canonicalRichText } from '../agreement/canonical-rich-text.ts'
import type { RichText } from '../agreement/rich-text.ts'
import { fieldsOf, LISTS } from '../agreement/schema-walk.ts'

import { fragmentOf, listMap, ORDER, REMOVED } from './layout.ts'
import { orderAt, type Place } from './order.ts'
import { asOneStep } from './own-step.ts'
import { replaceBlocks } from './replace-blocks.ts'
import { writeRichText } from './rich-text-write.ts'
import { newRecord } from './write.ts'

/**
 * Articles and annexes as things. Each change is one transaction and one step of undo. They answer false when the article or
 * annex is gone.
 */
export type TextList = 'articles' | 'annexes'

export const isTextList = (listPath: string): listPath is TextList =>
  listPath === 'articles' || listPath === 'annexes'

/** What a new article or annex starts with: its fields by name, and its text. */
export type NewText = { values: Record<string, unknown>; body: RichText }

/** Adds an article or annex at a place. `id` must be a new one: its text becomes the root type of that name. */
export function addText(doc: Y.Doc, list: TextList, id: string, text: NewText, place: Place): void {
  const field = LISTS.get(list)
  if (field === undefined || listMap(doc, list).has(id)) throw new RangeError(`addText: ${id} is in use`)
  asOneStep(doc, () => {
    const record = newRecord(fieldsOf(field.record, field.key), text.values)
    record.set(ORDER, orderAt(listMap(doc, list), place))
    listMap(doc, list).set(id, record)
    writeRichText(fragmentOf(doc, list, id), text.body)
  })
}

/**
 * Takes an article or annex out. Nothing of it is deleted: who is typing in it at that moment types on in a text that undo, or
 * `putBackText`, brings back whole. Its heading is kept beside it, so that references can say what they meant.
 */
export function removeText(doc: Y.Doc, list: TextList, id: string): boolean {
  const record = maybePresent(doc, list, id)
  if (record === null) return false
  const heading = record.get(list === 'articles' ? 'heading' : 'title')
  asOneStep(doc, () => {
    record.set(REMOVED, true)
    const removed = new Y.Map<unknown>()
    if (typeof heading === 'string') removed.set('heading', heading)
    removed.set(ORDER, orderAt(listMap(doc, 'removedTexts'), {}))
    listMap(doc, 'removedTexts').set(id, removed)
  })
  return true
}

/** Puts back what was taken out, at the place it had, with every word written in it since. */
export function putBackText(doc: Y.Doc, list: TextList, id: string): boolean {
  const record = listMap(doc, list).get(id)
  if (!(record instanceof Y.Map) || record.get(REMOVED) !== true) return false
  asOneStep(doc, () => {
    record.delete(REMOVED)
    listMap(doc, 'removedTexts').delete(id)
  })
  return true
}

/** The ids of what was taken out and can be put back, the last one first. */
export function removedIds(doc: Y.Doc, list: TextList): string[] {
  return [...listMap(doc, list).entries()]
    .filter(([, record]) => record instanceof Y.Map && record.get(REMOVED) === true)
    .map(([id]) => id)
    .reverse()
}

/**
 * Makes a text say `body` by the smallest change (`replace-blocks.ts`), so that what others type elsewhere in it stays, and words
 * that stay are still those of who wrote them. `values` are single values of the record that change with it.
 */
export function replaceText(doc: Y.Doc, list: TextList, id: string, { values, body }: NewText): boolean {
  const record = maybePresent(doc, list, id)
  if (record === null) return false
  asOneStep(doc, () => {
    for (const [name, value] of Object.entries(values)) record.set(name, value)
    replaceBlocks(fragmentOf(doc, list, id), canonicalRichText(body))
  })
  return true
}

function maybePresent(doc: Y.Doc, list: TextList, id: string): Y.Map<unknown> | null {
  const record = listMap(doc, list).get(id)
  return record instanceof Y.Map && record.get(REMOVED) !== true ? record : null
}
