import type { ICommentOptions, ParagraphChild } from 'docx'
import type { Block, Outline } from '../outline/outline.ts'
import type { KnownRemark } from './carried-data.ts'
import { placesOf } from './comment-places.ts'
import {
  authorOf,
  commented,
  commentedRuns,
  commentIds,
  type Draw,
  toComments,
  type WordThread,
} from './comments.ts'
import { durableIds } from './durable-ids.ts'
import { FIRST_CHANGE, type Proposer, type Tracking, trackedMark, trackedRuns } from './tracked-changes.ts'

/** What people say about an agreement and propose in it, for who works on: it belongs to an outline to work on, and to no other. */
export type Remarks = {
  threads: readonly WordThread[]
  /** Who made the suggestions in the texts, by the id of the suggestion. */
  proposers: Readonly<Record<string, Proposer>>
  /** What somebody is called of whom nothing is known. */
  unknown: string
}

/** What is said and proposed already, by author and moment as the file has them. */
export function knownRemarks(remarks: Remarks | null): KnownRemark[] {
  if (remarks === null) return []
  const changes = Object.values(remarks.proposers).map(
    ({ author, at }): KnownRemark => ({
      kind: 'change',
      author: authorOf(author),
      at: at && wholeSecond(at),
    }),
  )
  const said = remarks.threads.flatMap(({ id = null, comments }, thread) =>
    comments.map((comment, index) => ({ ...comment, id, sign: `${id ?? thread} ${index}` })),
  )
  const durable = durableIds(said.map(({ sign }) => sign))
  const comments = said.map(
    ({ author, at, id }, index): KnownRemark => ({
      ...{ kind: 'comment', author: authorOf(author), at: wholeSecond(at) },
      ...{ threadId: id, durableId: durable[index] ?? null },
    }),
  )
  const unknown: KnownRemark = { kind: 'change', author: authorOf(remarks.unknown), at: null }
  return [...changes, unknown, ...comments]
}

const wholeSecond = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>

/** How remarks are written into the parts of a text. Without remarks everything is written as it is. */
export type Marks = {
  /** What stands in the package beside the text; null when there is none. */
  comments: { children: ICommentOptions[] } | null
  /** The runs of a part of the outline, between the marks of the comments about all of it. */
  around: (what: object, runs: ParagraphChild[]) => ParagraphChild[]
  /** The runs of a paragraph, with the comments and suggestions in it. */
  within: (block: ParagraphBlock, draw: Draw) => ParagraphChild[]
  /** What a paragraph is told when all of it would come or go. */
  whole: (block: ParagraphBlock) => ReturnType<typeof trackedMark>
}

const WITHOUT: Marks = {
  comments: null,
  around: (_, runs) => runs,
  within: ({ inlines }, draw) => draw(inlines),
  whole: () => ({}),
}

/** Gives every remark its place and its number, in the order in which they are handed in. */
export function marksOf(outline: Outline, remarks: Remarks | null): Marks {
  if (remarks === null) return WITHOUT
  const { threads, proposers, unknown } = remarks
  const ids = commentIds(threads)
  const places = placesOf(
    outline,
    threads.map(({ place }) => place),
  )
  let next = FIRST_CHANGE
  const tracking: Tracking = {
    by: (id) => (Object.hasOwn(proposers, id) ? proposers[id] : undefined) ?? { author: unknown, at: null },
    nextId: () => next++,
  }
  const drawn = (draw: Draw): Draw => {
    return (inlines) => trackedRuns(inlines, draw, tracking)
  }
  return {
    comments: threads.length === 0 ? null : { children: toComments(threads, places) },
    around: (what, runs) =>
      commented(
        runs,
        (places.around.get(what) ?? []).flatMap((each) => ids[each] ?? []),
      ),
    within: (block, draw) => commentedRuns(block.inlines, places.within.get(block) ?? [], ids, drawn(draw)),
    whole: ({ written }) => (written === undefined ? {} : trackedMark(written, tracking)),
  }
}
