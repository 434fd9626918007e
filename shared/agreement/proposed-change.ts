import { z } from 'zod'
import { MAX_LEVEL, PARAGRAPH_KINDS } from './rich-text.ts'

/**
 * A change that somebody proposes and that words in a text cannot show: a paragraph, an article, a row of a table, a fact. `index` counts the
 * paragraphs of an article from 0, `seen` is what the one there said on the screen of who proposes.
 */
const id = z.string().min(1).max(80)
const index = z.number().int().min(0).max(100_000)
const seen = z.string().max(100_000)
const kind = z.enum(PARAGRAPH_KINDS)
const level = z.number().int().min(0).max(MAX_LEVEL)
const text = z.string().max(20_000)
/** Keys in any order, for a set. */
const keys = z.array(z.string().min(1).max(200)).max(500)
const value = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null(), keys])

export const proposedChange = z.discriminatedUnion('kind', [
  /** A new paragraph after the one at `index`, or at the beginning when that is null. */
  z.object({
    kind: z.literal('paragraph-add'),
    articleId: id,
    index: index.nullable(),
    seen,
    paragraph: z.object({ kind, level, text: text.trim().min(1) }),
  }),
  z.object({ kind: z.literal('paragraph-remove'), articleId: id, index, seen }),
  z.object({
    kind: z.literal('paragraph-kind'),
    articleId: id,
    index,
    seen,
    paragraph: z.object({ kind, level }),
  }),
  z.object({
    kind: z.literal('article-add'),
    heading: z.string().trim().min(1).max(500),
    text,
    after: id.nullable(),
  }),
  z.object({ kind: z.literal('article-remove'), articleId: id }),
  z.object({ kind: z.literal('row-add'), list: id, values: z.record(id, value) }),
  z.object({ kind: z.literal('row-remove'), list: id, rowId: id }),
  /** `value` is what the fact at this address would be; null for no answer. */
  z.object({ kind: z.literal('fact'), address: z.string().min(1).max(200), value }),
])
export type ProposedChange = z.infer<typeof proposedChange>
export type ProposedValue = z.infer<typeof value>
