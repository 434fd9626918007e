import { type ParagraphChild, SimpleField, TextRun } from 'docx'
import type { Inline, InlineMark } from '../outline/outline.ts'

/** Where references lead: id of an article or annex → its bookmark. */
export type Bookmarks = ReadonlyMap<string, { name: string; numbered: boolean }>

/** Inlines as runs; a reference is a real field, so that Word draws its number anew when an article moves. */
export function toRuns(inlines: readonly Inline[], bookmarks: Bookmarks): ParagraphChild[] {
  return inlines.flatMap((inline) => inlineRuns(inline, bookmarks))
}

function inlineRuns(inline: Inline, bookmarks: Bookmarks): ParagraphChild[] {
  switch (inline.kind) {
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'text':
      return textRuns(inline.text, inline.marks)
    case 'field':
      return textRuns(inline.text, inline.marks, inline.empty)
    case 'reference':
      return referenceRuns(inline, bookmarks)
  }
}

/**
 * `REF bookmark \r \t \h` (ECMA-376 part 1, 17.16.5.51): the paragraph number of the heading without its word, as a link. A
 * heading without a number is shown by its text.
 */
function referenceRuns(
  { targetId, text, broken, marks }: Extract<Inline, { kind: 'reference' }>,
  bookmarks: Bookmarks,
): ParagraphChild[] {
  const bookmark = bookmarks.get(targetId)
  if (broken || !bookmark) return textRuns(text, marks, true)
  const switches = bookmark.numbered ? '\\r \\t \\h' : '\\h'
  return [new SimpleField(`REF ${bookmark.name} ${switches}`, text)]
}

/** One run a line; `missing` says by its style that something is to be filled in. */
function textRuns(text: string, marks: readonly InlineMark[], missing = false): TextRun[] {
  return text.split(/\r\n|\r|\n/).map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(missing ? { style: 'MissingFact' } : {}),
        ...(marks.includes('bold') ? { bold: true } : {}),
        ...(marks.includes('italic') ? { italics: true } : {}),
        ...(marks.includes('underline') ? { underline: {} } : {}),
      }),
  )
}
