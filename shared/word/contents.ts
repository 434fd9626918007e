import { type FileChild, InternalHyperlink, Paragraph, Tab, TableOfContents, TextRun } from 'docx'
import type { Outline, Section } from '../outline/outline.ts'
import type { Bookmarks } from './runs.ts'

/**
 * The table of contents: a field that Word can draw anew, filled with its entries so that it is never empty. Entries are links
 * and carry no page numbers: a wrong one would be worse than none, and only Word knows them.
 */
export function toContents(outline: Outline, bookmarks: Bookmarks): FileChild[] {
  const entries = [...outline.sections, ...outline.annexes].map((section) => toEntry(section, bookmarks))
  return [
    new Paragraph({ style: 'TOCHeading', text: outline.words.contents }),
    new TableOfContents(outline.words.contents, {
      headingStyleRange: '1-1',
      useAppliedParagraphOutlineLevel: true,
      pageNumbersEntryLevelsRange: '1-1',
      hyperlink: true,
      contentChildren: entries,
      beginDirty: false,
    }),
  ]
}

/** As Word draws an entry: number, tab, heading. */
function toEntry({ id, label, number, heading }: Section, bookmarks: Bookmarks): Paragraph {
  const before = label === '' ? `${number}.` : `${label} ${number}`
  const text = number === null ? [heading] : [before, new Tab(), heading]
  return new Paragraph({
    style: 'TOC1',
    children: [
      new InternalHyperlink({
        anchor: bookmarks.get(id)?.name ?? '',
        children: [new TextRun({ children: text })],
      }),
    ],
  })
}
