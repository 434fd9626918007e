import * as Y from 'yjs'
import { type AgreementBody, agreementBody } from '../agreement/agreement.ts'
import { canonical } from '../agreement/canonical.ts'
import type { RichText } from '../agreement/rich-text.ts'
import { type Field, fieldsOf, groupSchema, recordSchema } from '../agreement/schema-walk.ts'
import { ownTitle } from '../agreement/title.ts'
import { assert } from '../support/assert.ts'
import {
  fragmentOf,
  groupMap,
  layoutVersion,
  listMap,
  markLayout,
  ORDER,
  REMOVED,
  rootSet,
  rootText,
} from './layout.ts'
import { firstPlaces } from './order.ts'
import { writeRichText } from './rich-text-write.ts'

type Json = Record<string, unknown>

/**
 * Writes a whole agreement into an empty document, in one transaction. The server does this once, when the agreement is made:
 * `readAgreement` then gives the canonical form. Throws a RangeError when the document already holds an agreement.
 */
export function writeAgreement(doc: Y.Doc, body: AgreementBody): void {
  assert(layoutVersion(doc) === 0, 'writeAgreement: the document already holds an agreement')
  const settled = { ...canonical(body), title: ownTitle(body) }
  doc.transact(() => {
    markLayout(doc)
    writeGroup(doc, '', agreementBody.shape, fieldsOf(agreementBody), settled)
  })
}

function writeGroup(doc: Y.Doc, group: string, shape: Json, fields: readonly Field[], values: Json): void {
  const map = groupMap(doc, group)
  for (const field of fields) writeGroupField(doc, map, pathIn(group, field.name), field, values[field.name])
  writeStrangers(map, shape, values)
}

function pathIn(group: string, name: string): string {
  return group === '' ? name : `${group}.${name}`
}

function writeGroupField(doc: Y.Doc, map: Y.Map<unknown>, path: string, field: Field, value: unknown): void {
  switch (field.layout.kind) {
    case 'longText':
      rootText(doc, path).insert(0, value as string)
      return
    case 'set':
      for (const key of value as string[]) rootSet(doc, path).set(key, true)
      return
    case 'object': {
      const schema = groupSchema(field)
      writeGroup(doc, path, schema.shape, fieldsOf(schema), value as Json)
      return
    }
    case 'list':
      writeList(doc, path, field, field.layout.key, value as Json[])
      return
    default:
      if (value !== null) map.set(field.name, value)
  }
}

function writeList(doc: Y.Doc, path: string, field: Field, key: string, items: readonly Json[]): void {
  const schema = recordSchema(field)
  const places = firstPlaces(items.length)
  items.forEach((item, index) => {
    const record = newRecord(fieldsOf(schema, key), item)
    record.set(ORDER, places[index])
    writeStrangers(record, schema.shape, item)
    const id = item[key] as string
    listMap(doc, path).set(id, record)
    if ('body' in schema.shape) writeRichText(fragmentOf(doc, path, id), item.body as RichText)
  })
}

/** A record with its nested types, to be put into its list in the transaction that makes it. Rich text stands elsewhere. */
export function newRecord(fields: readonly Field[], values: Json): Y.Map<unknown> {
  const record = new Y.Map<unknown>()
  for (const { name, layout } of fields) {
    const value = values[name]
    if (layout.kind === 'longText') record.set(name, new Y.Text((value as string | undefined) ?? ''))
    else if (layout.kind === 'set')
      record.set(name, new Y.Map(((value as string[] | undefined) ?? []).map((key) => [key, true])))
    else if (layout.kind !== 'richText' && value !== null && value !== undefined) record.set(name, value)
  }
  return record
}

/** Keys of a later edition: kept as they are. */
function writeStrangers(map: Y.Map<unknown>, shape: Json, values: Json): void {
  for (const [name, value] of Object.entries(values))
    if (!Object.hasOwn(shape, name) && name !== ORDER && name !== REMOVED) map.set(name, value)
}
