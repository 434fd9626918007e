import * as Y from 'yjs'
import { orderedSet } from '../agreement/canonical.ts'
import { isIsoDate, isNumberWithin, type ScalarType } from '../agreement/field.ts'
import type { Field } from '../agreement/schema-walk.ts'
import { FORBIDDEN_NAME, wellFormed } from '../agreement/well-formed.ts'
import { describeFound, type Message } from '../support/message.ts'

/** Where a value was found, and where to tell what is wrong with it. */
export type At = { path: string; messages: Message[] }

/** A single value as the schema wants it. What is of another type reads as not answered, and is told. */
export function readScalar(value: unknown, type: ScalarType, at: At): unknown {
  if (value === undefined || value === null) return null
  if (isOfType(value, type)) return wellFormed(value)
  at.messages.push({ path: at.path, reason: 'wrong_type', expected: type.name, found: describeFound(value) })
  return null
}

function isOfType(value: unknown, type: ScalarType): boolean {
  switch (type.name) {
    case 'text':
    case 'reference':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && isIsoDate(value)
    case 'number':
      return isNumberWithin(value, type.decimals, type.min)
    case 'money':
      return isNumberWithin(value, 2, 0)
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return type.values.some((known) => known === value)
  }
}

/** Long text; a bare string is taken too, anything else reads as empty and is told. */
export function readLongText(value: unknown, at: At): string {
  if (value instanceof Y.Text) return value.toString().toWellFormed()
  if (typeof value === 'string') return value.toWellFormed()
  if (value !== undefined)
    at.messages.push({
      path: at.path,
      reason: 'wrong_type',
      expected: 'long text',
      found: describeFound(value),
    })
  return ''
}

/** The keys of a set, in the order of what they point at. */
export function readSet(value: unknown, order: readonly string[], at: At): string[] {
  if (value instanceof Y.Map) {
    return orderedSet(
      [...value.entries()].flatMap(([key, present]) => (present === true ? [key] : [])),
      order,
    )
  }
  if (value !== undefined)
    at.messages.push({ path: at.path, reason: 'wrong_type', expected: 'a set', found: describeFound(value) })
  return []
}

/** A small value that is replaced as a whole; what the schema refuses reads as its default and is told. */
export function readJson(value: unknown, field: Field, at: At): unknown {
  const checked = field.schema.safeParse(value)
  if (checked.success) return wellFormed(checked.data)
  at.messages.push({ path: at.path, reason: 'wrong_type', expected: field.name, found: describeFound(value) })
  return field.schema.parse(undefined)
}

/** Plain values under names the schema does not know: kept. Shared types under such names stay in the document only. */
export function strangers(map: Y.Map<unknown>, known: ReadonlySet<string>, at: At): [string, unknown][] {
  return [...map.entries()]
    .filter(
      ([name, value]) => !known.has(name) && name !== FORBIDDEN_NAME && !(value instanceof Y.AbstractType),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      const expected = 'a field of this edition; it is kept as it is'
      at.messages.push({
        path: `${at.path}.${name}`,
        reason: 'unknown_key',
        expected,
        found: describeFound(value),
      })
      return [name, wellFormed(value)]
    })
}
