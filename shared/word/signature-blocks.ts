import {
  BorderStyle,
  HeightRule,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Inline, SignatureEntry } from '../outline/outline.ts'
import { COLOURS } from './look.ts'
import { type Bookmarks, toRuns } from './runs.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line } as const
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** Up to where somebody writes by hand. */
const LINE_TO_WRITE_ON = { type: TabStopType.LEFT, position: 4536, leader: LeaderType.UNDERSCORE } as const

export type SignatureSize = { textWidth: number; textHeight: number; rowHeight: number }

/** Twentieths of a point for the name of a party and the space around it; more than a name of two lines takes. */
const PARTY_HEIGHT = 950
/** For the heading of the article and the sentence under it. */
const INTRODUCTION = 1600

/**
 * The places where the parties sign: one table for all where that fits on a page, so that who signs sees who else does; else one for each
 * party, so that what a party signs stands on one page.
 */
export function toSignatureTables(
  entries: readonly SignatureEntry[],
  size: SignatureSize,
  bookmarks: Bookmarks,
): { entries: readonly SignatureEntry[]; table: Table }[] {
  const groups = fitOnOnePage(entries, size) ? [entries] : entries.map((entry) => [entry])
  return groups.map((group) => ({ entries: group, table: toTable(group, size, bookmarks) }))
}

/** A row with the name of each party, and per signatory a row with what is to be filled in beside room to sign; all kept together. */
function toTable(
  entries: readonly SignatureEntry[],
  { textWidth, rowHeight }: SignatureSize,
  bookmarks: Bookmarks,
): Table {
  const left = Math.round(textWidth * 0.55)
  const widths = [left, textWidth - left]
  const end = entries.at(-1)?.signatories.at(-1)
  const rows = entries.flatMap((entry) => [
    partyRow(entry, textWidth, bookmarks),
    ...entry.signatories.map((signatory) =>
      signatoryRow(entry, signatory, widths, rowHeight, signatory === end, bookmarks),
    ),
  ])
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows,
  })
}

function fitOnOnePage(entries: readonly SignatureEntry[], { rowHeight, textHeight }: SignatureSize): boolean {
  const signatories = entries.reduce((sum, entry) => sum + entry.signatories.length, 0)
  return INTRODUCTION + entries.length * PARTY_HEIGHT + signatories * rowHeight <= textHeight
}

function partyRow(entry: SignatureEntry, textWidth: number, bookmarks: Bookmarks): TableRow {
  const name = new Paragraph({ style: 'SignatureParty', children: toRuns(entry.partyName, bookmarks) })
  const size = { width: { size: textWidth, type: WidthType.DXA }, columnSpan: 2 } as const
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ ...size, margins: { left: 0 }, children: [name] })],
  })
}

type Signatory = SignatureEntry['signatories'][number]

function signatoryRow(
  { labels }: SignatureEntry,
  signatory: Signatory,
  widths: readonly number[],
  rowHeight: number,
  last: boolean,
  bookmarks: Bookmarks,
): TableRow {
  const lines: [string, Inline[]][] = [
    [labels.name, signatory.name],
    [labels.position, signatory.position],
    [labels.place, []],
    [labels.date, []],
  ]
  const facts = lines.map(([label, value], index) =>
    labelled(label, value, !last || index < lines.length - 1, bookmarks),
  )
  const sign = new Paragraph({ style: 'SignatureLabel', keepNext: !last, text: labels.signature })
  return new TableRow({
    cantSplit: true,
    height: { value: rowHeight, rule: HeightRule.ATLEAST },
    children: [
      new TableCell({ width: { size: widths[0] ?? 0, type: WidthType.DXA }, children: facts }),
      new TableCell({
        width: { size: widths[1] ?? 0, type: WidthType.DXA },
        borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
        children: [sign],
      }),
    ],
  })
}

/** "Plaats: ______": what nobody filled in is a line to write on, drawn by the tab. */
function labelled(
  label: string,
  value: readonly Inline[],
  keepNext: boolean,
  bookmarks: Bookmarks,
): Paragraph {
  return new Paragraph({
    style: 'SignatureLine',
    keepNext,
    ...(value.length === 0 ? { tabStops: [LINE_TO_WRITE_ON] } : {}),
    children: [
      new TextRun({ children: [`${label}:`, new Tab()] }),
      ...(value.length === 0 ? [new TextRun({ children: [new Tab()] })] : toRuns(value, bookmarks)),
    ],
  })
}
