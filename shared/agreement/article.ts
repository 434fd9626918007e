import { z } from 'zod'
import * as f from './field.ts'
import { emptyRichText, richTextDocument } from './rich-text.ts'

/** The template edition and article that a text came from; null for an own article. */
export const articleOrigin = z.object({
  templateId: z.string().max(80),
  edition: z.number().int().min(1),
  key: z.string().max(80),
})

/** One article. Its number is drawn from its place; parties, recitals and signatures are not numbered. */
export const article = z.object({
  id: f.id(),
  key: f.line(80),
  heading: f.line(300),
  numbered: f.boolean(),
  origin: f.json(articleOrigin.nullable().default(null)),
  body: f.richText(richTextDocument.default(emptyRichText)),
})
export type Article = z.infer<typeof article>

/** An article or annex that was taken out: references to it say its heading. */
export const removedText = z.object({ id: f.id(), heading: f.line(300) })
