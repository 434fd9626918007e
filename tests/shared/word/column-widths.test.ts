import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../../../shared/outline/outline.ts'
import { columnWidths } from '../../../shared/word/column-widths.ts'

const WIDTH = 9638
const LETTERS = 18

function table(
  columns: { width: number; label?: string; align?: 'start' | 'end' }[],
  ...rows: string[][]
): Table {
  return {
    ...{ kind: 'table', name: 't', caption: '', captionShown: false, emptyText: '' },
    columns: columns.map(({ width, label = '', align = 'start' }, index) => ({
      ...{ field: String(index), label, align, width },
    })),
    rows: rows.map((cells) => ({
      kind: 'record',
      recordId: null,
      cells: cells.map((text) => [{ kind: 'text', text, marks: [] }]),
    })),
  }
}

test('columns whose words fit have the widths that are asked for', () => {
  expect(columnWidths(table([{ width: 25 }, { width: 75 }], ['een', 'twee']), WIDTH, LETTERS)).toEqual([
    2409, 7229,
  ])
})

test('a column is no narrower than its longest word, and takes what it lacks from those with room', () => {
  const narrow = columnWidths(
    table([{ width: 5 }, { width: 95 }], ['vrijwilligersorganisatie', 'x']),
    WIDTH,
    LETTERS,
  )
  // 24 letters of 4.5 points on average, and the padding of the cell.
  expect(narrow[0]).toBeGreaterThan(1900)
  expect(narrow[0]).toBeLessThan(2600)
})

test('the words of a head count too, wider because they are bold', () => {
  const words = 'Verantwoordelijke'
  const [head = 0] = columnWidths(
    table([{ width: 5, label: words }, { width: 95 }], ['x', 'x']),
    WIDTH,
    LETTERS,
  )
  const [cell = 0] = columnWidths(table([{ width: 5 }, { width: 95 }], [words, 'x']), WIDTH, LETTERS)
  expect(head).toBeGreaterThan(cell)
})

test('an amount stays on one line', () => {
  const amounts = (align: 'start' | 'end') =>
    columnWidths(table([{ width: 95 }, { width: 5, align }], ['x', '€ 1.234.567,00']), WIDTH, LETTERS)[1] ?? 0
  expect(amounts('end')).toBeGreaterThan(amounts('start'))
})

test('whatever stands in it, a table is exactly as wide as the text, and no column is nothing', () => {
  const column = fc.record({ width: fc.integer({ min: 1, max: 100 }), label: fc.string({ maxLength: 80 }) })
  const word = fc.string({ unit: 'grapheme', maxLength: 120 })
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), word, (columns, text) => {
      const widths = columnWidths(
        table(
          columns,
          columns.map(() => text),
        ),
        WIDTH,
        LETTERS,
      )
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(WIDTH)
      expect(Math.min(...widths)).toBeGreaterThan(0)
    }),
  )
})
