import * as Y from 'yjs'
import { type Inline, inline, MARKS, type Mark } from '../agreement/rich-text.ts'
import { suggestionIdOf } from '../agreement/suggestion.ts'
import type { LostPiece } from './lost-piece.ts'
import type { FallenWords } from './lost-words.ts'

/** A piece of a text as it stood before the transaction. */
type Bit = { isLost: boolean; node: Inline }

/** How much of the surroundings goes along, in characters. */
const NEAR = 60

/** The runs of lost words in a paragraph or long text, each with what stood around it; the text of other lost runs is left out there. */
export function lostPieces(type: Children, fallen: FallenWords): LostPiece[] {
  const bits = [...bitsIn(type, fallen)]
  const pieces: LostPiece[] = []
  let at = 0
  while (at < bits.length) {
    const end = at + runLength(bits.slice(at))
    if (bits[at]?.isLost) {
      pieces.push({
        before: textOf(bits.slice(0, at).filter(({ isLost }) => !isLost))
          .slice(-NEAR)
          .toWellFormed(),
        content: joined(bits.slice(at, end)),
        after: textOf(bits.slice(end).filter(({ isLost }) => !isLost))
          .slice(0, NEAR)
          .toWellFormed(),
      })
    }
    at = end
  }
  return pieces.filter(({ content }) => plainText(content) !== '')
}

/** Inline content as text: a fact by its name in braces, a role by its word, a reference by a sign. */
export function plainText(content: readonly Inline[]): string {
  return content.map(textOfNode).join('')
}

function textOfNode(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'hardBreak':
      return '\n'
    case 'field':
      return `{${node.attrs.name}}`
    case 'roleWord':
      return node.attrs.word
    case 'articleReference':
      return '§'
  }
}

const textOf = (bits: readonly Bit[]): string => plainText(bits.map(({ node }) => node))

function runLength(bits: readonly Bit[]): number {
  const other = bits.findIndex(({ isLost }) => isLost !== bits[0]?.isLost)
  return other === -1 ? bits.length : other
}

function joined(bits: readonly Bit[]): Inline[] {
  const nodes: Inline[] = []
  for (const { node } of bits) {
    const last = nodes.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) last.text += node.text
    else nodes.push({ ...node })
  }
  return nodes
}

type TextNode = Extract<Inline, { type: 'text' }>
const sameMarks = (a: TextNode, b: TextNode): boolean => JSON.stringify(a.marks) === JSON.stringify(b.marks)

/** The parts of a shared type that hold its children, deleted ones included. */
export type Children = Pick<Y.XmlFragment, '_start'>

function* bitsIn(type: Children, fallen: FallenWords): Generator<Bit> {
  const marks: Marks = new Map()
  for (let item = type._start; item !== null; item = item.right) {
    if (!stoodBefore(item, fallen)) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) setMark(marks, content)
    else if (content instanceof Y.ContentString) yield* textBits(item, content.str, marks, fallen)
    else if (content instanceof Y.ContentType) yield* typeBits(item, content.type, fallen)
  }
}

/** True when it was there before the transaction, or is lost in it. */
function stoodBefore({ id, deleted }: Y.Item, { transaction, isLost }: FallenWords): boolean {
  if (isLost(id.client, id.clock)) return true
  if (id.clock >= (transaction.beforeState.get(id.client) ?? 0)) return false
  return !deleted || Y.isDeleted(transaction.deleteSet, id)
}

type Marks = Map<Mark['type'], Mark>

/** What was only proposed comes back as a proposal. That another would take the words out has gone with them. */
function setMark(marks: Marks, { key, value }: Y.ContentFormat): void {
  if (key === 'insertion') {
    const id = suggestionIdOf(value)
    if (id === null) marks.delete(key)
    else marks.set(key, { type: key, attrs: { id } })
    return
  }
  const type = MARKS.find((known) => known === key.split('--')[0])
  if (type === undefined) return
  if (value === null) marks.delete(type)
  else marks.set(type, { type })
}

const ORDER = [...MARKS, 'insertion'] as const

function* textBits({ id }: Y.Item, text: string, marks: Marks, { isLost }: FallenWords): Generator<Bit> {
  const kept = ORDER.flatMap((type) => marks.get(type) ?? [])
  const part = (from: number, to: number): Bit => {
    const words = text.slice(from, to).toWellFormed()
    const node =
      kept.length === 0
        ? { type: 'text' as const, text: words }
        : { type: 'text' as const, text: words, marks: kept }
    return { isLost: isLost(id.client, id.clock + from), node }
  }
  let from = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isLost(id.client, id.clock + at) === isLost(id.client, id.clock + from)) continue
    yield part(from, at)
    from = at
  }
}

function* typeBits({ id }: Y.Item, type: Y.AbstractType<unknown>, fallen: FallenWords): Generator<Bit> {
  const node = type instanceof Y.XmlElement ? maybeInline(type) : null
  if (node === null) yield* bitsIn(type as Children, fallen)
  else yield { isLost: fallen.isLost(id.client, id.clock), node }
}

/** A fact, reference, role word or line break. The attributes of a deleted element are read as they were. */
function maybeInline(element: Y.XmlElement): Inline | null {
  const attrs = Object.fromEntries(
    [...element._map].map(([name, { content }]) => [name, content.getContent().at(-1)]),
  )
  const parsed = inline.safeParse({ type: element.nodeName, attrs })
  return parsed.success ? parsed.data : null
}
