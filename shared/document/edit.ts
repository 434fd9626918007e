import * as Y from 'yjs'
import { emptyRichText } from '../agreement/rich-text.ts'
import { type Field, fieldsOf, LISTS, type ListField } from '../agreement/schema-walk.ts'
import { assert } from '../support/assert.ts'
import { oneChange } from '../support/one-change.ts'
import { fieldAt } from './address.ts'
import { isTextList, removeText } from './article-edit.ts'
import { EDIT, fragmentOf, groupMap, listMap, NO_STEP, ORDER, rootSet, rootText } from './layout.ts'
import { noteLineChange, type TakeBackLine, withoutChange } from './line-steps.ts'
import { orderAt, type Place } from './order.ts'
import { writeRichText } from './rich-text-write.ts'
import { newRecord } from './write.ts'

/**
 * Changes to an agreement, each in one transaction with origin `EDIT`. They answer false (or null) when the record is gone, since
 * somebody else may have removed it a moment ago; an address the agreement does not have is misuse and throws a RangeError.
 */

/** Sets a single value; null means not answered. */
export function setField(
  doc: Y.Doc,
  address: string,
  value: string | number | boolean | null,
  origin: typeof EDIT | typeof NO_STEP = EDIT,
): boolean {
  const { field, map } = singleValueAt(doc, address)
  if (map === null) return false
  const was = map.get(field.name) ?? null
  if (was === value) return true
  doc.transact((transaction) => {
    if (isLine(field))
      noteLineChange(transaction, { address, was: String(was ?? ''), now: String(value ?? '') })
    if (value === null) map.delete(field.name)
    else map.set(field.name, value)
  }, origin)
  return true
}

/** Takes the own letters of a change of a line back, in what stands there now. */
export const takeBackLine =
  (doc: Y.Doc): TakeBackLine =>
  (change) => {
    const { field, map } = singleValueAt(doc, change.address)
    const was = String(map?.get(field.name) ?? '')
    const now = withoutChange(was, change)
    if (now === null || now === was || !setField(doc, change.address, now || null, NO_STEP)) return null
    return { address: change.address, was, now }
  }

function singleValueAt(doc: Y.Doc, address: string) {
  const place = fieldAt(address)
  assert(place.field.layout.kind === 'scalar', `setField: ${address} is not a single value`)
  const map =
    place.in === 'group' ? groupMap(doc, place.group) : maybeRecord(doc, place.list.path, place.recordId)
  return { field: place.field, map }
}

const isLine = ({ layout }: Field): boolean => layout.kind === 'scalar' && layout.type.name === 'text'

/** Sets a value that is kept and replaced as a whole, such as the scores of the factor scan. */
export function setJson(doc: Y.Doc, address: string, value: object): void {
  const place = fieldAt(address)
  assert(
    place.in === 'group' && place.field.layout.kind === 'json',
    `setJson: ${address} is not a whole value`,
  )
  const map = groupMap(doc, place.group)
  doc.transact(() => map.set(place.field.name, value), EDIT)
}

/** The shared text of a long text field; null when its record is gone. */
export function longTextAt(doc: Y.Doc, address: string): Y.Text | null {
  const place = fieldAt(address)
  assert(place.field.layout.kind === 'longText', `longTextAt: ${address} is not long text`)
  if (place.in === 'group') return rootText(doc, place.path)
  const text = maybeRecord(doc, place.list.path, place.recordId)?.get(place.field.name)
  return text instanceof Y.Text ? text : null
}

/**
 * Makes long text say `next` by the smallest change: the part between the common beginning and the common end is replaced, so
 * that what others type elsewhere in it stays. Of letters that repeat, those before `caret`, a place in `next`, came.
 */
export function replaceLongText(doc: Y.Doc, text: Y.Text, next: string, caret: number | null = null): void {
  const now = text.toString()
  if (now === next) return
  const { index, remove, insert } = oneChange(now, next, caret)
  doc.transact(() => {
    text.delete(index, remove)
    text.insert(index, insert)
  }, EDIT)
}

/** What a new record starts with, and where it is put. `key` is for lists that are known by a catalogue key. */
export type NewRecord = { key?: string; values?: Record<string, unknown> } & Place

/** Adds a record and gives its id. `newId` makes a random one. A key that is there already is left as it is. */
export function addRecord(
  doc: Y.Doc,
  listPath: string,
  record: NewRecord,
  newId: () => string = randomId,
): string {
  const list = listAt(listPath)
  const id = record.key ?? newId()
  const map = listMap(doc, listPath)
  if (map.get(id) instanceof Y.Map) return id
  doc.transact(() => {
    const made = newRecord(fieldsOf(list.record, list.key), record.values ?? {})
    made.set(ORDER, orderAt(map, record))
    map.set(id, made)
    if ('body' in list.record.shape) writeRichText(fragmentOf(doc, listPath, id), emptyRichText())
  }, EDIT)
  return id
}

/** Removes a record; undo brings it back. An article or annex is taken out with all that is written in it meanwhile. */
export function removeRecord(doc: Y.Doc, listPath: string, id: string): boolean {
  listAt(listPath)
  if (isTextList(listPath)) return removeText(doc, listPath, id)
  if (maybeRecord(doc, listPath, id) === null) return false
  doc.transact(() => listMap(doc, listPath).delete(id), EDIT)
  return true
}

/** Moves a record to right before or after another; `after: null` is the beginning. Only its place changes. */
export function moveRecord(doc: Y.Doc, listPath: string, id: string, place: Place): boolean {
  listAt(listPath)
  const record = maybeRecord(doc, listPath, id)
  if (record === null) return false
  doc.transact(() => record.set(ORDER, orderAt(listMap(doc, listPath), place, id)), EDIT)
  return true
}

/** Adds a key to a set. */
export function addToSet(doc: Y.Doc, address: string, key: string): boolean {
  return changeSet(doc, address, (set) => set.set(key, true))
}

/** Takes a key out of a set. */
export function removeFromSet(doc: Y.Doc, address: string, key: string): boolean {
  return changeSet(doc, address, (set) => set.delete(key))
}

function changeSet(doc: Y.Doc, address: string, change: (set: Y.Map<unknown>) => void): boolean {
  const place = fieldAt(address)
  assert(place.field.layout.kind === 'set', `changeSet: ${address} is not a set`)
  const set =
    place.in === 'group'
      ? rootSet(doc, place.path)
      : maybeRecord(doc, place.list.path, place.recordId)?.get(place.field.name)
  if (!(set instanceof Y.Map)) return false
  doc.transact(() => change(set), EDIT)
  return true
}

/** A random id for a record: 96 bits, letters and digits. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')
}

function listAt(path: string): ListField {
  const list = LISTS.get(path)
  if (list === undefined) throw new RangeError(`an agreement has no list ${path}`)
  return list
}

function maybeRecord(doc: Y.Doc, listPath: string, id: string): Y.Map<unknown> | null {
  const record = listMap(doc, listPath).get(id)
  return record instanceof Y.Map ? record : null
}
