import { type ParagraphChild, SimpleField, TextRun } from 'docx'
import { textDirection } from '../agreement/text-direction.ts'
import type { Inline, InlineMark } from '../outline/outline.ts'
import { toFactControl } from './fact-controls.ts'
import { maybeFact, maybeRowFact } from './shown-facts.ts'

/** Where references lead: id of an article or annex → its bookmark. */
export type Bookmarks = ReadonlyMap<string, { name: string; numbered: boolean; label: string }>

/**
 * Inlines as runs; a reference is a real field, so that Word draws its number anew when an article moves. `language` is that of the
 * text where it is not Dutch; a fact in it stays Dutch.
 */
export function toRuns(
  inlines: readonly Inline[],
  bookmarks: Bookmarks,
  language: string | null = null,
): ParagraphChild[] {
  return inlines.flatMap((inline, index) => {
    const { text, word } = labelBefore(inlines, index, bookmarks)
    if (text !== null) return textRuns(text, [])
    if (inline.kind === 'text') return wordRuns(inline, language)
    return inlineRuns(inline, word, bookmarks)
  })
}

function inlineRuns(
  inline: Exclude<Inline, { kind: 'text' }>,
  word: string,
  bookmarks: Bookmarks,
): ParagraphChild[] {
  switch (inline.kind) {
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'field':
      return fieldRuns(inline)
    case 'reference':
      return referenceRuns(inline, word, bookmarks)
  }
}

function wordRuns(text: Extract<Inline, { kind: 'text' }>, language: string | null): ParagraphChild[] {
  const runs = textRuns(text.text, text.marks, false, language)
  const fact = maybeRowFact(text)
  return fact === null ? runs : [toFactControl(fact, runs, text.marks)]
}

function fieldRuns(field: Extract<Inline, { kind: 'field' }>): ParagraphChild[] {
  const runs = textRuns(field.text, field.marks, field.empty)
  const fact = maybeFact(field)
  return fact === null ? runs : [toFactControl(fact, runs)]
}

/**
 * The number of a heading has its word in it ("Artikel 6"), and the sentence has it too ("volgens artikel 6"). Where the
 * sentence does, its word becomes part of the field, so that every reader that draws the field anew says it once. Gives
 * the shortened `text` for the text before a reference, and the `word` that the reference takes over.
 */
function labelBefore(
  inlines: readonly Inline[],
  index: number,
  bookmarks: Bookmarks,
): { text: string | null; word: string } {
  const inline = inlines[index]
  if (inline?.kind === 'text') {
    const word = sharedWord(inline, inlines[index + 1], bookmarks)
    return { text: word === '' ? null : inline.text.slice(0, -word.length), word: '' }
  }
  return { text: null, word: sharedWord(inlines[index - 1], inline, bookmarks) }
}

/** "artikel " at the end of an unmarked text just before a reference to an article; else empty. */
function sharedWord(before: Inline | undefined, reference: Inline | undefined, bookmarks: Bookmarks): string {
  if (before?.kind !== 'text' || before.marks.length > 0 || reference?.kind !== 'reference') return ''
  const bookmark = reference.broken ? undefined : bookmarks.get(reference.targetId)
  if (!bookmark?.numbered || bookmark.label === '') return ''
  const found = [bookmark.label, bookmark.label.toLowerCase()].map((label) => `${label} `)
  return found.find((word) => before.text === word || before.text.endsWith(` ${word}`)) ?? ''
}

/**
 * A cross-reference as Word makes them (ECMA-376 part 1, 17.16.5.51): `\r` shows the paragraph number of the heading, `\t`
 * leaves its word out, `\h` makes it a link. A heading without a number is shown by its text.
 */
function referenceRuns(
  { targetId, text, broken, marks }: Extract<Inline, { kind: 'reference' }>,
  word: string,
  bookmarks: Bookmarks,
): ParagraphChild[] {
  const bookmark = bookmarks.get(targetId)
  if (broken || !bookmark) return textRuns(text, marks, true)
  return [new SimpleField(`REF ${bookmark.name} ${switchesOf(bookmark, word)}`, word + text)]
}

function switchesOf(bookmark: { numbered: boolean; label: string }, word: string): string {
  if (!bookmark.numbered) return '\\h'
  if (word === '') return bookmark.label === '' ? '\\r \\h' : '\\r \\t \\h'
  return word === `${bookmark.label} ` ? '\\r \\h' : '\\r \\h \\* lower'
}

/** One run a line; `missing` says by its style that something is to be filled in. */
function textRuns(
  text: string,
  marks: readonly InlineMark[],
  missing = false,
  language: string | null = null,
): TextRun[] {
  return text.split(/\r\n|\r|\n/).map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...spokenIn(language),
        ...(missing ? { style: 'MissingFact' } : {}),
        ...(marks.includes('bold') ? { bold: true } : {}),
        ...(marks.includes('italic') ? { italics: true } : {}),
        ...(marks.includes('underline') ? { underline: {} } : {}),
      }),
  )
}

/** The language for the spelling check, and the direction, of a text that is not Dutch (ECMA-376 part 1, 17.3.2.20 and 17.3.2.30). */
function spokenIn(language: string | null) {
  if (language === null) return {}
  return textDirection(language) === 'rtl'
    ? { rightToLeft: true, language: { bidirectional: language } }
    : { language: { value: language } }
}
