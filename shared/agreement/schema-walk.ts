import { z } from 'zod'
import { agreementBody } from './agreement.ts'
import { type Layout, layoutOf } from './field.ts'

/** One field of a noun: its name, its schema as a maker made it, and what kind of value it is. */
export type Field = { name: string; schema: z.ZodType; layout: Layout }

/** The fields of a record or group in canonical order, without the field by which a record is known. */
export function fieldsOf(schema: z.ZodObject, key?: string): Field[] {
  return Object.entries(schema.shape)
    .filter(([name]) => name !== key)
    .map(([name, field]) => ({ name, schema: field as z.ZodType, layout: layoutOf(field as z.ZodType) }))
}

/** The fields inside a field of layout `object`. Throws a RangeError for any other field. */
export function groupSchema(field: Field): z.ZodObject {
  return expectObject(unwrap(field.schema), field.name)
}

/** The schema of the records in a field of layout `list`. Throws a RangeError for any other field. */
export function recordSchema(field: Field): z.ZodObject {
  const array = unwrap(field.schema)
  if (!(array instanceof z.ZodArray)) throw new RangeError(`recordSchema: ${field.name} is not a list`)
  return expectObject(array.element as z.ZodType, field.name)
}

/** A list of records with the place where it stands: `parties`, `purpose.results`. */
export type ListField = Field & { path: string; key: string; record: z.ZodObject }

/** Every list of the agreement, at the top and inside groups, by path. */
export const LISTS: ReadonlyMap<string, ListField> = new Map(
  everyField().flatMap(({ path, field }) =>
    field.layout.kind === 'list'
      ? [[path, { ...field, path, key: field.layout.key, record: recordSchema(field) }] as const]
      : [],
  ),
)

function everyField(): { path: string; field: Field }[] {
  return fieldsOf(agreementBody).flatMap((field) => [
    { path: field.name, field },
    ...(field.layout.kind === 'object'
      ? fieldsOf(groupSchema(field)).map((inner) => ({ path: `${field.name}.${inner.name}`, field: inner }))
      : []),
  ])
}

function unwrap(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
  return wrapped ? unwrap(schema.unwrap() as z.ZodType) : schema
}

function expectObject(schema: z.ZodType, name: string): z.ZodObject {
  if (!(schema instanceof z.ZodObject)) throw new RangeError(`expected ${name} to hold an object`)
  return schema
}
