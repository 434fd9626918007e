import { type ParagraphChild, SimpleField, TextRun } from 'docx'
import { type Direction, textDirection } from '../agreement/text-direction.ts'
import { directionOf, stretchesOf } from '../agreement/words-direction.ts'
import type { Inline, InlineMark } from '../outline/outline.ts'
import { directionOfInlines } from './direction-of-inlines.ts'
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
  const spoken = { language, direction: directionOfInlines(inlines, language) }
  return inlines.flatMap((inline, index) => {
    const { text, word } = labelBefore(inlines, index, bookmarks)
    if (text !== null) return wordRuns({ kind: 'text', text, marks: [] }, spoken)
    if (inline.kind === 'text') return wordRuns(inline, spoken)
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

/** A paragraph of which the words are written from right to left begins at the right (ECMA-376 part 1, 17.3.1.6); its language says so, or else its letters. */
export function paragraphDirection(
  inlines: readonly Inline[],
  language: string | null = null,
): { bidirectional?: true } {
  return directionOfInlines(inlines, language) === 'rtl' ? { bidirectional: true } : {}
}

/** A text that is no part of the agreement's prose: a heading. */
export function headingRuns(text: string): TextRun[] {
  return spokenRuns(text, [], { language: null, direction: directionOf(text) ?? 'ltr' })
}

/** The language of a text where it is not that of the agreement, and the direction of all of it. */
type Spoken = { language: string | null; direction: Direction }

function wordRuns(text: Extract<Inline, { kind: 'text' }>, spoken: Spoken): ParagraphChild[] {
  const fact = maybeRowFact(text)
  return fact === null
    ? spokenRuns(text.text, text.marks, spoken)
    : [toFactControl(fact, textRuns(text.text, text.marks, false, spoken.language), text.marks)]
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

/** A run for each stretch of one direction in each line. */
function spokenRuns(text: string, marks: readonly InlineMark[], { language, direction }: Spoken): TextRun[] {
  return linesOf(text).flatMap((line, index) =>
    stretchesOf(line, direction).map(
      (stretch, place) =>
        new TextRun({
          text: stretch.text,
          ...(index > 0 && place === 0 ? { break: 1 } : {}),
          ...spokenAs(stretch.direction, language),
          ...drawn(marks),
        }),
    ),
  )
}

/** One run a line, as the controls of facts want it; `missing` says by its style that something is to be filled in. */
function textRuns(
  text: string,
  marks: readonly InlineMark[],
  missing = false,
  language: string | null = null,
): TextRun[] {
  return linesOf(text).map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...spokenAs(directionOf(line) ?? textDirection(language), language),
        ...(missing ? { style: 'MissingFact' } : {}),
        ...drawn(marks),
      }),
  )
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/)

const drawn = (marks: readonly InlineMark[]) => ({
  ...(marks.includes('bold') ? { bold: true } : {}),
  ...(marks.includes('italic') ? { italics: true } : {}),
  ...(marks.includes('underline') ? { underline: {} } : {}),
})

/**
 * The direction of a run, and its language for the spelling check where it is in that of the text (ECMA-376 part 1, 17.3.2.20 and
 * 17.3.2.30). Arabic letters in a Dutch text are Arabic or Persian; nobody knows.
 */
function spokenAs(direction: Direction, language: string | null) {
  const isOfIt = language !== null && textDirection(language) === direction
  if (direction === 'rtl')
    return { rightToLeft: true, ...(isOfIt ? { language: { bidirectional: language } } : {}) }
  return isOfIt ? { language: { value: language } } : {}
}
