import { z } from 'zod'
import { inline } from '../agreement/rich-text.ts'

/** The Yjs id of something in the document. */
export const lostPlace = z.object({
  client: z.number().int().nonnegative(),
  clock: z.number().int().nonnegative(),
})

/** One run of lost words in an article, with what stood right before and after it in the paragraph. */
export const lostPiece = z.object({ before: z.string(), content: z.array(inline), after: z.string() })

export type LostPlace = z.output<typeof lostPlace>
export type LostPiece = z.output<typeof lostPiece>
