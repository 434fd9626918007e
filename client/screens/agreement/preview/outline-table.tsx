import { directionOf } from '../../../../shared/agreement/words-direction.ts'
import { type Column, plainText, type Row, type Table } from '../../../../shared/outline/outline.ts'
import { Inlines } from './outline-inlines.tsx'

/** A table as Word draws it: the head is repeated on every printed page, rows stay whole. */
export function OutlineTable({ table }: { table: Table }) {
  const { columns, rows } = table
  return (
    <div className="hs-leaf__table">
      <table>
        <caption className={table.captionShown ? undefined : 'hs-hidden'}>{table.caption}</caption>
        <colgroup>
          {columns.map(({ field, width }) => (
            <col key={field} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ field, label, align }) => (
              <th key={field} scope="col" data-align={align}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr className="hs-leaf__empty">
              <td colSpan={columns.length}>{table.emptyText}</td>
            </tr>
          ) : null}
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a task stands once under each of its parties, so ids repeat
            <TableRow key={index} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  if (row.kind === 'group') {
    return (
      <tr className="hs-leaf__group">
        <th scope="rowgroup" colSpan={columns.length}>
          <Inlines of={row.cells[0] ?? []} />
        </th>
      </tr>
    )
  }
  return (
    <tr className={row.kind === 'total' ? 'hs-leaf__total' : undefined}>
      {columns.map((column, at) => (
        <Cell key={column.field} row={row} column={column} at={at} />
      ))}
    </tr>
  )
}

function Cell({ row, column, at }: { row: Row; column: Column; at: number }) {
  const inlines = row.cells[at] ?? []
  const dir = directionOf(plainText(inlines))
  const words = <Inlines of={inlines} />
  // The label is drawn before the cell on a narrow screen, where the row is a card.
  const shown = { 'data-align': column.align, 'data-label': column.label, dir }
  return row.kind === 'total' && at === 0 ? (
    <th scope="row" {...shown}>
      {words}
    </th>
  ) : (
    <td {...shown}>{words}</td>
  )
}
