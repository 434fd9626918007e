import { z } from 'zod'
import { describeFound } from '../support/message.ts'
import type { PlacedMessage, Reading } from './placed-message.ts'
import { bareSchema } from './schema-path.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** Checks the data of a YAML file against a schema; gives the value, or each deviation with its place in the file. */
export function checkShape<S extends z.ZodType>(source: YamlSource, schema: S): Reading<z.output<S>> {
  const result = schema.safeParse(source.data)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, messages: result.error.issues.flatMap((issue) => messagesOf(source, issue, schema)) }
}

function messagesOf(source: YamlSource, issue: z.core.$ZodIssue, schema: z.ZodType): PlacedMessage[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path)
    const expected = known.length > 0 ? `one of ${known.join(', ')}` : 'no such key'
    return issue.keys.map((key) => source.messageAt([...path, key], 'unknown_key', expected, key))
  }
  const { reason, expected } = deviation(issue)
  const value = valueAt(source.data, path)
  const missing = value === undefined
  const found = missing ? 'nothing' : describeFound(value)
  return [source.messageAt(path, missing ? 'missing' : reason, expected, found)]
}

function deviation(issue: z.core.$ZodIssue): { reason: string; expected: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { reason: 'wrong_type', expected: wordForType(issue.expected) }
    case 'invalid_value':
      return { reason: 'unknown_value', expected: `one of ${issue.values.map(String).join(', ')}` }
    case 'too_small':
      return { reason: 'too_small', expected: `at least ${issue.minimum}${unitOf(issue.origin)}` }
    case 'too_big':
      return { reason: 'too_big', expected: `at most ${issue.maximum}${unitOf(issue.origin)}` }
    case 'invalid_format':
      return { reason: 'wrong_format', expected: `text like ${issue.pattern ?? issue.format}` }
    case 'invalid_union':
      return { reason: 'wrong_type', expected: 'text, a number, true, false or {role: …}' }
    default:
      return { reason: 'not_valid', expected: issue.message }
  }
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

/** What a schema library calls a type, in a word for people. */
export function wordForType(type: string): string {
  return TYPE_WORDS[type] ?? type
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' items' : ''
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Record<string | number, unknown>)[step]
  }, data)
}

/** The keys an object schema has at a path of data; empty when the path leads to no object schema. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  const target = path.reduce<z.ZodType | null>((at, step) => at && stepInto(at, step), schema)
  const bare = target && withoutTransform(target)
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : []
}

function stepInto(schema: z.ZodType, step: string | number): z.ZodType | null {
  const bare = withoutTransform(schema)
  if (bare instanceof z.ZodArray) return bare.element as z.ZodType
  if (bare instanceof z.ZodRecord) return bare.valueType as z.ZodType
  if (bare instanceof z.ZodObject) return (bare.shape as Record<string, z.ZodType>)[step] ?? null
  return null
}

/** `preprocess` makes a pipe whose second half is the schema that speaks about the data. */
function withoutTransform(schema: z.ZodType): z.ZodType {
  const bare = bareSchema(schema)
  return bare instanceof z.ZodPipe ? withoutTransform(bare.out as z.ZodType) : bare
}
