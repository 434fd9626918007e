import { z } from 'zod'

/**
 * The kinds of value an agreement is made of. Every schema of a noun is built from the makers below, so that
 * one walk over the schema tells how a value is validated, normalised, kept in the shared document and edited.
 */
export type Layout =
  /** One value that is replaced as a whole: text line, number, date, choice. `null` means not answered. */
  | { kind: 'scalar'; type: ScalarType }
  /** Text that several people write in at once (a Y.Text). Never null. */
  | { kind: 'longText' }
  /** References or catalogue keys as a set: people adding at once do not overwrite each other. */
  | { kind: 'set'; to: Target }
  /** A fixed group of fields, one per agreement. */
  | { kind: 'object' }
  /** Records that people add, move and remove one by one, each named by its `key` field. */
  | { kind: 'list'; key: string }
  /** Rich text: paragraphs, blocks and fields. */
  | { kind: 'richText' }
  /** A small value that is only ever replaced as a whole and never edited inside. */
  | { kind: 'json' }

export type ScalarType =
  | { name: 'text'; max: number }
  | { name: 'date' }
  | { name: 'number'; decimals: number; min: number }
  | { name: 'money' }
  | { name: 'boolean' }
  | { name: 'choice'; values: readonly string[] }
  | { name: 'reference'; to: Target }

/** What a reference points at: a list of records in the same agreement, or a catalogue. */
export type Target =
  | 'parties'
  | 'signatories'
  | 'contacts'
  | 'articles'
  | 'financing.sources'
  | 'financing.lines'
  | 'clusters'
  | 'factors'
  | 'libraryTasks'
  | 'contactRoles'
  | 'languages'
  | 'articleKeys'

const layouts = z.registry<Layout>()

function register<S extends z.ZodType>(schema: S, layout: Layout): S {
  layouts.add(schema, layout)
  return schema
}

/** The layout a maker gave to this schema. Throws a RangeError for a schema that no maker made. */
export function layoutOf(schema: z.ZodType): Layout {
  const layout = layouts.get(schema)
  if (!layout) throw new RangeError('layoutOf: this schema was not made by a maker of shared/agreement/field')
  return layout
}

/** A line of text, replaced as a whole. */
export const line = (max = 500) =>
  register(z.string().max(max).nullable().default(null), { kind: 'scalar', type: { name: 'text', max } })

/** Text that people write in together. */
export const longText = (max = 20_000) => register(z.string().max(max).default(''), { kind: 'longText' })

const isoDate = z.string().refine(isIsoDate, { error: 'expected a date as YYYY-MM-DD' })

/** True for an existing calendar day written as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A calendar day, ISO `YYYY-MM-DD`. */
export const date = () =>
  register(isoDate.nullable().default(null), { kind: 'scalar', type: { name: 'date' } })

/** A number; `decimals` 0 is a whole number. */
export const number = (decimals = 0, min = 0) =>
  register(decimalNumber(decimals, min).nullable().default(null), {
    kind: 'scalar',
    type: { name: 'number', decimals, min },
  })

/** An amount in euro, at most two decimals. */
export const money = () =>
  register(decimalNumber(2, 0).nullable().default(null), { kind: 'scalar', type: { name: 'money' } })

/** No number in an agreement is larger. */
const LARGEST = 1e12

/** True for a number such as the makers `number` and `money` take: not below `min`, and with at most so many decimals. */
export function isNumberWithin(value: unknown, decimals: number, min: number): value is number {
  return typeof value === 'number' && value >= min && value <= LARGEST && hasAtMost(value, decimals)
}

function decimalNumber(decimals: number, min: number) {
  const schema = z.number().min(min).max(LARGEST)
  return decimals === 0
    ? schema.int()
    : schema.refine((n) => hasAtMost(n, decimals), { error: `expected at most ${decimals} decimals` })
}

function hasAtMost(value: number, decimals: number): boolean {
  if (decimals === 0) return Number.isSafeInteger(value)
  return Math.abs(value - Number(value.toFixed(decimals))) < 1e-9
}

/** Yes, no, or not answered. */
export const boolean = () =>
  register(z.boolean().nullable().default(null), { kind: 'scalar', type: { name: 'boolean' } })

/** One of a fixed list of words. */
export const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  register(z.enum(values).nullable().default(null), { kind: 'scalar', type: { name: 'choice', values } })

/** The key of one record or catalogue entry. It may dangle: then it is kept and reported. */
export const reference = (to: Target) =>
  register(z.string().max(200).nullable().default(null), { kind: 'scalar', type: { name: 'reference', to } })

/** Keys of records or catalogue entries, each at most once. */
export const referenceSet = (to: Target) =>
  register(z.array(z.string().max(200)).max(500).default([]), { kind: 'set', to })

/** The random name of a record inside its agreement; never reused. */
export const id = () =>
  z
    .string()
    .min(1)
    .max(80)
    .regex(/^[A-Za-z0-9_-]+$/)

/** A fixed group of fields. */
export const object = <S extends z.ZodRawShape>(shape: S) => {
  const schema = z.object(shape)
  return register(schema.prefault({} as z.input<typeof schema>), { kind: 'object' })
}

/** A list of records; `key` names the field by which a record is known. */
export const list = <S extends z.ZodRawShape>(record: z.ZodObject<S>, key: keyof S & string = 'id') =>
  register(z.array(record).max(2000).default([]), { kind: 'list', key })

/** A small value that is replaced as a whole. */
export const json = <S extends z.ZodType>(schema: S) => register(schema, { kind: 'json' })

/** Marks a schema as rich text; see `rich-text.ts`. */
export const richText = <S extends z.ZodType>(schema: S) => register(schema, { kind: 'richText' })
