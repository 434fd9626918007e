import { z } from 'zod'
import { lostPiece, lostPlace } from '../../shared/document/lost-piece.ts'

/**
 * Why words are offered: what they stood in was removed or joined; another set the same fact; or they never reached the server, because
 * it was set back, would not take them, or let the person in no more.
 */
export const OFFER_REASONS = ['removed', 'overwritten', 'restored', 'refused', 'noAccess'] as const

/** Words a person typed that stand nowhere any more, kept on this device until they are put back or not needed. */
export const offered = z.object({
  /** The same words have the same id, so that they are offered once. */
  id: z.string().min(1),
  /** Moment at which they were offered first, ISO 8601. */
  at: z.string(),
  /** Where they stood: `articles.<id>.body`, or the address of a field; empty when nobody knows. */
  place: z.string(),
  text: z.string().min(1),
  reason: z.enum(OFFER_REASONS),
  /** For words in an article: each run with what stood around it. */
  pieces: z.array(lostPiece).default([]),
  /** For words in an article: where their paragraph stood. */
  anchor: lostPlace.nullable().default(null),
  /** For a fact: what was set. */
  value: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
})

export type OfferReason = (typeof OFFER_REASONS)[number]
export type Offered = z.output<typeof offered>
/** What is offered; the rest is filled in. Without an `id`, place, reason and text make one. */
export type Offer = Pick<Offered, 'place' | 'text' | 'reason'> &
  Partial<Pick<Offered, 'id' | 'pieces' | 'anchor' | 'value'>>
