import { Fragment, type Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { type Inline, MARKS } from '../agreement/rich-text.ts'
import { SUGGESTION_MARKS } from '../agreement/suggestion.ts'
import { oneChange } from '../support/one-change.ts'
import { steps } from '../support/steps.ts'
import type { Drawing } from './drawing.ts'
import type { Child } from './rich-text-read.ts'
import { inlineTypes } from './rich-text-write.ts'

/**
 * Makes a paragraph say what stands in a node, inside the transaction of the caller. Facts, references and line breaks that stay are found
 * first; between two of them words are written into the texts that are there, and no text is taken away: somebody may be writing in it. `caret` is
 * where the change ended, counted in the node; null when it is not known.
 */
export function writeInlines(
  element: Y.XmlElement,
  node: Node,
  drawing: Drawing,
  caret: number | null = null,
): void {
  const stay = thoseThatStay(element, node, drawing)
  const staying = new Set(stay.values())
  const was = cutAt(element.toArray(), (child) => child instanceof Y.XmlElement && stay.has(child))
  const now = cutAt(node.children, (_, index) => staying.has(index))
  let before = 0
  for (const [index, end] of [null, ...stay.keys()].entries()) {
    const run = now[index] ?? []
    writeRun(
      { element, end },
      was[index] ?? [],
      run,
      caret === null ? null : lettersUpTo(run, caret - before),
    )
    before += Fragment.from(run).size + 1
  }
  for (const [child, index] of stay) writeAttributes(child, node.child(index))
}

/** How many letters of a run stand before a place in it; null when the place is not in it. */
function lettersUpTo(run: readonly Node[], place: number): number | null {
  const content = Fragment.from(run)
  if (place < 0 || place > content.size) return null
  return lettersIn(content.cut(0, place).content).size
}
const lettersIn = (run: readonly Node[]): Fragment => Fragment.from(run.filter(({ isText }) => isText))

/** Takes over the attributes of a node; one that no node of this edition knows stays. */
export function writeAttributes(element: Y.XmlElement, { attrs }: Node): void {
  for (const [name, value] of Object.entries(attrs)) {
    const was = element.getAttribute(name) ?? null
    if (value === was) continue
    if (value === null || value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
}

/** The elements that stay, in their order, with which child of the node each of them is to be: one node can stand in two places. */
function thoseThatStay(element: Y.XmlElement, node: Node, drawing: Drawing): Map<Y.XmlElement, number> {
  const was = element.toArray().flatMap((child) => {
    const leaf = drawing.get(child)
    return child instanceof Y.XmlElement && leaf ? [{ child, leaf, place: 0 }] : []
  })
  const now = node.children.flatMap((leaf, place) => (leaf.isText ? [] : [{ child: null, leaf, place }]))
  const before = new Set(was.map(({ leaf }) => leaf))
  const numbers = new Map(now.flatMap(({ leaf }, index) => (before.has(leaf) ? [[leaf, `${index}`]] : [])))
  const found = steps<{ child: Y.XmlElement | null; leaf: Node; place: number }>(
    was,
    now,
    ({ leaf }) => numbers.get(leaf) ?? shapeOf(leaf),
  )
  return new Map(
    found.flatMap((step) =>
      step.state === 'same' && step.was.child ? [[step.was.child, step.now.place]] : [],
    ),
  )
}

/** What a fact is, whether or not it is proposed. */
const shapeOf = ({ type, attrs }: Node): string =>
  JSON.stringify([type.name, Object.entries(attrs).filter(([name]) => !isSuggestion(name))])
const isSuggestion = (name: string): boolean => SUGGESTION_MARKS.some((mark) => mark === name)

/** What stands between those that are met. */
function cutAt<T>(items: readonly T[], isMet: (item: T, index: number) => boolean): T[][] {
  const runs: T[][] = [[]]
  for (const [index, item] of items.entries()) {
    if (isMet(item, index)) runs.push([])
    else runs.at(-1)?.push(item)
  }
  return runs
}

/** Where a run begins: behind `end`, or at the start of the paragraph. */
type Place = { element: Y.XmlElement; end: Child | null }

function writeRun(
  { element, end }: Place,
  was: readonly Child[],
  now: readonly Node[],
  caret: number | null,
): void {
  for (const child of was) if (child instanceof Y.XmlElement) element.delete(indexIn(element, child), 1)
  const texts = was.filter((child) => child instanceof Y.XmlText)
  if (texts.length === 0) {
    const at = end === null ? 0 : indexIn(element, end) + 1
    element.insert(at, inlineTypes(now.map(asInline)))
    return
  }
  const letters = lettersIn(now)
  writeLetters(texts, letters, caret)
  for (const leaves of leavesIn(now).reverse()) putLeaves(element, texts, leaves, letters.cut(leaves.at))
}

function writeLetters(texts: readonly Y.XmlText[], letters: Fragment, caret: number | null): void {
  const was = texts.map(plain).join('')
  const said = letters.textBetween(0, letters.size)
  const { index, remove, insert } = oneChange(was, said, caret)
  let start = 0
  for (const text of texts) {
    const { length } = text
    const from = Math.max(index, start)
    const to = Math.min(index + remove, start + length)
    if (to > from) text.delete(from - start, to - from)
    start += length
  }
  const spot = spotAt(texts, index)
  if (insert !== '') spot.text.insert(spot.at, insert)
  writeMarks(texts, letters)
}

function writeMarks(texts: readonly Y.XmlText[], letters: Fragment): void {
  let start = 0
  for (const text of texts) {
    const end = start + text.length
    const none = Object.fromEntries(marksIn(text).map((name) => [name, null]))
    const runs = letters.cut(start, end).content
    text.applyDelta(
      runs.map(({ nodeSize, marks }) => ({
        retain: nodeSize,
        attributes: { ...none, ...Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs])) },
      })),
    )
    start = end
  }
}

/** In the midst of a text they cut it: what stood behind them stands in a text of its own from then on. */
function putLeaves(
  element: Y.XmlElement,
  texts: readonly Y.XmlText[],
  { leaves, at: place }: Leaves,
  behind: Fragment,
): void {
  const { text, at } = spotAt(texts, place)
  const index = indexIn(element, text)
  const rest = text.length - at
  const tail = at === 0 ? [] : behind.cut(0, rest).content
  if (tail.length > 0) text.delete(at, rest)
  element.insert(at === 0 ? index : index + 1, inlineTypes([...leaves, ...tail].map(asInline)))
}

type Spot = { text: Y.XmlText; at: number }

/** At the border of two texts it is the end of the first. */
function spotAt(texts: readonly Y.XmlText[], place: number): Spot {
  let at = place
  for (const text of texts) {
    if (at <= text.length) return { text, at }
    at -= text.length
  }
  throw new RangeError(`spotAt: the texts end ${at} letters before the place`)
}

/** What is no text, and how many letters stand before it. */
type Leaves = { leaves: Node[]; at: number }

function leavesIn(now: readonly Node[]): Leaves[] {
  const places = new Map<number, Node[]>()
  let at = 0
  for (const node of now) {
    if (node.isText) at += node.nodeSize
    else places.set(at, [...(places.get(at) ?? []), node])
  }
  return [...places].map(([place, leaves]) => ({ leaves, at: place }))
}

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> }
const plain = (text: Y.XmlText): string =>
  (text.toDelta() as DeltaPart[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
const KNOWN = new Set<string>([...MARKS, ...SUGGESTION_MARKS])
/** Those of this edition; what it does not know stays on the words. */
const marksIn = (text: Y.XmlText): string[] =>
  (text.toDelta() as DeltaPart[]).flatMap(({ attributes = {} }) =>
    Object.keys(attributes).filter((name) => KNOWN.has(name)),
  )

const asInline = (node: Node): Inline => node.toJSON() as Inline
const indexIn = (element: Y.XmlElement, child: Child): number => element.toArray().indexOf(child)
