import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Layout } from '../../shared/agreement/field.ts'
import { LISTS } from '../../shared/agreement/schema-walk.ts'
import { fieldAt } from '../../shared/document/address.ts'
import { NOUNS, type NounPath } from '../../shared/template/field-names.ts'

type Json = Readonly<Record<string, unknown>>

/** The value at an address; undefined when its record is gone. Throws a RangeError for a field an agreement does not have. */
export function valueAt(body: AgreementBody, address: string): unknown {
  const place = fieldAt(address)
  if (place.in === 'group') return stepInto(body, address)
  const records = stepInto(body, place.list.path) as readonly Json[]
  return records.find((record) => record[place.list.key] === place.recordId)?.[place.field.name]
}

/** The records of a list, by its path. */
export function recordsAt(body: AgreementBody, listPath: string): readonly Json[] {
  return stepInto(body, listPath) as readonly Json[]
}

/** The record of a list that is known by this key; null when it is gone. */
export function maybeRecordAt(body: AgreementBody, listPath: string, key: string): Json | null {
  return recordsAt(body, listPath).find((record) => record[keyOfList(listPath)] === key) ?? null
}

function stepInto(body: AgreementBody, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Json)[step], body)
}

/** What kind of value stands at an address. */
export const layoutAt = (address: string): Layout => fieldAt(address).field.layout

/** The name under which the catalogue holds the label of the field at an address: `party.kvkNumber`. */
export function fieldNameOf(address: string): string {
  const place = fieldAt(address)
  const path = place.in === 'record' ? place.list.path : place.group
  return `${NOUNS[path as NounPath] ?? path}.${place.field.name}`
}

/** The name of the key by which records of a list are known: `id`, or `factorId`. */
export function keyOfList(listPath: string): string {
  return LISTS.get(listPath)?.key ?? 'id'
}
