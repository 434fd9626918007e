import type { z } from 'zod'
import { layoutOf } from '../agreement/field.ts'
import type { Party } from '../agreement/party.ts'
import { wordForType } from './schema-messages.ts'
import { memberOf, recordSchemaAt, schemaAt } from './schema-path.ts'
import type { StartingValue } from './template.ts'

/** Why a starting value does not fit its place; null when it fits. */
export type Misfit = { reason: string; expected: string } | null

/** Says whether a default fits the place its dotted path names. Lists start with `records`, not with a default. */
export function misfitOfDefault(path: string, value: StartingValue): Misfit {
  const schema = schemaAt(path)
  if (!schema) return { reason: 'unknown_path', expected: 'the path of a field of the agreement' }
  return misfit(schema, value)
}

/** Says whether a value fits a field of the records in the list at `listPath`. */
export function misfitOfRecordValue(listPath: string, field: string, value: StartingValue): Misfit {
  const record = recordSchemaAt(listPath)
  if (!record) return { reason: 'unknown_path', expected: 'the path of a list of the agreement' }
  const schema = memberOf(record, field)
  if (schema) return misfit(schema, value)
  return { reason: 'unknown_field', expected: `one of ${Object.keys(record.shape).join(', ')}` }
}

function misfit(schema: z.ZodType, value: StartingValue): Misfit {
  const layout = layoutIfAny(schema)
  const isObject = layout?.kind === 'object' || layout?.kind === 'list' || layout?.kind === 'richText'
  if (isObject) return { reason: 'unknown_path', expected: 'the path of one field, not of a group or list' }
  if (isRole(value) && !refersToParties(schema)) {
    return { reason: 'wrong_type', expected: 'a value, because this field does not refer to parties' }
  }
  const probe = valueFor(schema, value, [])
  const result = schema.safeParse(probe)
  return result.success ? null : { reason: 'wrong_type', expected: wordsOf(result.error) }
}

/** An identifier such as `partyId` of a project lead is no field a maker registered. */
function layoutIfAny(schema: z.ZodType) {
  try {
    return layoutOf(schema)
  } catch {
    return null
  }
}

function refersToParties(schema: z.ZodType): boolean {
  const layout = layoutIfAny(schema)
  if (layout?.kind === 'set') return layout.to === 'parties'
  return layout?.kind === 'scalar' && layout.type.name === 'reference' && layout.type.to === 'parties'
}

function wordsOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue?.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue?.code === 'invalid_type') return wordForType(issue.expected)
  return issue?.message ?? 'another value'
}

function isRole(value: StartingValue): value is Extract<StartingValue, { role: unknown }> {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The value itself, or for `{role: …}` the first party of that role, in a set all of them. */
export function valueFor(schema: z.ZodType, value: StartingValue, parties: readonly Party[]): unknown {
  if (!isRole(value)) return value
  const ids = parties.filter((party) => party.role === value.role).map((party) => party.id)
  return layoutIfAny(schema)?.kind === 'set' ? ids : (ids[0] ?? null)
}
