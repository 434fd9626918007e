import * as Y from 'yjs'
import { asItStands } from '../agreement/as-it-stands.ts'
import type { WordEdit } from '../agreement/returned-change.ts'
import { suggestionIdOf } from '../agreement/suggestion.ts'
import { wordsOfBlock } from './proposed-change.ts'
import { readRichText } from './rich-text-read.ts'
import { maybeText } from './suggestions.ts'

/** Other words in one paragraph: its place among the paragraphs, and what it says as it stands. */
export type WordsWanted = { articleId: string; index: number; seen: string; edits: readonly WordEdit[] }

/**
 * Puts edits of a paragraph in its text as a suggestion with this id, inside the transaction of the caller. Places count what stands, not what is only
 * proposed. False, and nothing done, when the paragraph does not say `seen` (any more). A line end in new words becomes a space.
 */
export function proposeWords(doc: Y.Doc, wanted: WordsWanted, suggestionId: string): boolean {
  const text = maybeText(doc, wanted.articleId)
  const paragraph = text?.get(wanted.index)
  if (!text || !(paragraph instanceof Y.XmlElement)) return false
  const block = asItStands(readRichText(text, '').value).content[wanted.index]
  if (block?.type !== 'paragraph' || wordsOfBlock(block) !== wanted.seen) return false
  for (const edit of [...wanted.edits].sort((a, b) => b.from - a.from))
    proposeEdit(paragraph, edit, suggestionId)
  return true
}

function proposeEdit(paragraph: Y.XmlElement, { from, to, text }: WordEdit, id: string): void {
  for (const piece of piecesIn(paragraph)) {
    const begin = Math.max(from, piece.at)
    const end = Math.min(to, piece.at + piece.size)
    if (begin < end) proposeRemoval(piece, begin, end, id)
  }
  const words = text.replace(/\s*\n\s*/g, ' ')
  if (words !== '') insertAt(paragraph, to, words, id)
}

/** A piece that stands: a run of text with its marks, or a node that counts as one sign. `at`: where it begins, counted as an editor counts. */
type Piece = { at: number; size: number; child: number } & (
  | { in: Y.XmlText; begin: number; marks: Record<string, unknown> }
  | { in: Y.XmlElement }
)

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> }

function piecesIn(paragraph: Y.XmlElement): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [child, node] of paragraph.toArray().entries()) {
    if (node instanceof Y.XmlElement) {
      const attributes: Record<string, unknown> = node.getAttributes()
      if (suggestionIdOf(attributes.insertion) !== null) continue
      pieces.push({ at, size: 1, child, in: node })
      at += 1
    } else if (node instanceof Y.XmlText) {
      let begin = 0
      for (const { insert, attributes: marks = {} } of node.toDelta() as DeltaPart[]) {
        const size = typeof insert === 'string' ? insert.length : 1
        if (suggestionIdOf(marks.insertion) === null) {
          pieces.push({ at, size, child, in: node, begin, marks })
          at += size
        }
        begin += size
      }
    }
  }
  return pieces
}

/** What somebody would have out already stays theirs. */
function proposeRemoval(piece: Piece, from: number, to: number, id: string): void {
  if ('begin' in piece) {
    if (suggestionIdOf(piece.marks.deletion) === null)
      piece.in.format(piece.begin + from - piece.at, to - from, { deletion: { id } })
    return
  }
  const attributes: Record<string, unknown> = piece.in.getAttributes()
  if (suggestionIdOf(attributes.deletion) === null) piece.in.setAttribute('deletion', id)
}

/** New words look like those that they follow. */
function insertAt(paragraph: Y.XmlElement, at: number, words: string, id: string): void {
  const pieces = piecesIn(paragraph)
  const runs = pieces.flatMap((piece) => ('begin' in piece ? [piece] : []))
  const run =
    runs.find((piece) => piece.at < at && at <= piece.at + piece.size) ??
    runs.find((piece) => piece.at === at)
  if (run) {
    const { insertion: _, deletion: __, ...look } = run.marks
    run.in.insert(run.begin + at - run.at, words, { ...look, insertion: { id } })
    return
  }
  const next = pieces.find((piece) => piece.at >= at)
  const text = new Y.XmlText()
  text.insert(0, words, { insertion: { id } })
  paragraph.insert(next?.child ?? paragraph.length, [text])
}
