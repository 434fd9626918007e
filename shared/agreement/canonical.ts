import type { z } from 'zod'
import { type AgreementBody, agreementBody } from './agreement.ts'
import { canonicalRichText } from './canonical-rich-text.ts'
import type { Target } from './field.ts'
import { type Field, fieldsOf, groupSchema, recordSchema } from './schema-walk.ts'
import { drawTitle } from './title.ts'
import { wellFormed } from './well-formed.ts'

type Json = Record<string, unknown>

/**
 * The one form of equal agreements (design 4.3): every field present, defaults written out, sets in the order of what
 * they point at, text well formed, the title drawn, rich text normalised. Keys that this edition does not know are kept
 * behind the known ones. Idempotent. Expects what `parseSnapshot` found valid, or what was read from a document.
 */
export function canonical(body: AgreementBody): AgreementBody {
  const result = canonicalGroup(agreementBody, body, {
    keysOf: (target) => keysIn(body, target),
  }) as AgreementBody
  return { ...result, title: drawTitle(result) || null }
}

type Context = { keysOf: (target: Target) => readonly string[] }

function canonicalGroup(schema: z.ZodObject, input: Json, context: Context, key?: string): Json {
  const fields = fieldsOf(schema, key)
  const known = fields.map(
    (field) => [field.name, canonicalField(field, input[field.name], context)] as const,
  )
  const names = new Set(Object.keys(schema.shape))
  const unknown = Object.keys(input)
    .filter((name) => !names.has(name))
    .sort()
    .map((name) => [name, wellFormed(input[name])] as const)
  const own = key === undefined ? [] : [[key, input[key]] as const]
  return Object.fromEntries([...own, ...known, ...unknown])
}

function canonicalField(field: Field, value: unknown, context: Context): unknown {
  switch (field.layout.kind) {
    case 'scalar':
      return wellFormed(value ?? null)
    case 'longText':
      return wellFormed(value ?? '')
    case 'json':
      return wellFormed(value ?? field.schema.parse(undefined))
    case 'set':
      return orderedSet((value ?? []) as string[], context.keysOf(field.layout.to))
    case 'richText':
      return canonicalRichText(value)
    case 'object':
      return canonicalGroup(groupSchema(field), (value ?? {}) as Json, context)
    case 'list': {
      const { key } = field.layout
      const record = recordSchema(field)
      return ((value ?? []) as Json[]).map((item) => canonicalGroup(record, item, context, key))
    }
  }
}

/** Each key once, in the order of what it points at; keys that point nowhere last, by name. */
export function orderedSet(keys: readonly string[], order: readonly string[]): string[] {
  const rank = new Map(order.map((key, index) => [key, index]))
  const last = order.length
  return [...new Set(keys.map((key) => key.toWellFormed()))].sort(
    (a, b) => (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : 1),
  )
}

/** The keys a set may point at inside this agreement, in their order; empty for catalogues. */
export function keysIn(body: AgreementBody, target: Target): readonly string[] {
  switch (target) {
    case 'parties':
    case 'signatories':
    case 'contacts':
    case 'articles':
      return (body[target] ?? []).map((record) => record.id)
    case 'financing.sources':
      return (body.financing?.sources ?? []).map((record) => record.id)
    case 'financing.lines':
      return (body.financing?.lines ?? []).map((record) => record.id)
    default:
      return []
  }
}
