import { z } from 'zod'

/**
 * What an article or annex says, in words for people. Parties, and articles that it refers to, stand in it as signs (`partySign`, `textSign`),
 * so that a new name or number is no other content. It is kept when a party agrees, to show later which words changed.
 */
export const articleContent = z.object({
  heading: z.string(),
  /** One for each paragraph, row or item. */
  lines: z.array(z.string()),
})
export type ArticleContent = z.infer<typeof articleContent>

/** Where the name of a party, and the number of an article or annex, comes. The signs around it are for private use in Unicode. */
export const partySign = (id: string): string => `\uE000p:${id}\uE001`
export const textSign = (id: string): string => `\uE000t:${id}\uE001`

/** The text with what stands behind each sign, by `nameOf`. */
export function withoutSigns(text: string, nameOf: (kind: 'party' | 'text', id: string) => string): string {
  return text.replace(/\uE000([pt]):([^\uE000\uE001]*)\uE001/g, (_, kind: string, id: string) =>
    nameOf(kind === 'p' ? 'party' : 'text', id),
  )
}
