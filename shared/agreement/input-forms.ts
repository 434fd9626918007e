import { agreementBody } from './agreement.ts'
import { RECORD_KEYS } from './record.ts'
import { type Field, fieldsOf, groupSchema, recordSchema } from './schema-walk.ts'

type Json = Record<string, unknown>

/** A text that replaces the text of the article with this key; taken on input only (design 4.1). */
export type ClauseOverride = { key: string; text: string }

/** Left aside on input: what the record holds, what the domain pack says about its own examples, and internals. */
const LEFT_ASIDE = new Set<string>([
  ...RECORD_KEYS,
  'format',
  'schemaVersion',
  'clauseOverrides',
  'whyEn',
  'expectedFindings',
])

/** True for the domain pack's form: snake_case names and no `format`. */
export function isPackForm(input: Json): boolean {
  return input.format === undefined && ('template_id' in input || 'schema_version' in input)
}

/** Names in camelCase all the way down; keys that are data (party ids in `scores`) stay as they are. */
export function camelCaseNames(value: unknown, isData = false): unknown {
  if (Array.isArray(value)) return value.map((item) => camelCaseNames(item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      isData ? name : camelCase(name),
      camelCaseNames(inner, name === 'scores'),
    ]),
  )
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Brings the forms that input may have into the one the schema describes: parts of the record left aside, bare strings as
 * records, records without an id named by their place, scores beside the chosen factors, null groups and lists as empty.
 * Wrong types stay as they are, for the schema to complain about.
 */
export function inSchemaForm(input: Json): { body: Json; clauseOverrides: ClauseOverride[] } {
  const kept = Object.entries(input).filter(
    ([name]) => !LEFT_ASIDE.has(name) && !name.startsWith('fictional'),
  )
  const body = group(fieldsOf(agreementBody), withScoresApart(Object.fromEntries(kept)))
  if (isObject(body.drafting)) delete body.drafting.coDrafterPartyIds
  return { body, clauseOverrides: overridesIn(input.clauseOverrides) }
}

function overridesIn(value: unknown): ClauseOverride[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) =>
    isObject(item) && typeof item.key === 'string' && typeof item.text === 'string'
      ? [{ key: item.key, text: item.text }]
      : [],
  )
}

/** Moves `focusFactors[].scores` to `factorScores`, unless the input has those already. */
function withScoresApart(body: Json): Json {
  if (!Array.isArray(body.focusFactors)) return body
  const scores: [string, unknown][] = []
  const focusFactors = body.focusFactors.map((item: unknown) => {
    if (!isObject(item) || !('scores' in item)) return item
    const { scores: given, ...rest } = item
    if (typeof item.factorId === 'string') scores.push([item.factorId, given])
    return rest
  })
  return { ...body, focusFactors, factorScores: body.factorScores ?? Object.fromEntries(scores) }
}

function group(fields: readonly Field[], input: Json): Json {
  const result: Json = { ...input }
  for (const field of fields) {
    const value = input[field.name]
    if (field.layout.kind === 'scalar' || value === undefined) continue
    if (value === null) delete result[field.name]
    else if (field.layout.kind === 'object' && isObject(value))
      result[field.name] = group(fieldsOf(groupSchema(field)), value)
    else if (field.layout.kind === 'list' && Array.isArray(value))
      result[field.name] = records(field, field.layout.key, value)
  }
  return result
}

function records(field: Field, key: string, items: readonly unknown[]): unknown[] {
  const fields = fieldsOf(recordSchema(field), key)
  const taken = new Set(items.map((item) => (isObject(item) ? item[key] : undefined)))
  return inOrder(items).map((item, index) => {
    const record = typeof item === 'string' ? { text: item } : item
    if (!isObject(record)) return record
    return group(fields, key in record ? record : { [key]: freeName(field.name, index, taken), ...record })
  })
}

/** In the pack, `order` is derived from the place: sort by it once, then leave it aside. */
function inOrder(items: readonly unknown[]): unknown[] {
  if (!items.every((item) => isObject(item) && typeof item.order === 'number')) return [...items]
  const sorted = (items as Json[]).toSorted((a, b) => Number(a.order) - Number(b.order))
  return sorted.map(({ order: _, ...rest }) => rest)
}

function freeName(prefix: string, index: number, taken: Set<unknown>): string {
  let name = `${prefix}-${index + 1}`
  while (taken.has(name)) name = `${name}-x`
  taken.add(name)
  return name
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
