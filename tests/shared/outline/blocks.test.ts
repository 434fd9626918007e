import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { BLOCK_NAMES } from '../../../shared/agreement/block-names.ts'
import { LISTS } from '../../../shared/agreement/schema-walk.ts'
import { describeBlock } from '../../../shared/outline/block-description.ts'
import { drawBlock } from '../../../shared/outline/blocks.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { plainText, type Table } from '../../../shared/outline/outline.ts'
import { PAPER_WORDS } from '../../../shared/outline/paper-words.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()
const draw = (name: string, body: AgreementBody) =>
  drawBlock(name, { body, catalog, numbers: drawNumbers(body) })
const tableOf = (name: string, body: AgreementBody): Table => {
  const [table] = draw(name, body)
  if (table?.kind !== 'table') throw new Error(`${name} is no table`)
  return table
}
const cells = (table: Table) => table.rows.map((row) => row.cells.map(plainText))

describe('the catalogue', () => {
  test('has every loose word that the paper needs', () => {
    expect(PAPER_WORDS.filter((word) => !catalog.words.paper[word])).toEqual([])
  })
})

describe('every block', () => {
  test.each(BLOCK_NAMES)(
    '%s is described with words, a list that exists and widths that fill the table',
    (name) => {
      const description = describeBlock(name, catalog)
      expect(description?.caption).not.toBe('')
      expect(description?.emptyText).not.toBe('')
      expect(LISTS.has(description?.listPath ?? '')).toBe(true)
      if (description?.kind !== 'table') return
      expect(description.columns.map((column) => column.width).reduce((a, b) => a + b, 0)).toBe(100)
      expect(description.columns.filter((column) => column.label === '')).toEqual([])
      const fields = Object.keys(LISTS.get(description.listPath)?.record.shape ?? {})
      expect(
        description.columns.flatMap((column) => column.fields).filter((field) => !fields.includes(field)),
      ).toEqual([])
    },
  )

  test.each(BLOCK_NAMES)('%s of an empty agreement says that there is nothing yet', (name) => {
    const blocks = draw(name, agreement())
    expect(blocks.length).toBeGreaterThan(name === 'tasks:by_line' ? -1 : 0)
    for (const block of blocks) if (block.kind === 'table') expect(block.emptyText).not.toBe('')
  })

  test('of a name that no block has, is null', () => {
    expect(describeBlock('nonsense', catalog)).toBeNull()
  })
})

describe('tasks of a cluster', () => {
  const body = agreement({
    parties: [
      { id: 'a', shortName: 'de gemeente' },
      { id: 'b', shortName: 'de school' },
    ],
    tasks: [
      {
        id: 't1',
        title: 'Een',
        description: 'Meer',
        clusterId: 'trust',
        leadPartyId: 'b',
        partyIds: ['b', 'a'],
        frequency: 'elke week',
      },
      { id: 't2', title: 'Twee', clusterId: 'awareness', dueDate: '2027-05-01' },
    ],
  })

  test('shows those of the cluster alone, and a new record starts in it', () => {
    expect(cells(tableOf('tasks:trust', body))).toEqual([
      ['Een\nMeer', 'de school', 'de gemeente, de school', 'elke week', ''],
    ])
    expect(describeBlock('tasks:trust', catalog)).toMatchObject({
      filter: { clusterId: 'trust' },
      newRecord: { clusterId: 'trust' },
      listPath: 'tasks',
    })
  })

  test('shows a due date in words', () => {
    expect(cells(tableOf('tasks:awareness', body))[0]?.[3]).toBe('klaar op 1 mei 2027')
  })

  test('by line keeps tasks of a cluster that nobody knows, and those of none', () => {
    const strays = agreement({
      tasks: [
        { id: 's', title: 'Zwerf', clusterId: 'gone' },
        { id: 'n', title: 'Los' },
      ],
    })
    const tables = draw('tasks:by_line', strays)
    expect(tables.map((table) => (table.kind === 'table' ? cells(table)[0]?.[0] : null))).toEqual([
      'Zwerf',
      'Los',
    ])
  })
})

describe('money', () => {
  const source = (id: string, amount: number | null, inKind = false) => ({
    id,
    funderName: id,
    amount,
    inKind,
  })

  test('is added up in cents, and what is no money is told apart', () => {
    const body = agreement({
      financing: { sources: [source('a', 0.1), source('b', 0.2), source('c', 100, true)] },
    })
    const totals = tableOf('financing_sources', body).rows.filter((row) => row.kind === 'total')
    expect(totals.map((row) => [plainText(row.cells[0] ?? []), plainText(row.cells[4] ?? [])])).toEqual([
      ['Totaal', '€ 100,30'],
      ['waarvan in geld', '€ 0,30'],
      ['waarvan zonder geld', '€ 100,00'],
    ])
  })

  test('that nobody filled in yet counts as nothing', () => {
    const rows = cells(
      tableOf('financing_sources', agreement({ financing: { sources: [source('a', null)] } })),
    )
    expect(rows).toEqual([
      ['a', '', '', '', ''],
      ['Totaal', '', '', '', '€ 0,00'],
    ])
  })

  test('without lines has no total', () => {
    expect(tableOf('financing_lines', agreement()).rows).toEqual([])
  })

  test('in one table shows costs and contributions, each with its total', () => {
    const table = tableOf('financing_short', exampleOnPaper(EXAMPLE_NAMES[1]))
    expect(table.rows.map((row) => row.kind)).toEqual([
      'group',
      'record',
      'record',
      'record',
      'total',
      'group',
      'record',
      'total',
    ])
    expect(cells(table).at(-1)).toEqual(['Totaal', '', '€ 3.960,00'])
  })
})

describe('lists', () => {
  test('of what parties do not do are grouped by party, in the order of the parties', () => {
    const body = agreement({
      parties: [
        { id: 'a', shortName: 'A' },
        { id: 'b', shortName: 'B' },
      ],
      boundaries: {
        notTasks: [
          { id: '1', partyId: 'b', text: 'een' },
          { id: '2', partyId: 'a', text: 'twee' },
          { id: '3', partyId: 'b', text: 'drie' },
        ],
      },
    })
    const lists = draw('not_tasks', body).flatMap((block) => (block.kind === 'list' ? [block] : []))
    expect(
      lists.map((list) => [plainText(list.heading), ...list.items.map((item) => plainText(item.inlines))]),
    ).toEqual([
      ['A', 'twee'],
      ['B', 'een', 'drie'],
    ])
  })

  test('of steps in a dispute say within how many days', () => {
    const body = agreement({ disputes: { steps: [{ id: 's', text: 'Praten.', withinDays: 14 }] } })
    expect(JSON.stringify(draw('dispute_steps', body))).toContain('(binnen 14 dagen)')
  })
})

describe('signatures', () => {
  test('have room for as many as must sign, by hand for those not named', () => {
    const body = agreement({
      parties: [
        { id: 'a', name: 'A', requiredSignatories: 2 },
        { id: 'b', name: 'B' },
      ],
      signatories: [{ id: 's', partyId: 'a', name: 'Samira', position: 'voorzitter' }],
    })
    const [block] = draw('signatures', body)
    const rooms =
      block?.kind === 'signatures'
        ? block.parties.map((party) => party.signatories.map((s) => s.signatoryId))
        : null
    expect(rooms).toEqual([['s', null], [null]])
  })
})
