import { z } from 'zod'
import { agreementBody } from '../agreement/agreement.ts'
import { LISTS } from '../agreement/schema-walk.ts'

/** The schema at a dotted path of the agreement's body (`term.noticeMonths`); null when there is no such place. */
export function schemaAt(path: string): z.ZodType | null {
  return path
    .split('.')
    .reduce<z.ZodType | null>((schema, key) => schema && memberOf(schema, key), agreementBody)
}

/** The schema of the records in the list at a dotted path (`financing.lines`); null when no list stands there. */
export function recordSchemaAt(path: string): z.ZodObject | null {
  return LISTS.get(path)?.record ?? null
}

/** The schema of one member of an object schema; null when it is no object or has no such member. */
export function memberOf(schema: z.ZodType, key: string): z.ZodType | null {
  const bare = bareSchema(schema)
  if (!(bare instanceof z.ZodObject) || !Object.hasOwn(bare.shape, key)) return null
  return (bare.shape as Record<string, z.ZodType>)[key] ?? null
}

/** Takes off what a maker wraps around a schema: default, nullable and the like. */
export function bareSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return bareSchema(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return bareSchema(schema.unwrap() as z.ZodType)
  return schema
}
