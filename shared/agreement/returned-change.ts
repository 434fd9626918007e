import { z } from 'zod'
import { proposedChange } from './proposed-change.ts'

/**
 * What a Word file that came back says otherwise than when it was taken along. A change is never made: who brought the file can take it over, and then it
 * is a proposal of theirs like any other.
 */
const text = z.string().max(200_000)
const id = z.string().min(1).max(80)

/** Who the file names for a change that was tracked in it; `at` is null where the file says no moment. */
export const hand = z.object({ author: z.string().max(255), at: z.string().max(40).nullable() })
export type Hand = z.infer<typeof hand>

/** Words to put in a paragraph as it stands here: what lies between two places, counted as an editor counts, becomes `text`. */
const wordEdit = z.object({ from: z.number().int().min(0), to: z.number().int().min(0), text })
export type WordEdit = z.infer<typeof wordEdit>

const what = z.discriminatedUnion('kind', [
  /** Other words in a paragraph. `index` and `seen` are the paragraph as it stands here now; `edits` do not overlap and stand in order. */
  z.object({
    kind: z.literal('words'),
    articleId: id,
    index: z.number().int().min(0),
    seen: text,
    edits: z.array(wordEdit),
  }),
  /** A fact, a row, a paragraph, an article: a change as data, against what stands here now. */
  z.object({ kind: z.literal('change'), change: proposedChange }),
  /**
   * Said in the file about an article (null: about the whole). `quote` is what it stood at, or what it answers; `threadId` is the thread here that it
   * answers by what the file says, null where it answers none.
   */
  z.object({ kind: z.literal('comment'), quote: text, text, threadId: id.nullable() }),
  /** Seen, and nothing that can be taken over by itself: it can be put beside the text as a comment, so that nobody misses it. */
  z.object({ kind: z.literal('remark') }),
])

/** How what stands here went on since the file was taken along. */
export const MEANWHILE = ['unchanged', 'changed', 'already-so', 'gone'] as const

export const returnedChange = z.object({
  /** Follows from the file alone, so that it is the same however often the file is read and whatever happens here. */
  id,
  /** The article or annex it stands in; null where it is in none, or that is gone. */
  place: id.nullable(),
  /** Name of where it stands, for people: "Artikel 4: Taken", a caption of a table; empty for the whole. */
  where: text,
  hands: z.array(hand).max(20),
  /** What it said when the file was taken along, what the file says, and what stands here now; null where there is nothing. */
  was: text.nullable(),
  file: text.nullable(),
  here: text.nullable(),
  meanwhile: z.enum(MEANWHILE),
  what,
})
export type ReturnedChange = z.infer<typeof returnedChange>

/** Why a file can not be read. Each is told in the language of who brings it. */
export const RETURN_TROUBLES = [
  /** No Word file at all: another kind of file. */
  'no-word-file',
  /** A Word file that is not made here, or from which what we need was taken out. */
  'not-ours',
  /** Made here, but a program spoilt what we compare with, and the text that it was made of is not known any more. */
  'data-lost',
  /** A comparison of two versions, which is a paper to read: who reworded it, did so in two texts at once. */
  'comparison',
  /** Made from another agreement. */
  'other-agreement',
  /** Made by a newer edition of the program. */
  'newer-format',
  'damaged',
  'encrypted',
  'too-large',
  'macros',
  /** Fetches something from elsewhere when it is opened. */
  'external-links',
] as const
export type ReturnTrouble = (typeof RETURN_TROUBLES)[number]
