import { agreementBody } from '../agreement/agreement.ts'
import { type Field, fieldsOf, groupSchema, LISTS, type ListField } from '../agreement/schema-walk.ts'

/**
 * The place of one field, as a dotted path: `shortTitle`, `purpose.area`, `parties.<id>.name`, `financing.sources.<id>.amount`.
 */
export type Place =
  | { in: 'group'; group: string; path: string; field: Field }
  | { in: 'record'; list: ListField; recordId: string; field: Field }

/** Reads an address; null when the agreement has no such field. */
export function maybeFieldAt(address: string): Place | null {
  const steps = address.split('.')
  const list = LISTS.get(steps.slice(0, 2).join('.')) ?? LISTS.get(steps[0] ?? '')
  return list ? inRecord(list, steps.slice(list.path.split('.').length)) : inGroup(steps)
}

/** Reads an address. Throws a RangeError when the agreement has no such field. */
export function fieldAt(address: string): Place {
  const place = maybeFieldAt(address)
  if (place === null) throw new RangeError(`fieldAt: an agreement has no field ${address}`)
  return place
}

function inRecord(list: ListField, steps: readonly string[]): Place | null {
  const [recordId, name] = steps
  const field = fieldsOf(list.record, list.key).find((candidate) => candidate.name === name)
  return recordId && field && steps.length === 2 ? { in: 'record', list, recordId, field } : null
}

function inGroup(steps: readonly string[]): Place | null {
  const [first, second] = steps
  const top = fieldsOf(agreementBody).find((candidate) => candidate.name === first)
  if (!top) return null
  if (steps.length === 1 && top.layout.kind !== 'object')
    return { in: 'group', group: '', path: top.name, field: top }
  if (steps.length !== 2 || top.layout.kind !== 'object') return null
  const field = fieldsOf(groupSchema(top)).find((candidate) => candidate.name === second)
  return field ? { in: 'group', group: top.name, path: `${top.name}.${field.name}`, field } : null
}
