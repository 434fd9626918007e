import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** A place in a text: the index of its paragraph, and how far in it, counted as an editor counts: a letter is one, and so is a fact or a line break. */
export type Spot = { block: number; offset: number }
/** Words in a row, in one paragraph or in several. */
export type Span = { from: Spot; to: Spot }
/** Where a span begins and ends as Yjs positions, packed: they stay with their letters, whoever edits around them. */
export type SpanAnchor = { from: string; to: string }

/** How a fact or reference in a sentence reads. */
export type WordOf = (name: string, attrs: Readonly<Record<string, unknown>>) => string

/** The anchor of a span; null when it holds no words, or is not in this text. */
export function anchorOf(fragment: Y.XmlFragment, { from, to }: Span): SpanAnchor | null {
  const start = positionAt(fragment, from, 'after')
  const end = positionAt(fragment, to, 'before')
  if (start === null || end === null || !comesBefore(from, to)) return null
  const pack = (position: Y.RelativePosition) => toBase64(Y.encodeRelativePosition(position))
  return { from: pack(start), to: pack(end) }
}

/**
 * What is left of a span in its text, null when its words are gone. Letters that were taken out shorten it, and what was typed at its edges is no
 * part of it. Of words whose first paragraph was removed as a whole, those in the last one are left. Broken positions give null too.
 */
export function maybeSpan(fragment: Y.XmlFragment, anchor: SpanAnchor): Span | null {
  const from = spotOf(fragment, anchor.from)
  const to = spotOf(fragment, anchor.to)
  if (to === null) return from === null ? null : nonEmpty(from, endOf(fragment, from.block))
  return nonEmpty(from ?? { block: to.block, offset: 0 }, to)
}

/** The words of a span, a line for each paragraph. */
export function wordsOf(fragment: Y.XmlFragment, { from, to }: Span, wordOf: WordOf): string {
  const lines: string[] = []
  for (let block = from.block; block <= to.block; block += 1) {
    const begin = block === from.block ? from.offset : 0
    const end = block === to.block ? to.offset : Number.POSITIVE_INFINITY
    lines.push(wordsBetween(fragment, block, begin, end, wordOf))
  }
  return lines.join('\n')
}

/** A passage as it was when somebody marked it: where, which words, and what stood beside them in their paragraphs. */
export type MarkedPassage = SpanAnchor & { quote: string; before: string; after: string }

/** So many signs beside a passage are remembered. */
const BESIDE = 24

/**
 * Marks a span; null when it holds no words, or is not in this text. Choosing a whole paragraph reaches to the beginning of the next one: its end is
 * what was meant, so that what is written behind it is no part of the passage.
 */
export function maybeMarked(fragment: Y.XmlFragment, chosen: Span, wordOf: WordOf): MarkedPassage | null {
  const span = withoutEdges(fragment, chosen)
  const anchor = anchorOf(fragment, span)
  const quote = wordsOf(fragment, span, wordOf)
  if (anchor === null || quote === '') return null
  const { from, to } = span
  const before = wordsBetween(fragment, from.block, 0, from.offset, wordOf).slice(-BESIDE)
  const after = wordsBetween(fragment, to.block, to.offset, Number.POSITIVE_INFINITY, wordOf)
  return { ...anchor, quote, before, after: after.slice(0, BESIDE) }
}

/**
 * Where a marked passage stands now; null when its words are gone. An editor writes words anew when a paragraph is cut in two, joined, or gets a fact in
 * it, and when a change is taken back: then they are found by themselves with what stood on one side of them, in one place and no other.
 */
export function maybePassage(fragment: Y.XmlFragment, marked: MarkedPassage, wordOf: WordOf): Span | null {
  const span = maybeSpan(fragment, marked)
  if (span !== null && wordsOf(fragment, span, wordOf) === marked.quote) return span
  return maybeFound(fragment, marked, wordOf) ?? span
}

function maybeFound(
  fragment: Y.XmlFragment,
  { quote, before, after }: MarkedPassage,
  wordOf: WordOf,
): Span | null {
  let found: Span | null = null
  for (const [block, paragraph] of paragraphs(fragment)) {
    const { text, offsets } = withOffsets(paragraph, wordOf)
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      const end = at + quote.length
      const isWhole = text === quote && (before === '' || after === '')
      const isBehind = ends(text.slice(0, at), before)
      const isAhead = begins(text.slice(end), after)
      if (!isWhole && !isBehind && !isAhead) continue
      if (found !== null) return null
      found = { from: { block, offset: offsets[at] ?? 0 }, to: { block, offset: offsets[end] ?? 0 } }
    }
  }
  return found
}

/** Without paragraphs at its edges of which it holds nothing. */
function withoutEdges(fragment: Y.XmlFragment, span: Span): Span {
  let { from, to } = span
  while (to.offset === 0 && to.block > from.block) to = endOf(fragment, to.block - 1)
  while (from.block < to.block && from.offset >= endOf(fragment, from.block).offset)
    from = { block: from.block + 1, offset: 0 }
  return { from, to }
}

/** So many signs that are still beside a passage are enough to know it by. */
const ENOUGH = 6

const ends = (text: string, before: string) => before !== '' && text.endsWith(before.slice(-ENOUGH))
const begins = (text: string, after: string) => after !== '' && text.startsWith(after.slice(0, ENOUGH))

function wordsBetween(
  fragment: Y.XmlFragment,
  block: number,
  from: number,
  to: number,
  wordOf: WordOf,
): string {
  const paragraph = paragraphAt(fragment, block)
  return paragraph === null ? '' : readRun(paragraph, from, to, wordOf)
}

const comesBefore = (one: Spot, other: Spot) =>
  one.block < other.block || (one.block === other.block && one.offset < other.offset)

const nonEmpty = (from: Spot, to: Spot): Span | null => (comesBefore(from, to) ? { from, to } : null)

/** The position of what stands right after or right before a spot. */
function positionAt(
  fragment: Y.XmlFragment,
  { block, offset }: Spot,
  side: 'after' | 'before',
): Y.RelativePosition | null {
  const paragraph = paragraphAt(fragment, block)
  if (paragraph === null) return null
  const assoc = side === 'after' ? 0 : -1
  let at = 0
  for (const [index, part] of parts(paragraph).entries()) {
    const end = at + lengthOf(part)
    const isIn = side === 'after' ? offset < end : offset <= end && offset > at
    if (isIn && part instanceof Y.XmlText)
      return Y.createRelativePositionFromTypeIndex(part, offset - at, assoc)
    if (isIn) return Y.createRelativePositionFromTypeIndex(paragraph, index + (assoc < 0 ? 1 : 0), assoc)
    at = end
  }
  return Y.createRelativePositionFromTypeIndex(
    paragraph,
    side === 'after' ? parts(paragraph).length : 0,
    assoc,
  )
}

function spotOf(fragment: Y.XmlFragment, packed: string): Spot | null {
  const found = maybeAbsolute(fragment, packed)
  if (found === null) return null
  const { type, index } = found
  const paragraph = type instanceof Y.XmlText ? type.parent : type
  if (!(paragraph instanceof Y.XmlElement) || isGone(paragraph)) return null
  if (type._item?.deleted) return null
  if (paragraph.parent !== fragment) return null
  const before = type instanceof Y.XmlText ? indexOf(paragraph, type) : index
  const offset = parts(paragraph)
    .slice(0, before)
    .reduce((sum, part) => sum + lengthOf(part), 0)
  return {
    block: indexOf(fragment, paragraph),
    offset: type instanceof Y.XmlText ? offset + index : offset,
  }
}

function maybeAbsolute(fragment: Y.XmlFragment, packed: string): Y.AbsolutePosition | null {
  if (fragment.doc === null) return null
  try {
    const position = Y.decodeRelativePosition(fromBase64(packed))
    return Y.createAbsolutePositionFromRelativePosition(position, fragment.doc)
  } catch {
    return null
  }
}

const isGone = (type: Pick<Y.XmlText, '_item'>) => type._item?.deleted === true

function indexOf(parent: Y.XmlFragment, child: Y.XmlElement | Y.XmlText): number {
  return parent.toArray().indexOf(child)
}

function endOf(fragment: Y.XmlFragment, block: number): Spot {
  const paragraph = paragraphAt(fragment, block)
  const offset = paragraph === null ? 0 : parts(paragraph).reduce((sum, part) => sum + lengthOf(part), 0)
  return { block, offset }
}

function paragraphAt(fragment: Y.XmlFragment, block: number): Y.XmlElement | null {
  const child = block >= 0 && block < fragment.length ? fragment.get(block) : null
  return child instanceof Y.XmlElement && child.nodeName === 'paragraph' ? child : null
}

function* paragraphs(fragment: Y.XmlFragment): Generator<[number, Y.XmlElement]> {
  for (const [block, child] of fragment.toArray().entries())
    if (child instanceof Y.XmlElement && child.nodeName === 'paragraph') yield [block, child]
}

const parts = (paragraph: Y.XmlElement) =>
  paragraph.toArray().filter((part) => part instanceof Y.XmlText || part instanceof Y.XmlElement)

const lengthOf = (part: Y.XmlText | Y.XmlElement) => (part instanceof Y.XmlText ? part.length : 1)

function readRun(paragraph: Y.XmlElement, begin: number, end: number, wordOf: WordOf): string {
  let at = 0
  let words = ''
  for (const part of parts(paragraph)) {
    const length = lengthOf(part)
    if (part instanceof Y.XmlText) words += plain(part).slice(Math.max(0, begin - at), Math.max(0, end - at))
    else if (at >= begin && at < end) words += readAtom(part, wordOf)
    at += length
  }
  return words
}

/** The words of a paragraph, with the offset in it of every letter and of the end. */
function withOffsets(paragraph: Y.XmlElement, wordOf: WordOf): { text: string; offsets: number[] } {
  let text = ''
  const offsets: number[] = []
  let at = 0
  for (const part of parts(paragraph)) {
    const words = part instanceof Y.XmlText ? plain(part) : readAtom(part, wordOf)
    for (let letter = 0; letter < words.length; letter += 1)
      offsets.push(part instanceof Y.XmlText ? at + letter : at)
    text += words
    at += lengthOf(part)
  }
  return { text, offsets: [...offsets, at] }
}

/** Letters as they count: what is no text in a text is one sign, as Yjs counts it. */
function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
}

function readAtom(atom: Y.XmlElement, wordOf: WordOf): string {
  return atom.nodeName === 'hardBreak' ? ' ' : wordOf(atom.nodeName, atom.getAttributes())
}
