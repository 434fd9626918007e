import { type MoneySums, moneyTotals } from '../agreement/money-totals.ts'
import type { BlockDescription } from './block-description.ts'
import { drawTable, groupRow } from './block-tables.ts'
import { formatMoney, formatYear } from './format.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Inline, InlineMark, Row, Table } from './outline.ts'
import { enumWord, type PaperWord, paperWord } from './paper-words.ts'
import { partyById } from './parties.ts'
import { sourceName } from './record-cells.ts'

const NOTHING: MoneySums = { sources: 0, costs: 0, payments: 0 }
const SUMS = ['sources', 'costs', 'payments'] as const

/** The money per year, source and party with the whole under it; worked out each time, never typed. */
export function drawMoneyTotals(description: BlockDescription, paper: Paper): Table {
  const { body, catalog } = paper
  const { years, sources, costsOfSeveral, parties, whole } = moneyTotals(body)
  const group = (word: PaperWord, rows: Row[]): Row[] =>
    rows.length === 0
      ? []
      : [groupRow(textInlines(paperWord(catalog, word), ['bold']), description.columns.length), ...rows]
  const several =
    costsOfSeveral === 0
      ? []
      : [sumRow(paperWord(catalog, 'severalSources'), { ...NOTHING, costs: costsOfSeveral })]
  const bySource = sources.map(({ sourceId, ...sums }) => sumRow(sourceLabel(sourceId, paper), sums))
  const rows = [
    ...group(
      'perYear',
      years.map(({ year, ...sums }) => sumRow(formatYear(year), sums)),
    ),
    ...group('perSource', [...bySource, ...several]),
    ...group(
      'perParty',
      parties.map(({ partyId, ...sums }) => sumRow(partyById(partyId, body, catalog), sums)),
    ),
  ]
  const total = { ...sumRow(paperWord(catalog, 'total'), whole, ['bold']), kind: 'total' as const }
  return { ...drawTable(description, paper), rows: rows.length === 0 ? [] : [...rows, total] }
}

/** One party can bring in money in several ways: the kind tells them apart. */
function sourceLabel(sourceId: string, { body, catalog }: Paper): string {
  const kind = body.financing.sources.find(({ id }) => id === sourceId)?.kind ?? null
  const name = sourceName(sourceId, body, catalog)
  return kind === null ? name : `${name}: ${enumWord(catalog, 'sourceKind', kind)}`
}

/** An amount that is not there stays empty, so that what is there stands out. */
function sumRow(label: string, sums: MoneySums, marks: InlineMark[] = []): Row {
  const amounts = SUMS.map((name): Inline[] =>
    sums[name] === 0 ? [] : textInlines(formatMoney(sums[name]), marks),
  )
  return { kind: 'record', recordId: null, cells: [textInlines(label, marks), ...amounts] }
}
