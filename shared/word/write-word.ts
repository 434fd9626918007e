import {
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Paragraph,
  SectionType,
  SimpleField,
  Tab,
  TextRun,
} from 'docx'
import type { Theme } from '../agreement/theme.ts'
import { formatDate } from '../outline/format.ts'
import { markOf, type Outline, plainText } from '../outline/outline.ts'
import { textHash } from '../outline/text-hash.ts'
import type { Message } from '../support/message.ts'
import { toContents } from './contents.ts'
import { docxParts } from './docx-parts.ts'
import { type Finish, finishPackage } from './finish-package.ts'
import { blanksOf } from './form-controls.ts'
import { toFrontPage } from './front-page.ts'
import { headerLogo } from './letterhead.ts'
import { type Look, lookOf } from './look.ts'
import { numberingOf } from './numbering.ts'
import { pageOf } from './page.ts'
import { printable } from './printable.ts'
import { knownRemarks, marksOf, type Remarks } from './remarks.ts'
import { bookmarksOf, toSection, type Writing } from './sections.ts'
import { shownFacts } from './shown-facts.ts'
import { stylesOf } from './styles.ts'

export type WordProperties = {
  agreementId: string
  version: number
  /** Who stands in the file as its maker; the program when nobody is named. */
  author?: string
  /** Stands in the file as its date. Equal outlines with equal properties give equal bytes. */
  date: Date
  /**
   * What the way back compares with: the agreement with no more than the file shows. Without it the file carries the facts that stand in its
   * text and nothing else, as a file for people who read along must.
   */
  snapshot?: unknown
  /** The check number of the text as it stands, where the outline holds more than that; else it is worked out. */
  textHash?: string
  /** How it looks; absent or null: plain. */
  theme?: Theme | null
}

export type WordFile = { bytes: Uint8Array; messages: Message[] }

/**
 * Writes an outline as a Word file (Office Open XML, ECMA-376). Whatever text it holds, the file opens. With `remarks` the outline is one to work
 * on, and what people say and propose stands in the file as comments and tracked changes.
 */
export async function writeWord(
  raw: Outline,
  properties: WordProperties,
  remarks: Remarks | null = null,
): Promise<WordFile> {
  const { document, finish } = wordDocument(raw, properties, remarks)
  return { bytes: finishPackage(await docxParts(document), finish), messages: [] }
}

/** The parts as `docx` writes them, and what its package lacks; `writeWord` puts both together. */
export function wordDocument(
  raw: Outline,
  properties: WordProperties,
  remarks: Remarks | null = null,
): { document: Document; finish: Finish } {
  const outline = printable(raw)
  // Of the whole text: worked out once.
  const hash = properties.textHash ?? textHash(raw)
  const look = lookOf(properties.theme)
  const writing = startWriting(outline, printable(remarks), look)
  const sections = sectionsOf(outline, writing, properties)
  const document = new Document({
    ...documentProperties(outline, properties, hash),
    styles: stylesOf(outline.layout, look, isForm(outline)),
    numbering: numberingOf(outline, look),
    compatibility: { version: 15 },
    // Only in tables: `finishPackage` turns it off for running text.
    hyphenation: { autoHyphenation: true },
    ...(writing.marks.comments === null ? {} : { comments: writing.marks.comments }),
    sections,
  })
  const finish: Finish = {
    ...{ tables: writing.tables, pictures: writing.pictures, look },
    ...{ date: properties.date, language: 'nl-NL', author: properties.author ?? PROGRAM },
    blanks: blanksOf(outline),
    data: {
      agreementId: printable(properties.agreementId),
      ...{ version: properties.version, textHash: hash },
      ...{ facts: shownFacts(outline), known: knownRemarks(printable(remarks)) },
      snapshot: properties.snapshot ?? null,
    },
  }
  return { document, finish }
}

const PROGRAM = 'Handslag'

function startWriting(outline: Outline, remarks: Remarks | null, look: Look): Writing {
  let instance = 0
  return {
    outline,
    textWidth: pageOf(outline.layout).text,
    bookmarks: bookmarksOf(outline),
    ...{ tables: [], pictures: [], look },
    nextInstance: () => ++instance,
    marks: marksOf(outline, remarks),
  }
}

const isForm = ({ sections, annexes }: Outline): boolean =>
  [...sections, ...annexes].some(({ guidance }) => guidance !== undefined)

function documentProperties(
  outline: Outline,
  { agreementId, version, author }: WordProperties,
  hash: string,
) {
  return {
    title: outline.title,
    subject: outline.titlePage.parties.map((party) => plainText(party.name)).join(', '),
    keywords: [agreementId, `v${version}`, markOf(outline.titlePage)].filter(Boolean).join(', '),
    creator: printable(author ?? PROGRAM),
    lastModifiedBy: printable(author ?? PROGRAM),
    description: markOf(outline.titlePage),
    customProperties: [
      { name: 'agreementId', value: printable(agreementId) },
      { name: 'version', value: String(version) },
      { name: 'textHash', value: hash },
    ],
  }
}

/** A full agreement has a title page without header and footer; a short one begins at once. */
function sectionsOf(
  outline: Outline,
  writing: Writing,
  properties: Pick<WordProperties, 'version' | 'date'>,
): ISectionOptions[] {
  const front = toFrontPage(outline, writing.marks, writing.look)
  const text = textOf(outline, writing)
  const page = { page: pageProperties(outline) }
  const running = {
    headers: { default: headerOf(outline, writing.look) },
    footers: { default: footerOf(outline, properties) },
  }
  if (outline.layout === 'short') return [{ properties: page, ...running, children: [...front, ...text] }]
  return [
    { properties: { ...page }, children: front },
    {
      properties: { ...page, type: SectionType.NEXT_PAGE },
      ...running,
      children: [...toContents(outline, writing.bookmarks), ...text],
    },
  ]
}

function textOf(outline: Outline, writing: Writing): FileChild[] {
  return [
    ...outline.sections.flatMap((section) => toSection(section, 'article', writing)),
    ...outline.annexes.flatMap((annex) => toSection(annex, 'annex', writing)),
  ]
}

function pageProperties(outline: Outline) {
  const { width, height, margins } = pageOf(outline.layout)
  return { size: { width, height }, margin: margins }
}

/** A short paper has no title page: the logo stands before its title, on each page. */
function headerOf({ title, titlePage, layout }: Outline, look: Look): Header {
  const mark = markOf(titlePage)
  const runs = [
    ...(layout === 'short' ? headerLogo(look) : []),
    new TextRun({ text: title }),
    ...(mark === '' ? [] : [new TextRun({ style: 'DraftWord', children: [new Tab(), mark] })]),
  ]
  return new Header({ children: [new Paragraph({ style: 'Header', children: runs })] })
}

/** "Versie 2", and "Pagina 2 van 9": fields with a result in them, so that a reader that draws no fields shows a number too. */
function footerOf(outline: Outline, properties: Pick<WordProperties, 'version' | 'date'>): Footer {
  const { words } = outline
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun({ children: [editionOf(outline, properties), new Tab(), `${words.page} `] }),
          new SimpleField('PAGE', '1'),
          new TextRun(` ${words.of} `),
          new SimpleField('NUMPAGES', '1'),
        ],
      }),
    ],
  })
}

/** Which version a printed page is of. Of a draft there are many with one number: the day tells them apart. */
function editionOf(
  { words, titlePage }: Outline,
  { version, date }: Pick<WordProperties, 'version' | 'date'>,
): string {
  const number = version > 0 && words.version !== '' ? `${words.version} ${version}` : ''
  const mark = titlePage.draftMark
  const day = mark === null ? '' : formatDate(date.toISOString().slice(0, 10))
  return [number, mark ?? '', day].filter(Boolean).join(' · ')
}
