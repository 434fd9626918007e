import type * as Y from 'yjs'
import { type AgreementBody, agreementBody } from '../agreement/agreement.ts'
import type { Target } from '../agreement/field.ts'
import { type Field, fieldsOf, groupSchema, LISTS, type ListField } from '../agreement/schema-walk.ts'
import { drawTitle } from '../agreement/title.ts'
import type { Message, WithMessages } from '../support/message.ts'
import { fragmentOf, groupMap, listMap, ORDER, REMOVED, rootSet, rootText } from './layout.ts'
import { placedRecords } from './order.ts'
import { type At, readJson, readLongText, readScalar, readSet, strangers } from './read-field.ts'
import { readRichText } from './rich-text-read.ts'

type Json = Record<string, unknown>

/**
 * Reads the whole agreement in canonical form. Never throws on what a peer could have written: what is of a wrong type reads as
 * not answered and is told in the messages; the document itself keeps it.
 */
export function readAgreement(doc: Y.Doc): WithMessages<AgreementBody> {
  const messages: Message[] = []
  const parts = fieldsOf(agreementBody).map((field) => {
    const part = readPart(doc, field, (list, id, record) => readRecord(doc, list, id, record))
    messages.push(...part.messages)
    return [field.name, part.value] as const
  })
  const unknown = readTopStrangers(doc)
  messages.push(...unknown.messages)
  return { value: assemble([...parts, ...unknown.value]), messages }
}

const LISTED = new Set(['title', 'titlePattern', 'shortTitle', 'parties'])

/** The title and the parties alone, which is what a list of agreements says. Never throws on what a peer could have written. */
export function readTitleAndParties(doc: Y.Doc): { title: string; parties: AgreementBody['parties'] } {
  const parts = fieldsOf(agreementBody)
    .filter(({ name }) => LISTED.has(name))
    .map(
      (field) =>
        [
          field.name,
          readPart(doc, field, (list, id, record) => readRecord(doc, list, id, record)).value,
        ] as const,
    )
  const { parties, title } = assemble(parts)
  return { title: title ?? '', parties }
}

/** Puts the parts together; the title is drawn from the others. */
export function assemble(parts: Iterable<readonly [string, unknown]>): AgreementBody {
  const body = Object.fromEntries(parts) as AgreementBody
  return { ...body, title: drawTitle(body) || null }
}

/** How one record of a list is read; an observer hands in one that remembers. */
export type RecordReader = (list: ListField, id: string, record: Y.Map<unknown>) => WithMessages<Json>

/** One field of the agreement itself: a value, a group or a list. */
export function readPart(doc: Y.Doc, field: Field, reader: RecordReader): WithMessages<unknown> {
  const messages: Message[] = []
  if (field.layout.kind !== 'object')
    return { value: readGroupField(doc, '', field, messages, reader), messages }
  const schema = groupSchema(field)
  const known = fieldsOf(schema).map(
    (inner) => [inner.name, readGroupField(doc, field.name, inner, messages, reader)] as const,
  )
  const unknown = strangers(groupMap(doc, field.name), new Set(Object.keys(schema.shape)), {
    path: field.name,
    messages,
  })
  return { value: Object.fromEntries([...known, ...unknown]), messages }
}

/** What stands at the top under names this edition does not know. */
export function readTopStrangers(doc: Y.Doc): WithMessages<[string, unknown][]> {
  const messages: Message[] = []
  const value = strangers(groupMap(doc, ''), new Set(Object.keys(agreementBody.shape)), {
    path: '',
    messages,
  })
  return { value, messages: messages.map((message) => ({ ...message, path: message.path.slice(1) })) }
}

function readGroupField(
  doc: Y.Doc,
  group: string,
  field: Field,
  messages: Message[],
  reader: RecordReader,
): unknown {
  const path = group === '' ? field.name : `${group}.${field.name}`
  const at: At = { path, messages }
  switch (field.layout.kind) {
    case 'longText':
      return readLongText(rootText(doc, path), at)
    case 'set':
      return readSet(rootSet(doc, path), keysIn(doc, field.layout.to), at)
    case 'list':
      return readList(doc, path, messages, reader)
    case 'scalar':
      return readScalar(groupMap(doc, group).get(field.name), field.layout.type, at)
    default:
      return readJson(groupMap(doc, group).get(field.name), field, at)
  }
}

function readList(doc: Y.Doc, path: string, messages: Message[], reader: RecordReader): Json[] {
  const list = LISTS.get(path)
  if (list === undefined) throw new RangeError(`readList: ${path} is not a list of an agreement`)
  return placedRecords(listMap(doc, path)).map(({ id, record }) => {
    const read = reader(list, id, record)
    messages.push(...read.messages)
    return read.value
  })
}

/** One record of a list, with its rich text when it has one. */
export function readRecord(
  doc: Y.Doc,
  list: ListField,
  id: string,
  record: Y.Map<unknown>,
): WithMessages<Json> {
  const messages: Message[] = []
  const path = `${list.path}.${id}`
  const values = fieldsOf(list.record, list.key).map((field) => {
    const at = { path: `${path}.${field.name}`, messages }
    return [field.name, readRecordField(doc, list, id, record, field, at)] as const
  })
  const known = new Set([...Object.keys(list.record.shape), ORDER, REMOVED])
  const unknown = strangers(record, known, { path, messages })
  return { value: Object.fromEntries([[list.key, id], ...values, ...unknown]), messages }
}

function readRecordField(
  doc: Y.Doc,
  list: ListField,
  id: string,
  record: Y.Map<unknown>,
  field: Field,
  at: At,
): unknown {
  const value = record.get(field.name)
  switch (field.layout.kind) {
    case 'longText':
      return readLongText(value, at)
    case 'set':
      return readSet(value, keysIn(doc, field.layout.to), at)
    case 'scalar':
      return readScalar(value, field.layout.type, at)
    case 'richText': {
      const read = readRichText(fragmentOf(doc, list.path, id), at.path)
      at.messages.push(...read.messages)
      return read.value
    }
    default:
      return readJson(value, field, at)
  }
}

/** The keys a set may point at inside this document, in their order; empty for catalogues. */
function keysIn(doc: Y.Doc, target: Target): readonly string[] {
  return LISTS.has(target) ? placedRecords(listMap(doc, target)).map(({ id }) => id) : []
}
