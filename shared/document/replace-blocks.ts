import * as Y from 'yjs'
import { asItStands, holdsSuggestions } from '../agreement/as-it-stands.ts'
import type { Inline, Paragraph, RichText, RichTextBlock } from '../agreement/rich-text.ts'
import { stepsInPairs } from '../support/steps.ts'
import { ALIKE, diffWords, likeness } from '../support/word-diff.ts'
import { readRichText } from './rich-text-read.ts'
import { blockElement, deltaOf, inlineTypes } from './rich-text-write.ts'

/**
 * Makes a rich text say `next` inside the transaction of the caller. Paragraphs that say it already are not touched; one that mostly
 * says the same changes word by word; only the others are taken out and put in. What is only proposed in a paragraph that stays is left as it is.
 */
export function replaceBlocks(fragment: Y.XmlFragment, next: RichText): void {
  const { value } = readRichText(fragment, '')
  if (value.content.length !== fragment.length) {
    // What cannot be read paragraph by paragraph is replaced as a whole.
    fragment.delete(0, fragment.length)
    fragment.insert(0, next.content.map(blockElement))
    return
  }
  const standing = holdsSuggestions(next) ? value : asItStands(value)
  let at = 0
  let before = 0
  for (const step of stepsInPairs(standing.content, next.content, asWords, areAlike)) {
    const was = value.content[before]
    if (step.state !== 'came') before++
    if (step.state === 'gone') {
      fragment.delete(at, 1)
      continue
    }
    if (step.state === 'came') fragment.insert(at, [blockElement(step.now)])
    if (step.state === 'changed') changeBlock(fragment, at, was as Paragraph, step.now as Paragraph)
    at++
  }
}

const asWords = (block: RichTextBlock): string => JSON.stringify(block)

function areAlike(was: RichTextBlock, now: RichTextBlock): boolean {
  if (was.type !== 'paragraph' || now.type !== 'paragraph') return false
  return likeness(lettersOf(was), lettersOf(now)) >= ALIKE
}

const lettersOf = ({ content }: Paragraph): string =>
  (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')

function changeBlock(fragment: Y.XmlFragment, at: number, was: Paragraph, now: Paragraph): void {
  const element = fragment.get(at)
  if (!(element instanceof Y.XmlElement)) return
  changeAttributes(element, was.attrs, now.attrs)
  const pieces = { was: piecesOf(was.content ?? []), now: piecesOf(now.content ?? []) }
  const children = element.toArray().filter((child) => !(child instanceof Y.XmlText && child.length === 0))
  const sameShape =
    children.length === pieces.was.length && pieces.was.map(shapeOf).join() === pieces.now.map(shapeOf).join()
  if (!sameShape) {
    element.delete(0, element.length)
    element.insert(0, inlineTypes(now.content ?? []))
    return
  }
  for (const [index, child] of children.entries()) {
    if (child instanceof Y.XmlText) changeRun(child, pieces.was[index] ?? [], pieces.now[index] ?? [])
  }
}

function changeAttributes(element: Y.XmlElement, was: Paragraph['attrs'], now: Paragraph['attrs']): void {
  const attributes = element as unknown as Y.XmlElement<Record<string, string | number>>
  for (const name of ['kind', 'level', 'onlyIf'] as const) {
    const value = now[name]
    if (value === was[name]) continue
    if (value === null) attributes.removeAttribute(name)
    else attributes.setAttribute(name, value)
  }
}

/** What a paragraph is made of, as Yjs keeps it: runs of text, and between them one fact, reference or break at a time. */
function piecesOf(content: readonly Inline[]): Inline[][] {
  const pieces: Inline[][] = []
  for (const inline of content) {
    const last = pieces.at(-1)
    if (inline.type === 'text' && last?.[0]?.type === 'text') last.push(inline)
    else pieces.push([inline])
  }
  return pieces
}

const shapeOf = (piece: readonly Inline[]): string =>
  piece[0]?.type === 'text' ? 'text' : JSON.stringify(piece)

function changeRun(text: Y.XmlText, was: readonly Inline[], now: readonly Inline[]): void {
  if (JSON.stringify(was) === JSON.stringify(now)) return
  if (isMarked(was) || isMarked(now)) {
    text.delete(0, text.length)
    text.applyDelta(deltaOf(now))
    return
  }
  let at = 0
  for (const { state, text: words } of diffWords(plain(was), plain(now))) {
    if (state === 'gone') text.delete(at, words.length)
    if (state === 'came') text.insert(at, words, {})
    if (state !== 'gone') at += words.length
  }
}

const isMarked = (run: readonly Inline[]): boolean =>
  run.some((inline) => inline.type === 'text' && (inline.marks ?? []).length > 0)

const plain = (run: readonly Inline[]): string =>
  run.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
