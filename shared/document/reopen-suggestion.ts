import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import type { Inline } from '../agreement/rich-text.ts'
import { editorExtensions } from '../editor/extensions.ts'
import { steps } from '../support/steps.ts'
import { ALIKE, likeness } from '../support/word-diff.ts'
import { drawProse } from './drawing.ts'
import { type SettledParagraph, type SettledPiece, sizeOf } from './suggestions.ts'
import { writeProse } from './write-prose.ts'

const schema = getSchema(editorExtensions())

/**
 * Makes a decided suggestion open again, inside the transaction of the caller: what went comes back and what stayed gets its mark, also
 * where people wrote on meanwhile. False, and nothing changed, when the words around it are not there any more.
 */
export function reopenSuggestion(
  fragment: Y.XmlFragment,
  id: string,
  settled: readonly SettledParagraph[],
): boolean {
  const { node, drawing } = drawProse(fragment, schema)
  const { doc } = fragment
  const places = settled.map((paragraph) => placesNow(node, paragraph))
  if (doc === null || !places.every((place) => place !== null)) return false
  const transform = new Transform(node)
  // From the end to the beginning, and of those in one place the last one first.
  const pieces = places.flat().reverse()
  for (const { piece, from, to } of pieces.sort((one, other) => other.from - one.from))
    reopenPiece(transform, piece, from, to, id)
  writeProse(fragment, transform.doc, drawing)
  return true
}

type Placed = { piece: SettledPiece; from: number; to: number }

function reopenPiece(transform: Transform, piece: SettledPiece, from: number, to: number, id: string): void {
  if (piece.content.length > 0) {
    transform.insert(
      from,
      piece.content.map((node) => schema.nodeFromJSON(node)),
    )
    return
  }
  transform.doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) {
      const start = Math.max(from, at)
      const end = Math.min(to, at + node.nodeSize)
      transform.addMark(start, end, schema.mark(piece.kind, { id }))
    } else if (node.isInline) transform.setNodeAttribute(at, piece.kind, id)
  })
}

/** Where the pieces of a paragraph are now; null when it or one of them is not found. */
function placesNow(doc: Node, { block, after, pieces }: SettledParagraph): Placed[] | null {
  const was = lettersOf(after)
  const index = paragraphNow(doc, was, block)
  if (index === null) return null
  let start = 1
  for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
  const placeOf = placesIn(was, lettersOfNode(doc.child(index)))
  const placed = pieces.map((piece): Placed[] | null => {
    const ranges = placeOf(piece.at, piece.size)
    return ranges?.map(({ from, to }) => ({ piece, from: start + from, to: start + to })) ?? null
  })
  return placed.every((each) => each !== null) ? placed.flat() : null
}

/** The paragraph that says it still, the nearest one first; else the one that is most like it. */
function paragraphNow(doc: Node, was: string, block: number): number | null {
  const found = doc.children.flatMap((node, index) => {
    if (!node.inlineContent) return []
    const words = lettersOfNode(node)
    const like = words === was ? 2 : likeness(was, words)
    return like >= ALIKE ? { index, like } : []
  })
  found.sort((a, b) => b.like - a.like || Math.abs(a.index - block) - Math.abs(b.index - block))
  return found[0]?.index ?? null
}

type Range = { from: number; to: number }

/**
 * From places in the words as they were to places in the words as they are, letter by letter; null for what has changed itself. Where
 * nothing stood, the letter before it tells the place, else the one after it.
 */
function placesIn(was: string, now: string): (at: number, size: number) => Range[] | null {
  const places: (number | null)[] = []
  let at = 0
  for (const { state } of steps(was.split(''), now.split(''), (letter) => letter)) {
    if (state !== 'came') places.push(state === 'same' ? at : null)
    if (state !== 'gone') at += 1
  }
  return (start, size) => {
    if (size > 0) return rangesOf(places.slice(start, start + size))
    if (start === 0) return [{ from: 0, to: 0 }]
    const before = places[start - 1] ?? null
    const place = before === null ? (start === was.length ? now.length : places[start]) : before + 1
    return place === null || place === undefined ? null : [{ from: place, to: place }]
  }
}

/** Letters in a row as ranges: what somebody wrote between them since is none of it. */
function rangesOf(places: readonly (number | null)[]): Range[] | null {
  const ranges: Range[] = []
  for (const place of places) {
    if (place === null) return null
    const last = ranges.at(-1)
    if (last?.to === place) last.to = place + 1
    else ranges.push({ from: place, to: place + 1 })
  }
  return ranges
}

/** One sign for everything that is not a letter, so that places count as in an editor. */
const SIGN = '\ufffc'
const lettersOf = (content: readonly Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : SIGN.repeat(sizeOf(node)))).join('')
const lettersOfNode = (node: Node): string =>
  node.children.map((child) => child.text ?? SIGN.repeat(child.nodeSize)).join('')
