import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Column, Inline, Table as OutlineTable, Row } from '../outline/outline.ts'
import { columnWidths } from './column-widths.ts'
import { toFormControl } from './form-controls.ts'
import type { Marks } from './remarks.ts'
import { type Bookmarks, paragraphDirection, toRuns } from './runs.ts'

/** Style of every table; its definition is added when the package is finished. */
export const TABLE_STYLE = 'HandslagTable'

type TableSize = {
  textWidth: number
  /** The size of its letters in half points. */
  letters: number
  /** Its last row stands on one page with what comes behind the table. */
  leads: boolean
}

/** A table of facts: its header row repeats on every page, its rows do not split, its widths fill the text. */
export function toTable(
  table: OutlineTable,
  { textWidth, letters, leads }: TableSize,
  bookmarks: Bookmarks,
  marks: Marks,
): Table {
  const widths = columnWidths(table, textWidth, letters)
  const rows =
    table.rows.length === 0
      ? emptyRows(table, widths)
      : table.rows.map((row, index) =>
          toRow(row, table, widths, staysWithNext(table.rows, index, leads), bookmarks, marks),
        )
  return new Table({
    style: TABLE_STYLE,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, noHBand: true, noVBand: true, firstColumn: false },
    rows: [headerRow(table.columns, widths), ...rows],
  })
}

function headerRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  const cells = columns.map((column, index) =>
    cell(widths[index] ?? 0, [
      new Paragraph({
        style: column.align === 'end' ? 'TableHeaderAmount' : 'TableHeader',
        text: column.label,
      }),
    ]),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

function toRow(
  row: Row,
  { columns }: OutlineTable,
  widths: readonly number[],
  keepNext: boolean,
  bookmarks: Bookmarks,
  marks: Marks,
): TableRow {
  if (row.kind === 'group') return groupRow(row, widths, bookmarks)
  const children = row.cells.map((inlines, index) =>
    cell(widths[index] ?? 0, [toCellParagraph(inlines, columns[index], bookmarks, marks)], row.kind),
  )
  return new TableRow({ cantSplit: true, keepNext, children })
}

/** A total stands under what it adds up, and no row stands on a page without another one. */
function staysWithNext(rows: readonly Row[], index: number, leads: boolean): boolean {
  const next = rows[index + 1]
  return next === undefined ? leads : next.kind === 'total' || index === 0 || index === rows.length - 2
}

function toCellParagraph(
  inlines: readonly Inline[],
  column: Column | undefined,
  bookmarks: Bookmarks,
  marks: Marks,
): Paragraph {
  const style = column?.align === 'end' ? 'TableAmount' : 'TableText'
  return new Paragraph({
    style,
    ...paragraphDirection(inlines),
    children: marks.around(inlines, toRuns(inlines, bookmarks)),
  })
}

function groupRow(row: Row, widths: readonly number[], bookmarks: Bookmarks): TableRow {
  const children = toRuns(row.cells[0] ?? [], bookmarks)
  return new TableRow({
    cantSplit: true,
    children: [spanning(widths, new Paragraph({ style: 'TableGroup', children }), 'group')],
  })
}

/** One that says so; in a form those to fill in. */
function emptyRows(table: OutlineTable, widths: readonly number[]): TableRow[] {
  const { form, columns } = table
  if (form === undefined) return [emptyRow(table, widths)]
  return Array.from({ length: form.rows }, () => {
    const cells = form.cells.map((each, index) => {
      const children = toFormControl(each, columns[index]?.label ?? '')
      return cell(widths[index] ?? 0, [new Paragraph({ style: 'TableText', children })])
    })
    return new TableRow({ cantSplit: true, children: cells })
  })
}

function emptyRow(table: OutlineTable, widths: readonly number[]): TableRow {
  const paragraph = new Paragraph({ style: 'TableEmpty', text: table.emptyText })
  return new TableRow({ cantSplit: true, children: [spanning(widths, paragraph, 'record')] })
}

const SHADES = { record: null, group: 'F4F7F8', total: 'F4F7F8' } as const

function cell(width: number, children: Paragraph[], kind: Row['kind'] = 'record'): TableCell {
  const fill = SHADES[kind]
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill ? { shading: { type: 'clear', color: 'auto', fill } } : {}),
    children,
  })
}

function spanning(widths: readonly number[], paragraph: Paragraph, kind: Row['kind']): TableCell {
  const fill = SHADES[kind]
  return new TableCell({
    columnSpan: widths.length,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(fill ? { shading: { type: 'clear', color: 'auto', fill } } : {}),
    children: [paragraph],
  })
}
