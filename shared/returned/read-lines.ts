import { PLACEHOLDERS } from '../agreement/placeholders.ts'
import type { Hand } from '../agreement/returned-change.ts'
import { maybeFieldAt } from '../document/address.ts'
import type { FoundLine, FoundPiece, FoundQuote } from './returned-word-file.ts'
import type { XmlElement } from './xml.ts'
import { childOf, elementsOf, settingOf, textOf } from './xml-walk.ts'

/** What is said about everything inside an element. */
type Around = {
  inserted: Hand | null
  deleted: Hand | null
  fact: string | null
  isPlaceholder: boolean
  reference: string | null
  unit: number
  table: number
}

const NOTHING: Around = {
  inserted: null,
  deleted: null,
  fact: null,
  isPlaceholder: false,
  reference: null,
  unit: 0,
  table: -1,
}

/** As much of the words that a comment is about as people need to know them again. */
const QUOTED = 300

/**
 * The lines of a main document (ECMA-376 part 1, 17.2), in the order in which they are read: paragraphs, and rows of tables. What is taken out with tracking
 * on is in them too. `notes`: the texts of footnotes by their id, which stand between brackets where they are referred to.
 */
export function readLines(document: XmlElement, notes: ReadonlyMap<string, string>): FoundLine[] {
  const reading: Reading = { lines: [], tables: 0, open: new Map(), fields: [], units: { last: 0 }, notes }
  const body = childOf(document, 'w:body')
  if (body) readBlocks(body, NOTHING, reading)
  return reading.lines
}

type Reading = {
  lines: FoundLine[]
  tables: number
  /** Comments that have begun and not ended. */
  open: Map<string, FoundQuote>
  /** Complex fields that have begun; the code of one is no text. */
  fields: { code: string; isCode: boolean; unit: number }[]
  /** Counts controls and fields. */
  units: { last: number }
  notes: ReadonlyMap<string, string>
}

function readBlocks(parent: XmlElement, around: Around, reading: Reading): void {
  for (const child of elementsOf(parent)) {
    switch (child.name) {
      case 'w:p':
        reading.lines.push(readParagraph(child, around, reading))
        break
      case 'w:tbl':
        readTable(child, around, reading)
        break
      case 'w:sdt':
        if (!isContents(child)) readBlocks(contentOf(child), inControl(child, around, reading), reading)
        break
      default:
        readBlocks(child, around, reading)
    }
  }
}

/** The table of contents is drawn anew by whoever opens the file: it says nothing of its own. */
function isContents(control: XmlElement): boolean {
  const kind = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj')
  return settingOf(childOf(kind, 'w:docPartGallery')) === 'Table of Contents'
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] }
const contentOf = (control: XmlElement): XmlElement => childOf(control, 'w:sdtContent') ?? EMPTY

function inControl(control: XmlElement, around: Around, { units }: Reading): Around {
  const properties = childOf(control, 'w:sdtPr')
  const path = childOf(properties, 'w:dataBinding')?.attributes['w:xpath'] ?? ''
  const name = /\/(?:\w+:)?facts(?:\[1\])?\/(?:\w+:)?([\w.-]+)(?:\[1\])?$/.exec(path)?.[1]
  const fact =
    name ?? factOfTag(settingOf(childOf(properties, 'w:tag')) ?? settingOf(childOf(properties, 'w:alias')))
  if (fact === null) return around
  units.last += 1
  return { ...around, fact, unit: units.last, isPlaceholder: childOf(properties, 'w:showingPlcHdr') !== null }
}

/** A control that was emptied says so: it has no text, and is there. */
function readControl(control: XmlElement, inside: Around, line: FoundLine, reading: Reading): void {
  readInlines(contentOf(control), inside, line, reading)
  const { inserted, deleted, fact, isPlaceholder, unit } = inside
  const cell = line.cells.at(-1)
  if (fact !== null && cell?.at(-1)?.unit !== unit)
    cell?.push({ text: '', inserted, deleted, fact, isPlaceholder, reference: null, unit })
}

/** The address in the tag or the name of a control is the second sign: other programs keep the one and lose the other. */
function factOfTag(tag: string | null): string | null {
  const found = Object.entries(PLACEHOLDERS).find(([, { target, derived }]) => !derived && target === tag)
  if (found !== undefined) return found[0]
  return tag !== null && maybeFieldAt(tag)?.in === 'record' ? tag : null
}

function readParagraph(paragraph: XmlElement, around: Around, reading: Reading): FoundLine {
  const properties = childOf(paragraph, 'w:pPr')
  const mark = childOf(properties, 'w:rPr')
  const depth = Number(settingOf(childOf(childOf(properties, 'w:numPr'), 'w:ilvl')) ?? Number.NaN)
  const line: FoundLine = {
    kind: 'paragraph',
    style: styleName(settingOf(childOf(properties, 'w:pStyle'))),
    depth: Number.isInteger(depth) ? depth : null,
    bookmarks: [],
    cells: [[]],
    inserted: handOf(childOf(mark, 'w:ins')) ?? around.inserted,
    deleted: handOf(childOf(mark, 'w:del')) ?? around.deleted,
    table: around.table,
    quotes: [],
  }
  readInlines(paragraph, around, line, reading)
  return line
}

/** Programs write names of styles with other capitals and signs: "PartyName", "Partyname". */
const styleName = (name: string | null): string => (name ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

function handOf(change: XmlElement | null): Hand | null {
  if (change === null) return null
  const { 'w:author': author = '', 'w:date': date } = change.attributes
  return { author: author.slice(0, 255), at: date === undefined || date === '' ? null : date.slice(0, 40) }
}

function readInlines(parent: XmlElement, around: Around, line: FoundLine, reading: Reading): void {
  for (const child of elementsOf(parent)) {
    switch (child.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        break
      case 'w:r':
        readRun(child, around, line, reading)
        break
      case 'w:ins':
      case 'w:moveTo':
        readInlines(child, { ...around, inserted: handOf(child) }, line, reading)
        break
      case 'w:del':
      case 'w:moveFrom':
        readInlines(child, { ...around, deleted: handOf(child) }, line, reading)
        break
      case 'w:sdt':
        readControl(child, inControl(child, around, reading), line, reading)
        break
      case 'w:fldSimple':
        readInlines(child, inSimpleField(child, around, reading), line, reading)
        break
      case 'w:bookmarkStart':
        line.bookmarks.push(child.attributes['w:name'] ?? '')
        break
      case 'w:commentRangeStart':
        beginQuote(child.attributes['w:id'] ?? '', line, reading)
        break
      case 'w:commentRangeEnd':
        reading.open.delete(child.attributes['w:id'] ?? '')
        break
      default:
        readInlines(child, around, line, reading)
    }
  }
}

function beginQuote(commentId: string, line: FoundLine, { open }: Reading): void {
  const quote = { commentId, text: '' }
  line.quotes.push(quote)
  open.set(commentId, quote)
}

function readRun(run: XmlElement, around: Around, line: FoundLine, reading: Reading): void {
  for (const child of elementsOf(run)) {
    if (child.name === 'w:fldChar') readFieldSign(child, reading)
    else if (child.name === 'w:instrText') addCode(textOf(child), reading)
    else if (child.name === 'w:commentReference') noteReference(child, line)
    else if (HOLDERS.has(child.name)) readInBox(child, around, reading)
    else if (!reading.fields.some(({ isCode }) => isCode))
      addText(textOfSign(child, reading), around, line, reading)
  }
}

/** A complex field (17.16.18): between `begin` and `separate` stands its code, after that what it shows. */
function readFieldSign({ attributes }: XmlElement, { fields, units }: Reading): void {
  const kind = attributes['w:fldCharType']
  const last = fields.at(-1)
  if (kind === 'begin') fields.push({ code: '', isCode: true, unit: ++units.last })
  if (kind === 'separate' && last) last.isCode = false
  if (kind === 'end') fields.pop()
}

function inSimpleField({ attributes }: XmlElement, around: Around, { units }: Reading): Around {
  units.last += 1
  return { ...around, reference: referenceIn(attributes['w:instr'] ?? ''), unit: units.last }
}

function addCode(code: string, { fields }: Reading): void {
  const last = fields.at(-1)
  if (last && last.code.length < LONGEST_CODE) last.code += code
}

const LONGEST_CODE = 1000

/** The bookmark that a field refers to (17.16.5.51); null for another field. */
const referenceIn = (code: string): string | null => /^\s*REF\s+"?([^\s"]+)/.exec(code)?.[1] ?? null

/** A comment on no words at all has only this. */
function noteReference({ attributes }: XmlElement, line: FoundLine): void {
  const commentId = attributes['w:id'] ?? ''
  if (!line.quotes.some((quote) => quote.commentId === commentId)) line.quotes.push({ commentId, text: '' })
}

/** What can hold paragraphs of its own within a run: text in a box becomes lines before the line that the box hangs on. */
const HOLDERS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object'])

function readInBox(element: XmlElement, around: Around, reading: Reading): void {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') readBlocks(child, around, reading)
    else readInBox(child, around, reading)
  }
}

function textOfSign(sign: XmlElement, { notes }: Reading): string {
  switch (sign.name) {
    case 'w:t':
    case 'w:delText':
      return textOf(sign)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
      return sign.attributes['w:type'] === 'page' || sign.attributes['w:type'] === 'column' ? '' : '\n'
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const note = notes.get(`${sign.name.slice(2, -9)}:${sign.attributes['w:id']}`)
      return note === undefined ? '' : ` [${note}]`
    }
    default:
      return ''
  }
}

function addText(text: string, around: Around, line: FoundLine, reading: Reading): void {
  if (text === '') return
  const { inserted, deleted, fact, isPlaceholder } = around
  const field = reading.fields.at(-1)
  const reference = around.reference ?? referenceIn(field?.code ?? '')
  const unit = fact === null && around.reference === null ? (field?.unit ?? 0) : around.unit
  const piece: FoundPiece = { text, inserted, deleted, fact, isPlaceholder, reference, unit }
  line.cells.at(-1)?.push(piece)
  if (deleted !== null) return
  for (const [id, quote] of reading.open) {
    quote.text = (quote.text + text).slice(0, QUOTED)
    if (quote.text.length >= QUOTED) reading.open.delete(id)
  }
}

function readTable(table: XmlElement, around: Around, reading: Reading): void {
  const inTable = { ...around, table: around.table === -1 ? reading.tables++ : around.table }
  for (const row of elementsOf(table)) {
    if (row.name === 'w:tr') reading.lines.push(readRow(row, inTable, reading))
    // Rows in a control, or in something else that goes around rows.
    else if (row.name !== 'w:tblPr' && row.name !== 'w:tblGrid')
      readTable(row.name === 'w:sdt' ? contentOf(row) : row, inTable, reading)
  }
}

function readRow(row: XmlElement, around: Around, reading: Reading): FoundLine {
  const properties = childOf(row, 'w:trPr')
  const line: FoundLine = {
    kind: 'row',
    style: '',
    depth: null,
    bookmarks: [],
    cells: [],
    inserted: handOf(childOf(properties, 'w:ins')) ?? around.inserted,
    deleted: handOf(childOf(properties, 'w:del')) ?? around.deleted,
    table: around.table,
    quotes: [],
  }
  for (const cell of cellsOf(row)) {
    // A cell is a text by itself, whatever it is made of: its paragraphs stand under each other.
    const inCell: Reading = { ...reading, lines: [], fields: [] }
    readBlocks(cell, around, inCell)
    line.cells.push(joinLines(inCell.lines))
    for (const found of inCell.lines) {
      line.style ||= found.style
      line.bookmarks.push(...found.bookmarks)
      line.quotes.push(...found.quotes)
    }
  }
  return line
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return child.name === 'w:sdt' ? cellsOf(contentOf(child)) : child.name === 'w:trPr' ? [] : cellsOf(child)
  })
}

const BREAK: FoundPiece = {
  text: '\n',
  inserted: null,
  deleted: null,
  fact: null,
  isPlaceholder: false,
  reference: null,
  unit: 0,
}

function joinLines(lines: readonly FoundLine[]): FoundPiece[] {
  return lines.flatMap(({ cells, inserted, deleted }, index) => {
    const before = lines[index - 1]
    const mark = before && {
      ...BREAK,
      inserted: before.inserted ?? inserted,
      deleted: before.deleted ?? deleted,
    }
    return [...(mark ? [mark] : []), ...cells.flat()]
  })
}
