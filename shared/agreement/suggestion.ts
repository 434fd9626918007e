import { z } from 'zod'

/**
 * Suggestions in a text: words that somebody proposes to put in or take out. On text they are marks; on a fact, a reference, a party
 * word or a line break they are attributes of the same names, because Yjs 13 keeps marks on text alone. The id names one run of
 * somebody's work. Who and when is never said here: that is what the server knows of who wrote it.
 */
export const SUGGESTION_MARKS = ['insertion', 'deletion'] as const
export type SuggestionMark = (typeof SUGGESTION_MARKS)[number]

const ID = /^[A-Za-z0-9_-]{1,40}$/
export const suggestionId = z.string().regex(ID)

/** What a mark with an id that no program of ours made counts as: it is a suggestion all the same. */
export const UNKNOWN_SUGGESTION = 'unknown'

/** The id in the value of an attribute or mark, as a peer could have written it; null when there is none. */
export function suggestionIdOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const id = typeof value === 'object' && 'id' in value ? value.id : value
  return typeof id === 'string' && ID.test(id) ? id : UNKNOWN_SUGGESTION
}
