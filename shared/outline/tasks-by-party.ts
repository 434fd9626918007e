import type { Task } from '../agreement/task.ts'
import type { BlockDescription } from './block-description.ts'
import { drawTable, groupRow } from './block-tables.ts'
import { type Paper, textInlines } from './inlines.ts'
import type { Row, Table } from './outline.ts'
import { paperWord } from './paper-words.ts'
import { callParty } from './parties.ts'
import { drawCell } from './record-cells.ts'

/** Every party with the tasks it leads and those it takes part in: the same task can stand under several. */
export function drawTasksByParty(description: BlockDescription, paper: Paper): Table {
  const rows = paper.body.parties.flatMap((party) => {
    const own = paper.body.tasks.flatMap((task): Row[] => {
      const leads = task.leadPartyId === party.id
      return leads || task.partyIds.includes(party.id) ? [taskRow(description, task, leads, paper)] : []
    })
    const heading = textInlines(callParty(party, paper.catalog), ['bold'])
    return own.length > 0 ? [groupRow(heading, description.columns.length), ...own] : []
  })
  return { ...drawTable({ ...description, groupBy: null }, paper), rows }
}

function taskRow(description: BlockDescription, task: Task, leads: boolean, paper: Paper): Row {
  const cells = description.columns.map((column) =>
    column.field === 'part'
      ? textInlines(paperWord(paper.catalog, leads ? 'leadMark' : 'partMark'))
      : drawCell('tasks', { ...column, computed: false }, task, paper),
  )
  return { kind: 'record', recordId: task.id, cells }
}
