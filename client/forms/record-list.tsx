import { useRef } from 'react'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { useText } from '../text/index.ts'
import { RecordCell } from './record-cell.tsx'
import { groupsWithParties, type RecordGroup, usePartiesFor } from './record-groups.ts'
import { type Rows, useRows } from './record-rows.ts'
import { RecordsFoot, useAddLabel } from './records-foot.tsx'
import { RowMenu } from './row-menu.tsx'

/** The list of a block, each item edited where it stands. */
export function RecordList({ description }: { description: BlockDescription }) {
  const around = useRef<HTMLDivElement>(null)
  const rows = useRows(description, around)
  const parties = usePartiesFor(description)
  return (
    <div ref={around} className="hs-records" data-list={description.listPath}>
      {groupsWithParties(description, rows.records, parties).map((group) => (
        <ListGroup key={group.key} group={group} description={description} rows={rows} />
      ))}
      <RecordsFoot description={description} rows={rows} />
    </div>
  )
}

type GroupProps = { group: RecordGroup; description: BlockDescription; rows: Rows }

function ListGroup({ group, description, rows }: GroupProps) {
  const texts = useText().forms
  const label = useAddLabel(description.name)
  const { groupBy } = description
  const List = description.listStyle === 'numbered' ? 'ol' : 'ul'
  return (
    <div className="hs-list-group">
      {group.heading === null ? null : (
        <p className="hs-list-group__heading">{group.heading || texts.noParty}</p>
      )}
      {group.records.length === 0 ? (
        group.heading === null ? (
          <p className="hs-records__empty">{description.emptyText}</p>
        ) : null
      ) : (
        <List className={`hs-list hs-list--${description.listStyle} hs-list--${description.name}`}>
          {group.records.map((record, index) => (
            <li key={rows.keyOf(record)} data-record={rows.keyOf(record)}>
              <span className="hs-list__facts">
                {description.columns.map((column) => (
                  <span key={column.field} className={`hs-list__fact hs-list__fact--${column.field}`}>
                    <RecordCell
                      listPath={description.listPath}
                      column={column}
                      record={record}
                      row={texts.row(index + 1)}
                    />
                  </span>
                ))}
              </span>
              <RowMenu
                row={texts.row(index + 1)}
                canMoveUp={index > 0}
                canMoveDown={index < group.records.length - 1}
                onMove={(direction) => rows.move(rows.keyOf(record), direction)}
                onRemove={() => rows.removeWithHint(rows.keyOf(record))}
                record={{ listPath: description.listPath, key: rows.keyOf(record) }}
              />
            </li>
          ))}
        </List>
      )}
      {groupBy === null || group.heading === null || group.heading === '' ? null : (
        <button
          type="button"
          className="hs-records__add"
          onClick={() => rows.addAndGo({ [groupBy]: group.key })}
          aria-label={texts.addFor(label, group.heading)}
        >
          + {label}
        </button>
      )}
    </div>
  )
}
