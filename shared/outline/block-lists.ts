import type { BlockDescription } from './block-description.ts'
import { groupsOf, shownRecords } from './block-tables.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Block, Inline } from './outline.ts'
import { drawCell, type ListRecord, recordId } from './record-cells.ts'

type List = Extract<Block, { kind: 'list' }>

/** The list that a description makes of the records of an agreement; with groups one list for each. */
export function drawLists(description: BlockDescription, paper: Paper): List[] {
  const records = shownRecords(description, paper)
  if (description.groupBy === null || records.length === 0) return [drawList(description, [], records, paper)]
  return groupsOf(description.groupBy, records, paper).map(({ heading, members }) =>
    drawList(description, heading, members, paper),
  )
}

function drawList(
  description: BlockDescription,
  heading: Inline[],
  records: readonly ListRecord[],
  paper: Paper,
): List {
  return {
    kind: 'list',
    name: description.name,
    style: description.listStyle,
    heading,
    items: records.map((record) => ({
      recordId: recordId(description.listPath, record),
      inlines: drawItem(description, record, paper),
    })),
    emptyText: description.emptyText,
  }
}

/** What stands between the fields of an item; a definition's word is followed by a colon. */
const SEPARATORS: Readonly<Record<string, string>> = { definitions: ': ', parties_short: ', ' }

function drawItem(description: BlockDescription, record: ListRecord, paper: Paper): Inline[] {
  const separator = textInlines(SEPARATORS[description.name] ?? ' ')
  return description.columns
    .map((column) => drawCell(description.listPath, column, record, paper))
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [...separator, ...part]))
}
