import { memo, useRef } from 'react'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { drawTable } from '../../shared/outline/block-tables.ts'
import { plainText } from '../../shared/outline/outline.ts'
import { useText } from '../text/index.ts'
import { useForms } from './forms-agreement.ts'
import { paperOf, RecordCell } from './record-cell.tsx'
import { groupsWithParties, type RecordGroup, usePartiesFor } from './record-groups.ts'
import { type Rows, useRows } from './record-rows.ts'
import { RecordsFoot, useAddLabel } from './records-foot.tsx'
import { RowMenu } from './row-menu.tsx'
import type { FormRecord } from './use-records.ts'

/** The table of a block, edited in its cells. The same columns, order and totals as on paper. */
export function RecordTable({ description }: { description: BlockDescription }) {
  const around = useRef<HTMLDivElement>(null)
  const rows = useRows(description, around)
  const parties = usePartiesFor(description)
  const texts = useText().forms
  const { columns } = description
  return (
    <div ref={around} className="hs-records" data-list={description.listPath}>
      <table className={columns.length > 5 ? 'hs-table hs-table--dense' : 'hs-table'}>
        <caption className="hs-hidden">{description.caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.field} style={{ width: `${column.width}%` }} />
          ))}
          <col className="hs-table__menu-column" />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.field} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
            <th scope="col">
              <span className="hs-hidden">{texts.actions}</span>
            </th>
          </tr>
        </thead>
        {groupsWithParties(description, rows.records, parties).map((group) => (
          <TableGroup key={group.key} group={group} description={description} rows={rows} />
        ))}
        <Totals description={description} />
      </table>
      <RecordsFoot description={description} rows={rows} />
    </div>
  )
}

type GroupProps = { group: RecordGroup; description: BlockDescription; rows: Rows }

function TableGroup({ group, description, rows }: GroupProps) {
  const texts = useText().forms
  const label = useAddLabel(description.name)
  const width = description.columns.length
  const { groupBy } = description
  return (
    <tbody>
      {group.heading === null ? null : (
        <tr className="hs-table__group">
          <th colSpan={width} scope="rowgroup">
            <span>{group.heading || texts.noParty}</span>
            {groupBy === null || group.heading === '' ? null : (
              <button
                type="button"
                className="hs-plain-button"
                onClick={() => rows.addAndGo({ [groupBy]: group.key })}
                aria-label={texts.addFor(label, group.heading)}
              >
                {label}
              </button>
            )}
          </th>
          <td />
        </tr>
      )}
      {group.records.length === 0 && group.heading === null ? (
        <tr className="hs-table__empty">
          <td colSpan={width}>{description.emptyText}</td>
          <td />
        </tr>
      ) : null}
      {group.records.map((record, index) => (
        <Row
          key={rows.keyOf(record)}
          description={description}
          record={record}
          recordKey={rows.keyOf(record)}
          number={rows.records.indexOf(record) + 1}
          isFirst={index === 0}
          isLast={index === group.records.length - 1}
          onMove={rows.move}
          onRemove={rows.removeWithHint}
        />
      ))}
    </tbody>
  )
}

type RowProps = {
  description: BlockDescription
  record: FormRecord
  recordKey: string
  number: number
  isFirst: boolean
  isLast: boolean
  onMove(key: string, direction: -1 | 1): void
  onRemove(key: string): void
}

const sameRow = (a: RowProps, b: RowProps): boolean =>
  a.record === b.record &&
  a.description === b.description &&
  a.number === b.number &&
  a.isFirst === b.isFirst &&
  a.isLast === b.isLast

/** Drawn again only when its record, its place or the table changed. */
const Row = memo(function Row(props: RowProps) {
  const { description, record, recordKey, number } = props
  const texts = useText().forms
  const row = texts.row(number)
  return (
    <tr data-record={recordKey}>
      {description.columns.map((column) => (
        <td key={column.field} data-align={column.align} data-label={column.label}>
          <RecordCell listPath={description.listPath} column={column} record={record} row={row} />
        </td>
      ))}
      <td className="hs-table__menu">
        <RowMenu
          row={row}
          canMoveUp={!props.isFirst}
          canMoveDown={!props.isLast}
          onMove={(direction) => props.onMove(recordKey, direction)}
          onRemove={() => props.onRemove(recordKey)}
          record={{ listPath: description.listPath, key: recordKey }}
        />
      </td>
    </tr>
  )
}, sameRow)

/** Worked out by the outline, never typed. */
function Totals({ description }: { description: BlockDescription }) {
  const forms = useForms()
  if (!description.columns.some((column) => column.total)) return null
  const totals = drawTable(description, paperOf(forms)).rows.filter((row) => row.kind === 'total')
  if (totals.length === 0) return null
  return (
    <tfoot>
      {totals.map((total) => (
        <tr key={plainText(total.cells[0] ?? [])}>
          {description.columns.map((column, index) => (
            <td key={column.field} data-align={column.align} data-label={column.label}>
              {plainText(total.cells[index] ?? [])}
            </td>
          ))}
          <td />
        </tr>
      ))}
    </tfoot>
  )
}
