import type { WordEdit } from '../agreement/returned-change.ts'
import { diffWords } from '../support/word-diff.ts'
import type { PaperPiece } from './paper-lines.ts'

/** From one place in a text up to another, other words: counted in signs of the text as it is shown. */
export type TextEdit = { from: number; to: number; text: string }

export const textOfPieces = (pieces: readonly PaperPiece[]): string => pieces.map(({ text }) => text).join('')

/** What makes one text the other, word by word, in order. */
export function textEdits(was: string, now: string): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let open: TextEdit | null = null
  for (const part of diffWords(was, now)) {
    if (part.state === 'same') {
      open = null
      at += part.text.length
      continue
    }
    if (open === null) {
      open = { from: at, to: at, text: '' }
      edits.push(open)
    }
    if (part.state === 'came') open.text += part.text
    else {
      at += part.text.length
      open.to = at
    }
  }
  return edits
}

/** True when two sets of edits of one text change the same words, or put words in at the same place. */
export function doMeet(ours: readonly TextEdit[], theirs: readonly TextEdit[]): boolean {
  return ours.some((one) => theirs.some((other) => one.from <= other.to && other.from <= one.to))
}

/** Edits of a text as they are after other edits of it, which they do not meet. */
export function after(edits: readonly TextEdit[], others: readonly TextEdit[]): TextEdit[] {
  return edits.map(({ from, to, text }) => {
    const before = others.filter((other) => other.to <= from)
    const shift = before.reduce((sum, other) => sum + other.text.length - (other.to - other.from), 0)
    return { from: from + shift, to: to + shift, text }
  })
}

/**
 * Edits of the shown text as edits of what is written. What counts as one sign there (a fact, a party word, a number of an article) is never cut: who
 * changes a part of it puts words in its place.
 */
export function toWritten(edits: readonly TextEdit[], pieces: readonly PaperPiece[]): WordEdit[] {
  const spans = spansOf(pieces)
  const text = textOfPieces(pieces)
  return joined(edits, spans, text).map((edit) => {
    const { from, to, text: words } = aroundAtoms(edit, spans, text)
    return { from: placeOf(from, spans), to: placeOf(to, spans), text: words }
  })
}

/** A piece, and where it begins and ends in the shown text. */
type Span = PaperPiece & { start: number; end: number }

export function spansOf(pieces: readonly PaperPiece[]): Span[] {
  let at = 0
  return pieces.map((piece) => {
    const start = at
    at += piece.text.length
    return { ...piece, start, end: at }
  })
}

const isAtom = ({ text, from, to }: PaperPiece): boolean => text.length !== to - from || text === '\n'

function aroundAtoms(edit: TextEdit, spans: readonly Span[], text: string): TextEdit {
  const cut = (at: number) => spans.find((span) => isAtom(span) && at > span.start && at < span.end)
  const [first, last] = [cut(edit.from), cut(edit.to)]
  const from = first?.start ?? edit.from
  const to = last?.end ?? edit.to
  return { from, to, text: text.slice(from, edit.from) + edit.text + text.slice(edit.to, to) }
}

/** Two edits within one atom are one. */
function joined(edits: readonly TextEdit[], spans: readonly Span[], text: string): TextEdit[] {
  const result: TextEdit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    const shared = spans.some(
      (span) =>
        isAtom(span) && last && last.to > span.start && edit.from > span.start && edit.from < span.end,
    )
    if (last === undefined || !shared) result.push({ ...edit })
    else {
      last.text += text.slice(last.to, edit.from) + edit.text
      last.to = edit.to
    }
  }
  return result
}

function placeOf(at: number, spans: readonly Span[]): number {
  for (const span of spans) {
    if (at < span.start || at > span.end) continue
    if (at === span.start) return span.from
    return at === span.end ? span.to : span.from + (at - span.start)
  }
  return spans.at(-1)?.to ?? 0
}
