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
import { type Bookmarks, toRuns } from './runs.ts'
import { COLOURS } from './styles.ts'

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

export type SignatureSize = { textWidth: number; rowHeight: number }

/**
 * The block of one party: its name, and per signatory a row with what is to be filled in beside room to sign. Every paragraph
 * is kept with the next, so that one party's block stands on one page.
 */
export function toSignatureBlock(
  entry: SignatureEntry,
  size: SignatureSize,
  bookmarks: Bookmarks,
): (Paragraph | Table)[] {
  const { textWidth } = size
  const widths = [Math.round(textWidth * 0.55), textWidth - Math.round(textWidth * 0.55)]
  const rows = entry.signatories.map((signatory, index) =>
    signatoryRow(entry, signatory, widths, size.rowHeight, index === entry.signatories.length - 1, bookmarks),
  )
  return [
    new Paragraph({ style: 'SignatureParty', children: toRuns(entry.partyName, bookmarks) }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: NO_BORDERS,
      rows,
    }),
  ]
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
