import { Bookmark, type FileChild, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import { type Block, type Outline, plainText, type Section } from '../outline/outline.ts'
import { toTable } from './data-tables.ts'
import type { Look } from './look.ts'
import { pageOf } from './page.ts'
import { type Pictures, pictureParagraphs } from './pictures.ts'
import type { Marks } from './remarks.ts'
import { type Bookmarks, headingRuns, paragraphDirection, toRuns } from './runs.ts'
import { toSignatureTables } from './signature-blocks.ts'
import { measuresOf } from './styles.ts'

/** What the parts of a text need to know while they are written. */
export type Writing = {
  outline: Outline
  textWidth: number
  bookmarks: Bookmarks
  /** Title and description of every table in the order in which they are written; null for a table that only lays out. */
  tables: ({ title: string; description: string } | null)[]
  /** Gives every list of its own a number of its own. */
  nextInstance: () => number
  marks: Marks
  look: Look
  /** Every picture in the order in which it is written. */
  pictures: Pictures
}

type Kind = 'article' | 'annex'

/** Names the bookmark on every heading: by place, so that equal agreements give equal files. */
export function bookmarksOf(outline: Outline): Bookmarks {
  const named = (sections: readonly Section[], word: string) =>
    sections.map(
      ({ id, number, label }, index) =>
        [id, { name: `_Ref_${word}_${index + 1}`, numbered: number !== null, label }] as const,
    )
  return new Map([...named(outline.sections, 'article'), ...named(outline.annexes, 'annex')])
}

/** One article or annex: its heading, and everything under it. An annex begins on a new page. */
export function toSection(section: Section, kind: Kind, writing: Writing): FileChild[] {
  const letters = writing.nextInstance()
  return [
    toHeading(section, kind, writing),
    ...(section.guidance === undefined
      ? []
      : [new Paragraph({ style: 'FormGuidance', text: section.guidance })]),
    ...section.content.flatMap((block, index) =>
      toBlock(block, placeOf(section, kind, index, letters), writing),
    ),
  ]
}

function toHeading(section: Section, kind: Kind, { bookmarks, outline, marks }: Writing): Paragraph {
  const style = kind === 'annex' ? 'AnnexHeading' : section.number === null ? 'ArticleHeading' : 'Heading1'
  const bookmark = bookmarks.get(section.id)
  const runs = headingRuns(section.heading)
  const heading = bookmark ? [new Bookmark({ id: bookmark.name, children: runs })] : runs
  return new Paragraph({
    style,
    ...(beginsPage(section, kind, outline) ? { pageBreakBefore: true } : {}),
    children: marks.around(section, heading),
  })
}

/** An annex stands by itself; the first article stands under the contents, which have a page of their own. */
function beginsPage(section: Section, kind: Kind, { layout, sections }: Outline): boolean {
  return kind === 'annex' || (layout === 'full' && section.id === sections[0]?.id)
}

type Place = {
  section: Section
  kind: Kind
  letters: number
  next: Block | undefined
  /** Its end stands on one page with what comes behind it. */
  leads: boolean
}

/** Behind an annex a page ends: its last paragraph would have one to itself where it does not fit any more. */
function placeOf(section: Section, kind: Kind, index: number, letters: number): Place {
  const next = section.content[index + 1]
  const leads = kind === 'annex' && next?.kind === 'paragraph' && index === section.content.length - 2
  return { section, kind, letters, next, leads: leads && !hasPicture(section.content[index]) }
}

/** Between its last row and what comes behind it stands a picture. */
const hasPicture = (block: Block | undefined) => block?.kind === 'table' && block.picture !== undefined

function toBlock(block: Block, place: Place, writing: Writing): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [toParagraph(block, place, writing)]
    case 'table':
      return tableWithCaption(block, place.leads, writing)
    case 'list':
      return listItems(block, place.leads, writing)
    case 'parties':
      return block.parties.flatMap((party) => partyEntry(party, writing))
    case 'signatures':
      return signatures(block.parties, writing)
    case 'unknownBlock':
      return [new Paragraph({ style: 'EmptyBlock', text: block.text })]
  }
}

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>

function toParagraph(block: ParagraphBlock, place: Place, writing: Writing): Paragraph {
  const introduces = place.leads || (place.next !== undefined && place.next.kind !== 'paragraph')
  return new Paragraph({
    style: styleOf(block, place.kind),
    ...unlinkedNumber(block, place),
    ...(introduces ? { keepNext: true } : {}),
    ...paragraphDirection(block.inlines, block.language ?? null),
    ...writing.marks.whole(block),
    children: writing.marks.within(block, (inlines) =>
      toRuns(inlines, writing.bookmarks, block.language ?? null),
    ),
  })
}

function styleOf({ style, level, number }: ParagraphBlock, kind: Kind): string {
  const prefix = kind === 'annex' ? 'Annex' : ''
  switch (style) {
    case 'clause':
      return number === null ? 'BodyText' : `${prefix}Clause`
    case 'subclause':
      return `${prefix}Subclause${Math.max(1, level)}`
    case 'bullet':
      return `Bullet${level + 1}`
    case 'heading':
      return level > 1 ? 'Heading3' : 'Heading2'
    case 'note':
      return 'Note'
    case 'plain':
      return 'BodyText'
  }
}

/** In an article without a number Word has no clause under which the letters begin again: they get a list of their own. */
function unlinkedNumber({ style, level }: ParagraphBlock, { section, letters }: Place) {
  if (style !== 'subclause' || section.number !== null) return {}
  return {
    numbering: { reference: 'letters', level: Math.max(1, level) - 1, instance: letters, custom: true },
  }
}

function tableWithCaption(
  table: Extract<Block, { kind: 'table' }>,
  leads: boolean,
  writing: Writing,
): FileChild[] {
  const heads = table.columns.map((column) => column.label).join(', ')
  writing.tables.push({ title: table.caption, description: heads })
  return [
    ...(table.captionShown ? [new Paragraph({ style: 'Caption', text: table.caption })] : []),
    toTable(
      table,
      { textWidth: writing.textWidth, letters: measuresOf(writing.outline.layout).table, leads },
      writing.bookmarks,
      writing.marks,
    ),
    new Paragraph({ style: 'AfterTable', ...(leads ? { keepNext: true } : {}) }),
    ...(table.picture
      ? pictureParagraphs(table.picture, writing.textWidth, writing.pictures, writing.look)
      : []),
  ]
}

function listItems(list: Extract<Block, { kind: 'list' }>, leads: boolean, writing: Writing): Paragraph[] {
  if (list.items.length === 0) return [new Paragraph({ style: 'EmptyBlock', text: list.emptyText })]
  const instance = writing.nextInstance()
  const heading = toRuns(list.heading, writing.bookmarks)
  const last = list.items.length - 1
  const items = list.items.map(
    (item, index) =>
      new Paragraph({
        // No item stands on a page without another one of its list.
        ...((index === last ? leads : index === 0 || index === last - 1) ? { keepNext: true } : {}),
        ...(list.style === 'numbered'
          ? { style: 'Step', numbering: { reference: 'steps', level: 0, instance, custom: true } }
          : { style: 'Bullet1' }),
        ...paragraphDirection(item.inlines),
        children: writing.marks.around(item, toRuns(item.inlines, writing.bookmarks)),
      }),
  )
  return heading.length === 0 ? items : [new Paragraph({ style: 'ListHeading', children: heading }), ...items]
}

type PartyBlock = Extract<Block, { kind: 'parties' }>['parties'][number]

function partyEntry(party: PartyBlock, { bookmarks, marks }: Writing): Paragraph[] {
  const called = party.hereafter.length > 0
  const facts = party.lines.map(
    (line, index) =>
      new Paragraph({
        style: 'PartyFact',
        ...(index === party.lines.length - 1 && !called ? { keepNext: false } : {}),
        children: [new TextRun({ children: [line.label, new Tab()] }), ...toRuns(line.inlines, bookmarks)],
      }),
  )
  const name: ParagraphChild[] = marks.around(party, toRuns(party.name, bookmarks))
  return [
    new Paragraph({ style: 'PartyName', children: name }),
    ...facts,
    ...(called
      ? [new Paragraph({ style: 'PartyCalled', children: toRuns(party.hereafter, bookmarks) })]
      : []),
  ]
}

type SignatureBlock = Extract<Block, { kind: 'signatures' }>['parties'][number]

function signatures(parties: readonly SignatureBlock[], writing: Writing): FileChild[] {
  const { layout } = writing.outline
  const size = { ...pageOf(layout), textWidth: writing.textWidth, rowHeight: layout === 'short' ? 960 : 1700 }
  return toSignatureTables(parties, size, writing.bookmarks).flatMap(({ entries, table }) => {
    const names = entries.map(({ partyName }) => plainText(partyName)).join(', ')
    writing.tables.push({ title: `${entries[0]?.labels.signature}: ${names}`, description: '' })
    return [table, new Paragraph({ style: 'AfterTable' })]
  })
}
