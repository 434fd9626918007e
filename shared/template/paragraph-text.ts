import { isBlockName } from '../agreement/block-names.ts'
import { isPlaceholderName } from '../agreement/placeholders.ts'
import type { Inline, Mark } from '../agreement/rich-text.ts'
import type { Template } from './template.ts'

/** What the marks in a paragraph's text may name. */
export type TextNames = {
  /** Article key → id of the article in the agreement. */
  articleIds: ReadonlyMap<string, string>
  roleWords: Template['roleWords']
}

/** Something in the text that cannot be understood; it stays in the text as it was typed. */
export type TextFault = { token: string; reason: string; expected: string }

export type ParagraphContent =
  | { kind: 'inlines'; inlines: Inline[]; faults: TextFault[] }
  | { kind: 'block'; name: string; faults: TextFault[] }

const TOKEN = /(\{\{[^{}]*\}\}|\*\*)/

/**
 * Reads the text of one paragraph: `{{goal}}` a fact, `{{ref:term}}` the number of an article, `{{role:municipality}}`
 * and `{{Role:municipality}}` a party word, `**…**` bold, and `{{block:results}}` alone a block. What it does not know
 * stays as text and is told as a fault, so that nothing typed is lost.
 */
export function readParagraphText(text: string, names: TextNames): ParagraphContent {
  const alone = /^\{\{block:([^{}]*)\}\}$/.exec(text.trim())
  if (alone) return readBlock(alone[1] ?? '', text)
  const faults: TextFault[] = []
  const inlines: Inline[] = []
  const pieces = text.split(TOKEN).filter((piece) => piece !== '')
  const lastBold = unpairedBold(pieces)
  let bold = false
  pieces.forEach((piece, index) => {
    if (piece === '**' && index !== lastBold) {
      bold = !bold
      return
    }
    const marks: Mark[] = bold ? [{ type: 'bold' }] : []
    const read = readPiece(piece, names)
    if ('reason' in read) faults.push({ token: piece, ...read })
    append(inlines, 'reason' in read ? { type: 'text', text: piece } : read, marks)
  })
  return { kind: 'inlines', inlines, faults }
}

function readBlock(name: string, text: string): ParagraphContent {
  if (isBlockName(name)) return { kind: 'block', name, faults: [] }
  const fault = { token: text.trim(), reason: 'unknown_block', expected: 'a block that the program can show' }
  return { kind: 'inlines', inlines: [{ type: 'text', text }], faults: [fault] }
}

/** Index of the last `**` when they are odd in number: it opens nothing. */
function unpairedBold(pieces: readonly string[]): number {
  const places = pieces.flatMap((piece, index) => (piece === '**' ? [index] : []))
  return places.length % 2 === 1 ? (places.at(-1) ?? -1) : -1
}

type Misread = { reason: string; expected: string }

function readPiece(piece: string, names: TextNames): Inline | Misread {
  if (piece === '**') return { reason: 'unclosed_bold', expected: 'a second ** that ends the bold text' }
  if (!/^\{\{.*\}\}$/.test(piece)) {
    if (/\{\{|\}\}/.test(piece)) return { reason: 'unclosed_braces', expected: 'a name between {{ and }}' }
    return { type: 'text', text: piece }
  }
  const [, prefix = '', name = ''] = /^\{\{(?:([^:]*):)?(.*)\}\}$/.exec(piece) ?? []
  return readName(prefix, name, names)
}

function readName(prefix: string, name: string, names: TextNames): Inline | Misread {
  switch (prefix) {
    case '':
      if (isPlaceholderName(name)) return { type: 'field', attrs: { name } }
      return { reason: 'unknown_placeholder', expected: 'the name of a placeholder' }
    case 'ref':
      return readReference(name, names.articleIds)
    case 'role':
    case 'Role':
      return readRoleWord(name, prefix === 'Role', names.roleWords)
    case 'block':
      return { reason: 'block_inside_text', expected: 'a block alone in its paragraph' }
    default:
      return { reason: 'unknown_mark', expected: 'a placeholder, block:, ref:, role: or Role:' }
  }
}

function readReference(key: string, articleIds: ReadonlyMap<string, string>): Inline | Misread {
  const articleId = articleIds.get(key)
  if (articleId !== undefined) return { type: 'articleReference', attrs: { articleId } }
  return { reason: 'unknown_reference', expected: 'the key of an article of this template' }
}

function readRoleWord(role: string, capital: boolean, words: Template['roleWords']): Inline | Misread {
  const found = Object.hasOwn(words, role) ? words[role as keyof typeof words] : undefined
  if (found) return { type: 'roleWord', attrs: { role, word: found.word, several: found.several, capital } }
  return { reason: 'unknown_role_word', expected: `one of ${Object.keys(words).join(', ')}` }
}

/** Adds an inline; marks stand on text alone, and text that follows text with the same marks is one text. */
function append(inlines: Inline[], inline: Inline, marks: Mark[]): void {
  const last = inlines.at(-1)
  if (inline.type !== 'text') {
    inlines.push(inline)
  } else if (last?.type === 'text' && (last.marks?.length ?? 0) === marks.length) {
    inlines[inlines.length - 1] = { ...last, text: last.text + inline.text }
  } else {
    inlines.push(marks.length > 0 ? { ...inline, marks } : inline)
  }
}
