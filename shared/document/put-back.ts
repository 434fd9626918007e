import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import type { Inline } from '../agreement/rich-text.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import { editorExtensions } from '../editor/extensions.ts'
import { maybeFieldAt } from './address.ts'
import { isTextList, type TextList } from './article-edit.ts'
import { drawProse } from './drawing.ts'
import { longTextAt, replaceLongText, setField } from './edit.ts'
import { type Found, fittingSpots } from './fitting-spot.ts'
import { fragmentOf, listMap, REMOVED } from './layout.ts'
import type { LostPiece, LostPlace } from './lost-piece.ts'
import { asOneStep } from './own-step.ts'
import { plainText } from './words-as-they-were.ts'
import { writeProse } from './write-prose.ts'

/** Words to put back, with what is known of where they stood. */
export type WordsToPutBack = {
  place: string
  text: string
  pieces: readonly LostPiece[]
  anchor: LostPlace | null
  value: string | number | boolean | null
}

/** The article or annex that an address is in; null for other addresses. */
export function maybeTextOwner(place: string): { list: TextList; id: string } | null {
  const [list = '', id, field] = place.split('.')
  return isTextList(list) && id && field === 'body' ? { list, id } : null
}

/** Whether what the words stood in is still there to take them. */
export function canPutBack(doc: Y.Doc, { place }: Pick<WordsToPutBack, 'place'>): boolean {
  const owner = maybeTextOwner(place)
  if (owner) return isPresent(doc, owner.list, owner.id)
  const field = maybeFieldAt(place)
  if (field === null) return false
  if (field.in === 'record') {
    const isText = isTextList(field.list.path)
    const isThere = isText
      ? isPresent(doc, field.list.path as TextList, field.recordId)
      : listMap(doc, field.list.path).get(field.recordId) instanceof Y.Map
    if (!isThere) return false
  }
  return field.field.layout.kind === 'scalar' || field.field.layout.kind === 'longText'
}

/**
 * Puts words back as one ordinary step that undo takes back: into the sentence they stood in where exactly one place fits, else as a
 * paragraph after what stood before theirs, or at the end. A value is set again. False when there is no place any more.
 */
export function putBackWords(doc: Y.Doc, words: WordsToPutBack): boolean {
  if (!canPutBack(doc, words)) return false
  const owner = maybeTextOwner(words.place)
  if (owner) {
    putBackProse(doc, fragmentOf(doc, owner.list, owner.id), words)
    return true
  }
  return putBackFact(doc, words)
}

function isPresent(doc: Y.Doc, list: TextList, id: string): boolean {
  const record = LISTS.has(list) ? listMap(doc, list).get(id) : undefined
  return record instanceof Y.Map && record.get(REMOVED) !== true
}

function putBackFact(doc: Y.Doc, { place, text, pieces, value }: WordsToPutBack): boolean {
  if (maybeFieldAt(place)?.field.layout.kind === 'scalar') return setField(doc, place, value ?? text)
  const into = longTextAt(doc, place)
  if (into === null) return false
  const now = into.toString()
  const spots = fittingSpots([now], pieces)
  const next = spots ? withPieces(now, spots, pieces) : [now, text].filter((part) => part !== '').join('\n')
  asOneStep(doc, () => replaceLongText(doc, into, next))
  return true
}

function withPieces(now: string, spots: readonly Found[], pieces: readonly LostPiece[]): string {
  let next = now
  for (const [index, { at }] of [...spots.entries()].reverse())
    next = next.slice(0, at) + plainText(pieces[index]?.content ?? []) + next.slice(at)
  return next
}

const schema = getSchema(editorExtensions())

/** Through ProseMirror and the binding, as typing goes: a fact in the middle of a sentence splits its text as it would there. */
function putBackProse(doc: Y.Doc, fragment: Y.XmlFragment, words: WordsToPutBack): void {
  const { node, drawing } = drawProse(fragment, schema)
  const transform = new Transform(node)
  const spots = fittingSpots(paragraphTexts(node), words.pieces)
  if (spots) insertPieces(transform, spots, words.pieces)
  else insertParagraphs(transform, indexAfter(fragment, words.anchor), words)
  asOneStep(doc, () => writeProse(fragment, transform.doc, drawing))
}

function insertPieces(transform: Transform, spots: readonly Found[], pieces: readonly LostPiece[]): void {
  const before = transform.doc
  for (const [index, { text, at }] of [...spots.entries()].reverse()) {
    const position = startOf(before, text) + 1 + offsetOf(before.child(text), at)
    transform.insert(position, nodesOf(pieces[index]?.content ?? []))
  }
}

function insertParagraphs(transform: Transform, index: number, { pieces, text }: WordsToPutBack): void {
  const { doc } = transform
  const above = index > 0 ? doc.child(index - 1) : null
  const isLike = above?.type.name === 'paragraph' && above.attrs.kind !== 'heading'
  const attrs = isLike ? { kind: above.attrs.kind, level: above.attrs.level } : {}
  const lines: Inline[][] =
    pieces.length > 0
      ? [pieces.flatMap(({ content }, at) => (at === 0 ? content : [ELLIPSIS, ...content]))]
      : text.split('\n').map((line) => [{ type: 'text', text: line }])
  const paragraphs = lines
    .map(trimmed)
    .filter((line) => line.length > 0)
    .map((line) => schema.node('paragraph', attrs, nodesOf(line)))
  transform.insert(startOf(doc, index), paragraphs)
}

const ELLIPSIS: Inline = { type: 'text', text: ' … ' }

function trimmed(line: readonly Inline[]): Inline[] {
  return line
    .map((node, at) => {
      if (node.type !== 'text') return node
      const start = at === 0 ? node.text.trimStart() : node.text
      return { ...node, text: at === line.length - 1 ? start.trimEnd() : start }
    })
    .filter((node) => node.type !== 'text' || node.text !== '')
}

const nodesOf = (content: readonly Inline[]): Node[] => content.map((node) => schema.nodeFromJSON(node))

/** Where the child stands, or the end when there is none. */
function startOf(doc: Node, index: number): number {
  let position = 0
  for (let before = 0; before < Math.min(index, doc.childCount); before++)
    position += doc.child(before).nodeSize
  return position
}

/** Each paragraph as the text that surroundings are told in; blocks are empty. */
function paragraphTexts(doc: Node): string[] {
  return doc.children.map((child) => child.children.map(textOfNode).join(''))
}

const textOfNode = (node: Node): string => plainText([node.toJSON() as Inline])

/** A place in the text of a paragraph as ProseMirror counts it; in the middle of a fact it is right after it. */
function offsetOf(paragraph: Node, at: number): number {
  let left = at
  let offset = 0
  for (const child of paragraph.children) {
    if (left <= 0) break
    offset += child.isText ? Math.min(left, child.nodeSize) : child.nodeSize
    left -= textOfNode(child).length
  }
  return offset
}

/** How many children of the text stand before the place where a paragraph stands, or stood. */
function indexAfter(fragment: Y.XmlFragment, anchor: LostPlace | null): number {
  const item = anchor && fragment.doc && maybeItem(fragment.doc, anchor)
  if (!item || item.parent !== fragment) return fragment.length
  let index = item.deleted ? 0 : item.length
  for (let left = item.left; left !== null; left = left.left)
    if (!left.deleted && left.countable) index += left.length
  return index
}

function maybeItem(doc: Y.Doc, { client, clock }: LostPlace): Y.Item | null {
  if (Y.getState(doc.store, client) <= clock) return null
  const struct: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return struct instanceof Y.Item ? struct : null
}
