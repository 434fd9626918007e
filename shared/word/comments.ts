import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Inline } from '../outline/outline.ts'
import type { CommentPlace, Places, Point } from './comment-places.ts'

/** What somebody said; `at` is a moment (ISO). */
export type WordComment = { author: string; at: string; text: string }

/** What people say to each other about a place: the first comment, and its replies. */
export type WordThread = {
  /** What it is known by here, so that an answer finds it again; absent for what is no thread. */
  id?: string
  place: CommentPlace
  /** The words it is about, said where they are not on paper any more; empty for none. */
  quote: string
  isResolved: boolean
  comments: readonly WordComment[]
}

/** Numbers of the comments of each thread: in order, so that equal threads give an equal file. */
export function commentIds(threads: readonly WordThread[]): number[][] {
  let next = 0
  return threads.map(({ comments }) => comments.map(() => next++))
}

/** The comments themselves, as `docx` takes them; a reply names the comment that began its thread. */
export function toComments(
  threads: readonly WordThread[],
  { elsewhere }: Pick<Places, 'elsewhere'>,
): ICommentOptions[] {
  const ids = commentIds(threads)
  return threads.flatMap(({ comments, isResolved, quote }, thread) => {
    const [first = 0] = ids[thread] ?? []
    return comments.map(({ author, at, text }, index): ICommentOptions => {
      const isAway = index === 0 && quote !== '' && elsewhere.has(thread)
      return {
        id: first + index,
        author: authorOf(author),
        initials: initialsOf(author),
        date: new Date(at),
        children: linesOf(isAway ? `“${quote}”\n${text}` : text),
        resolved: isResolved,
        parentId: index === 0 ? NO_PARENT : first,
      }
    })
  })
}

/** `docx` writes the state of comments only where one of them has a parent; of one that it does not know it writes none. */
const NO_PARENT = -1

/** The name of an author holds 255 signs and no more (CT_TrackChange of the Open XML SDK's schema). */
export const authorOf = (name: string): string => name.slice(0, 255).toWellFormed()

const linesOf = (text: string) =>
  text.split(/\r\n|\r|\n/).map((line) => new Paragraph({ children: [new TextRun({ text: line })] }))

/** "Fatima el Idrissi (Stichting Voorbeeld)" → "FI": the letters that Word shows in a narrow margin. */
function initialsOf(author: string): string {
  const words = author.replace(/\(.*\)/, '').match(/\p{Lu}/gu) ?? [...author].slice(0, 1)
  return [words[0], words.length > 1 ? words.at(-1) : ''].join('')
}

/** Word writes whole seconds (ECMA-376 part 1, 22.9.2.3). */
export function wholeSeconds(xml: string): string {
  return xml.replace(/(w:date="[^"]*)\.\d+Z"/g, '$1Z"')
}

/** The runs between the marks of the comments about them. */
export function commented(runs: readonly ParagraphChild[], ids: readonly number[]): ParagraphChild[] {
  return [...startsOf(ids), ...runs, ...endsOf(ids)]
}

const startsOf = (ids: readonly number[]): ParagraphChild[] => ids.map((id) => new CommentRangeStart(id))
const endsOf = (ids: readonly number[]): ParagraphChild[] =>
  ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })])

/** How a row of pieces that belong together is written. */
export type Draw = (inlines: readonly Inline[]) => ParagraphChild[]

/**
 * A paragraph with comments in it: its pieces are cut where a comment begins or ends, and `draw` writes what stands between. Pieces of
 * different suggestions are never drawn together.
 */
export function commentedRuns(
  inlines: readonly Inline[],
  points: readonly Point[],
  ids: readonly (readonly number[])[],
  draw: Draw,
): ParagraphChild[] {
  const runs: ParagraphChild[] = []
  const waiting = [...points].sort(byPlace)
  let group: Inline[] = []
  const drawGroup = () => {
    if (group.length > 0) runs.push(...draw(group))
    group = []
  }
  const markUpTo = (offset: number) => {
    while (waiting[0] !== undefined && waiting[0].offset <= offset) {
      const { side, thread } = waiting.shift() as Point
      drawGroup()
      runs.push(...(side === 'start' ? startsOf : endsOf)(ids[thread] ?? []))
    }
  }
  for (const piece of cutAt(inlines, points)) {
    if (piece.written) markUpTo(piece.written.from)
    if (!isAlike(group.at(-1), piece)) drawGroup()
    group.push(piece)
  }
  drawGroup()
  markUpTo(Number.POSITIVE_INFINITY)
  return runs
}

/** What ends at a place ends before another begins there. */
const byPlace = (one: Point, other: Point) =>
  one.offset === other.offset
    ? Number(one.side === 'start') - Number(other.side === 'start')
    : one.offset - other.offset

const isAlike = (one: Inline | undefined, other: Inline): boolean =>
  one === undefined ||
  ((one.written?.insertion ?? null) === (other.written?.insertion ?? null) &&
    (one.written?.deletion ?? null) === (other.written?.deletion ?? null))

function cutAt(inlines: readonly Inline[], points: readonly Point[]): Inline[] {
  const offsets = [...new Set(points.map(({ offset }) => offset))].sort((a, b) => a - b)
  return inlines.flatMap((inline) => {
    const { written } = inline
    // What counts as one letter (a party word, a fact) is never cut, nor is a text from which signs were taken that no file can hold.
    if (inline.kind !== 'text' || !written || inline.text.length !== written.to - written.from)
      return [inline]
    const cuts = offsets.filter((offset) => offset > written.from && offset < written.to)
    return [written.from, ...cuts].map((from, index): Inline => {
      const to = cuts[index] ?? written.to
      const text = inline.text.slice(from - written.from, to - written.from)
      return { ...inline, text, written: { ...written, from, to } }
    })
  })
}
