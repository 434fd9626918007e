import { z } from 'zod'
import { SUGGESTION_MARKS, suggestionId } from './suggestion.ts'

/**
 * Rich text of an article or annex, as ProseMirror document JSON. Paragraphs are flat: kind and level are attributes,
 * not nesting, so that indenting is an attribute change. THE list of nodes and marks: the editor and every writer
 * read it, so that none of them can drop what another knows. It has no bound on length: what people wrote, however much, must
 * always be readable; how much comes in at once is bounded where it comes in.
 */
export const PARAGRAPH_KINDS = ['clause', 'subclause', 'bullet', 'heading', 'note', 'plain'] as const
export const MARKS = ['bold', 'italic', 'underline'] as const
export const MAX_LEVEL = 3

export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number]
export type MarkName = (typeof MARKS)[number]

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.enum(MARKS) }),
  z.object({ type: z.enum(SUGGESTION_MARKS), attrs: z.object({ id: suggestionId }) }),
])
const marks = z
  .array(mark)
  .max(MARKS.length + SUGGESTION_MARKS.length)
  .optional()
/** The suggestions that somebody made on a node other than text. */
const suggested = { insertion: suggestionId.nullish(), deletion: suggestionId.nullish() }

const text = z.object({ type: z.literal('text'), text: z.string().min(1), marks })
/** Inline nodes other than text carry no marks: Yjs 13 keeps marks on text only, they would differ between screens. */
const hardBreak = z.object({ type: z.literal('hardBreak'), attrs: z.object(suggested).optional() })

/** Shows a fact of the agreement: `{goal}`. Its name is a name in `placeholders.ts`. */
const field = z.object({
  type: z.literal('field'),
  attrs: z.object({ name: z.string().max(80), ...suggested }),
})

/** Shows the number of an article or annex; kept when the target is gone, then shown as broken. */
const articleReference = z.object({
  type: z.literal('articleReference'),
  attrs: z.object({ articleId: z.string().max(80), ...suggested }),
})

/**
 * A party word ("de gemeente"): the word of the role, or with several parties in the role and `several: names`
 * their short names. `capital` begins it with a capital.
 */
const roleWord = z.object({
  type: z.literal('roleWord'),
  attrs: z.object({
    role: z.string().max(80),
    word: z.string().max(200),
    several: z.enum(['word', 'names']).default('word'),
    capital: z.boolean().default(false),
    ...suggested,
  }),
})

/** What a paragraph holds. */
export const inline = z.discriminatedUnion('type', [text, hardBreak, field, articleReference, roleWord])

const paragraph = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({
    kind: z.enum(PARAGRAPH_KINDS).default('clause'),
    level: z.number().int().min(0).max(MAX_LEVEL).default(0),
    /** Name of a condition on the facts; the outline leaves the paragraph out when it is false. */
    onlyIf: z.string().max(80).nullable().default(null),
  }),
  content: z.array(inline).optional(),
})

/** Stands where a table or form of facts is shown: `parties`, `tasks:awareness`. */
const block = z.object({ type: z.literal('block'), attrs: z.object({ name: z.string().max(80) }) })

export const richTextDocument = z.object({
  type: z.literal('doc'),
  content: z.array(z.discriminatedUnion('type', [paragraph, block])).default([]),
})

export type RichText = z.infer<typeof richTextDocument>
export type RichTextBlock = RichText['content'][number]
export type Paragraph = z.infer<typeof paragraph>
export type Inline = z.infer<typeof inline>
export type Mark = z.infer<typeof mark>

/** An empty rich text: one empty clause, so that there is a place to type. */
export function emptyRichText(): RichText {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { kind: 'clause', level: 0, onlyIf: null } }] }
}
