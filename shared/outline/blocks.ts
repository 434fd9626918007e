import { type BlockDescription, describeBlock } from './block-description.ts'
import { drawLists } from './block-lists.ts'
import { drawTable, groupRow, recordRow, shownRecords, toColumn, totalRow } from './block-tables.ts'
import { type Paper, textInlines } from './inlines.ts'
import { drawMoneyTotals } from './money-totals-table.ts'
import type { Block, Row, Table, TablePicture } from './outline.ts'
import { paperWord } from './paper-words.ts'
import { drawParties, drawSignatures } from './party-entries.ts'
import { scoresPicture, tasksTimeline } from './table-pictures.ts'
import { drawTasksByParty } from './tasks-by-party.ts'

/** What a block of the text shows of the agreement. A name that no block has is named on paper. */
export function drawBlock(name: string, paper: Paper): Block[] {
  const description = describeBlock(name, paper.catalog, paper.body)
  if (description === null) {
    const text = paperWord(paper.catalog, 'unknownBlock', { name })
    return [{ kind: 'unknownBlock', name, text }]
  }
  if (name === 'tasks_by_party')
    return [withPicture(drawTasksByParty(description, paper), tasksTimeline(paper))]
  if (name === 'focus_factors') return [withPicture(drawTable(description, paper), scoresPicture(paper))]
  if (name === 'financing_totals') return [drawMoneyTotals(description, paper)]
  if (name === 'financing_short') return [drawBudgetInOneTable(description, paper)]
  return drawDescribed(description, paper)
}

function withPicture(table: Table, picture: TablePicture | null): Table {
  return picture === null ? table : { ...table, picture }
}

function drawDescribed(description: BlockDescription, paper: Paper): Block[] {
  switch (description.kind) {
    case 'table':
      return [drawTable(description, paper)]
    case 'list':
      return drawLists(description, paper)
    case 'parties':
      return [{ kind: 'parties', name: description.name, parties: drawParties(paper) }]
    case 'signatures':
      return [{ kind: 'signatures', name: description.name, parties: drawSignatures(paper) }]
    case 'parts':
      return drawParts(description, paper)
  }
}

/** One table a cluster; clusters without tasks are left out as long as another one has some. */
function drawParts(description: BlockDescription, paper: Paper): Block[] {
  const filled = description.parts.filter((part) => shownRecords(part, paper).length > 0)
  const withoutCluster = paper.body.tasks.filter((task) => task.clusterId === null)
  const tables = (filled.length > 0 ? filled : description.parts.slice(0, 1)).map((part) => ({
    ...drawTable(part, paper),
    captionShown: true,
  }))
  return withoutCluster.length > 0 ? [...tables, tasksWithoutCluster(paper)] : tables
}

function tasksWithoutCluster(paper: Paper): Table {
  const description = describeBlock('tasks:none', paper.catalog, paper.body)
  if (!description) throw new RangeError('tasks:none is a name of tasks of a cluster')
  const rows = paper.body.tasks
    .filter((task) => task.clusterId === null)
    .map((task) => recordRow(description, task, paper))
  const caption = paperWord(paper.catalog, 'withoutLine')
  return { ...drawTable(description, paper), caption, captionShown: true, rows }
}

/** Costs and contributions under each other with a total each: the columns of the costs, the contributions fitted in. */
function drawBudgetInOneTable(description: BlockDescription, paper: Paper): Table {
  const [costs, sources] = description.parts
  const rows = [
    ...(costs ? budgetRows(costs, ['kind', 'partyId'], paper) : []),
    ...(sources ? budgetRows(sources, ['kind', 'partyId'], paper) : []),
  ]
  return {
    ...drawTable({ ...description, columns: [] }, paper),
    columns: description.columns.map(toColumn),
    rows,
  }
}

function budgetRows(part: BlockDescription, fields: readonly string[], paper: Paper): Row[] {
  const columns = [...fields, 'amount'].flatMap((field) => part.columns.find((c) => c.field === field) ?? [])
  const description = { ...part, columns }
  const records = shownRecords(part, paper)
  if (records.length === 0) return []
  return [
    groupRow(textInlines(part.caption, ['bold']), columns.length),
    ...records.map((record) => recordRow(description, record, paper)),
    totalRow(description, records, paperWord(paper.catalog, 'total')),
  ]
}
