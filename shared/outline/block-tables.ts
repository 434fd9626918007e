import type { BlockColumn, BlockDescription } from './block-description.ts'
import { formatMoney } from './format.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Column, Inline, InlineMark, Row, Table } from './outline.ts'
import { paperWord } from './paper-words.ts'
import { partyById } from './parties.ts'
import { drawCell, type ListRecord, recordId, recordsAt } from './record-cells.ts'

/** The table that a description makes of the records of an agreement, with its groups and totals. */
export function drawTable(description: BlockDescription, paper: Paper): Table {
  const records = shownRecords(description, paper)
  return {
    kind: 'table',
    name: description.name,
    caption: description.caption,
    captionShown: false,
    columns: description.columns.map(toColumn),
    rows: [...bodyRows(description, records, paper), ...totalRows(description, records, paper)],
    emptyText: description.emptyText,
  }
}

/** The records that a block shows, in the order of the agreement. */
export function shownRecords(description: BlockDescription, paper: Paper): readonly ListRecord[] {
  const filter = Object.entries(description.filter)
  return recordsAt(description.listPath, paper.body).filter((record) =>
    filter.every(([field, value]) => record[field] === value),
  )
}

export function toColumn({ field, label, align, width }: BlockColumn): Column {
  return { field, label, align, width }
}

function bodyRows(description: BlockDescription, records: readonly ListRecord[], paper: Paper): Row[] {
  if (description.groupBy === null) return records.map((record) => recordRow(description, record, paper))
  return groupsOf(description.groupBy, records, paper).flatMap(({ heading, members }) => [
    groupRow(heading, description.columns.length),
    ...members.map((record) => recordRow(description, record, paper)),
  ])
}

export function recordRow(description: BlockDescription, record: ListRecord, paper: Paper): Row {
  return {
    kind: 'record',
    recordId: recordId(description.listPath, record),
    cells: description.columns.map((column) => drawCell(description.listPath, column, record, paper)),
  }
}

/** A row whose first cell heads the rows under it; the writer lets it run over all columns. */
export function groupRow(heading: Inline[], columns: number): Row {
  return { kind: 'group', recordId: null, cells: [heading, ...emptyCells(columns - 1)] }
}

export function emptyCells(count: number): Inline[][] {
  return Array.from({ length: count }, () => [])
}

export type RecordGroup = { heading: Inline[]; members: ListRecord[] }

/** Records by party, in the order of the parties; those of nobody, or of a party that is gone, come last. */
export function groupsOf(
  field: string,
  records: readonly ListRecord[],
  { body, catalog }: Paper,
): RecordGroup[] {
  const found = [...new Set(records.map((record) => String(record[field] ?? '')))]
  const known = body.parties.map((party) => party.id).filter((id) => found.includes(id))
  return [...known, ...found.filter((id) => !known.includes(id))].map((id) => ({
    heading: textInlines(partyById(id, body, catalog), ['bold']),
    members: records.filter((record) => String(record[field] ?? '') === id),
  }))
}

/** The total of the records that a table shows, and, where some of it is not money, how much is and how much is not. */
export function totalRows(
  description: BlockDescription,
  records: readonly ListRecord[],
  paper: Paper,
): Row[] {
  if (records.length === 0 || !description.columns.some((column) => column.total)) return []
  const inKind = records.filter(isInKind)
  const whole = totalRow(description, records, paperWord(paper.catalog, 'total'))
  if (inKind.length === 0 || inKind.length === records.length) return [whole]
  const cash = records.filter((record) => !isInKind(record))
  return [
    whole,
    totalRow(description, cash, paperWord(paper.catalog, 'totalCash'), []),
    totalRow(description, inKind, paperWord(paper.catalog, 'totalInKind'), []),
  ]
}

function isInKind(record: ListRecord): boolean {
  return record.inKind === true || record.kind === 'in_kind'
}

/** Adds up the amounts that are there; worked out each time, never typed. */
export function totalRow(
  description: BlockDescription,
  records: readonly ListRecord[],
  label: string,
  marks: InlineMark[] = ['bold'],
): Row {
  const cells = description.columns.map((column, index): Inline[] => {
    if (column.total) return textInlines(formatMoney(sum(records, column.field)), marks)
    return index === 0 ? textInlines(label, marks) : []
  })
  return { kind: 'total', recordId: null, cells }
}

/** In whole cents, so that no tenth of a cent appears from nowhere. */
function sum(records: readonly ListRecord[], field: string): number {
  return records.reduce((cents, record) => cents + Math.round(Number(record[field] ?? 0) * 100), 0) / 100
}
