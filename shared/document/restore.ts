import * as Y from 'yjs'
import { type AgreementBody, agreementBody } from '../agreement/agreement.ts'
import { asItStands } from '../agreement/as-it-stands.ts'
import { canonical } from '../agreement/canonical.ts'
import { canonicalRichText } from '../agreement/canonical-rich-text.ts'
import type { RichText } from '../agreement/rich-text.ts'
import { type Field, fieldsOf, groupSchema, LISTS, type ListField } from '../agreement/schema-walk.ts'
import { ownTitle } from '../agreement/title.ts'
import { isTextList, removeText, type TextList } from './article-edit.ts'
import { replaceLongText } from './edit.ts'
import { fragmentOf, groupMap, listMap, ORDER, REMOVED, rootSet, rootText } from './layout.ts'
import { firstPlaces, orderAt, placedRecords } from './order.ts'
import type { ReadArticle } from './read-article.ts'
import { replaceBlocks } from './replace-blocks.ts'
import { writeRichText } from './rich-text-write.ts'
import { newRecord } from './write.ts'

type Json = Record<string, unknown>

/**
 * Makes a document say what an earlier state of the same agreement said, in the transaction of the caller and by the smallest change: what says it
 * already is not touched, so that what others type there meanwhile stays. Rows and articles go by their id. Text comes back as it stood, without what
 * was only proposed then; what this edition does not know is left as it is.
 */
export function restoreAgreement(doc: Y.Doc, body: AgreementBody): void {
  const settled = { ...canonical(body), title: ownTitle(body) } as Json
  for (const field of fieldsOf(agreementBody)) {
    const value = settled[field.name]
    if (field.name === 'removedTexts') continue
    if (field.layout.kind !== 'object') restoreField(doc, '', field, value)
    else
      for (const inner of fieldsOf(groupSchema(field)))
        restoreField(doc, field.name, inner, (value as Json)[inner.name])
  }
}

/**
 * Makes one article or annex say what it said in an earlier state, its name and other fields included; it comes back when it was taken out. False
 * when it was not there then.
 */
export function restoreText(doc: Y.Doc, body: AgreementBody, id: string): boolean {
  const settled = canonical(body) as unknown as Record<TextList, Json[]>
  for (const path of ['articles', 'annexes'] as const) {
    const list = LISTS.get(path)
    const place = settled[path].findIndex((each) => each.id === id)
    const values = settled[path][place]
    if (list === undefined || values === undefined) continue
    const isBack = isAway(doc, list, id)
    restoreRecord(doc, list, id, values)
    if (isBack) putAfterNeighbour(doc, list, id, settled[path].slice(0, place))
    return true
  }
  return false
}

/**
 * Makes an article or annex that is there say what it said at an earlier moment, its name included; facts and its place are no part of that. False
 * when there is none now.
 */
export function restoreArticle(doc: Y.Doc, id: string, { heading, body }: ReadArticle): boolean {
  for (const path of ['articles', 'annexes'] as const) {
    const list = LISTS.get(path)
    const record = listMap(doc, path).get(id)
    if (list === undefined || !(record instanceof Y.Map) || isAway(doc, list, id)) continue
    if (heading !== null) restoreValue(record, path === 'articles' ? 'heading' : 'title', heading)
    restoreRichText(doc, list, id, canonicalRichText(body))
    return true
  }
  return false
}

function restoreField(doc: Y.Doc, group: string, field: Field, value: unknown): void {
  const path = group === '' ? field.name : `${group}.${field.name}`
  switch (field.layout.kind) {
    case 'longText':
      replaceLongText(doc, rootText(doc, path), value as string)
      return
    case 'set':
      restoreSet(rootSet(doc, path), value as string[])
      return
    case 'list':
      restoreList(doc, path, value as Json[])
      return
    default:
      restoreValue(groupMap(doc, group), field.name, value)
  }
}

function restoreValue(map: Y.Map<unknown>, name: string, value: unknown): void {
  const now = map.get(name)
  if (value === null || value === undefined) {
    if (now !== undefined) map.delete(name)
  } else if (now instanceof Y.AbstractType || JSON.stringify(now) !== JSON.stringify(value)) {
    map.set(name, value)
  }
}

function restoreSet(set: Y.Map<unknown>, keys: readonly string[]): void {
  const wanted = new Set(keys)
  for (const key of [...set.keys()]) if (!wanted.has(key)) set.delete(key)
  for (const key of wanted) if (set.get(key) !== true) set.set(key, true)
}

function restoreList(doc: Y.Doc, path: string, items: readonly Json[]): void {
  const list = LISTS.get(path)
  if (list === undefined) throw new RangeError(`restoreList: an agreement has no list ${path}`)
  const ids = items.map((item) => item[list.key] as string)
  for (const { id } of placedRecords(listMap(doc, path))) {
    if (ids.includes(id)) continue
    if (isTextList(path)) removeText(doc, path, id)
    else listMap(doc, path).delete(id)
  }
  items.forEach((item, index) => {
    restoreRecord(doc, list, ids[index] ?? '', item)
  })
  restoreOrder(doc, list, ids)
}

/** An article or annex that is not there, or was taken out. */
function isAway(doc: Y.Doc, list: ListField, id: string): boolean {
  const record = listMap(doc, list.path).get(id)
  return !(record instanceof Y.Map) || record.get(REMOVED) === true
}

function restoreRecord(doc: Y.Doc, list: ListField, id: string, values: Json): void {
  const map = listMap(doc, list.path)
  const known = map.get(id)
  const text = values.body as RichText | undefined
  if (!(known instanceof Y.Map)) {
    const made = newRecord(fieldsOf(list.record, list.key), values)
    made.set(ORDER, orderAt(map, {}))
    map.set(id, made)
    if (text !== undefined) restoreRichText(doc, list, id, text)
    return
  }
  if (known.has(REMOVED)) {
    known.delete(REMOVED)
    listMap(doc, 'removedTexts').delete(id)
  }
  for (const field of fieldsOf(list.record, list.key))
    restoreRecordField(doc, known, field, values[field.name])
  if (text !== undefined) restoreRichText(doc, list, id, text)
}

function restoreRecordField(doc: Y.Doc, record: Y.Map<unknown>, field: Field, value: unknown): void {
  const now = record.get(field.name)
  switch (field.layout.kind) {
    case 'richText':
      return
    case 'longText':
      if (now instanceof Y.Text) replaceLongText(doc, now, value as string)
      else if (value !== '' || now !== undefined) record.set(field.name, new Y.Text(value as string))
      return
    case 'set':
      if (now instanceof Y.Map) restoreSet(now, value as string[])
      else record.set(field.name, new Y.Map((value as string[]).map((key) => [key, true])))
      return
    default:
      restoreValue(record, field.name, value)
  }
}

function restoreRichText(doc: Y.Doc, list: ListField, id: string, text: RichText): void {
  const fragment = fragmentOf(doc, list.path, id)
  const standing = asItStands(text)
  if (fragment.length === 0) writeRichText(fragment, standing)
  else replaceBlocks(fragment, standing)
}

/** When the order is another one, all get their place anew: those that stand right keep it. */
function restoreOrder(doc: Y.Doc, { path }: ListField, ids: readonly string[]): void {
  const map = listMap(doc, path)
  const now = placedRecords(map).map(({ id }) => id)
  if (now.join('\n') === ids.join('\n')) return
  const places = firstPlaces(ids.length)
  ids.forEach((id, index) => {
    const record = map.get(id)
    if (record instanceof Y.Map && record.get(ORDER) !== places[index]) record.set(ORDER, places[index])
  })
}

/** What comes back stands after the nearest one that stood before it then and is still there. */
function putAfterNeighbour(doc: Y.Doc, list: ListField, id: string, before: readonly Json[]): void {
  const map = listMap(doc, list.path)
  const here = placedRecords(map).filter((placed) => placed.id !== id)
  const neighbour = before.findLast((each) => here.some((placed) => placed.id === each[list.key]))
  const at = here.findIndex((placed) => placed.id === neighbour?.[list.key])
  const ids = here.map((placed) => placed.id)
  restoreOrder(doc, list, [...ids.slice(0, at + 1), id, ...ids.slice(at + 1)])
}
