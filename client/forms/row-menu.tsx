import { useRef, useState } from 'react'
import { useText } from '../text/index.ts'
import { AnchoredMenu } from '../ui/anchored.tsx'
import { callRow } from './call-row.ts'
import { useForms } from './forms-agreement.ts'
import { RecordDetails } from './record-details.tsx'

type Props = {
  /** Name of the row: "rij 2". */
  row: string
  canMoveUp: boolean
  canMoveDown: boolean
  onMove(direction: -1 | 1): void
  onRemove(): void
  /** The record whose details the menu can open. */
  record?: { listPath: string; key: string }
}

/** Up, down and remove for one row. The menu is made when it is opened: a paper has hundreds of rows. */
export function RowMenu({ row, canMoveUp, canMoveDown, onMove, onRemove, record }: Props) {
  const { forms: texts, facts } = useText()
  const { pageOf, commentOnRow, store } = useForms()
  const [isDetailed, setDetailed] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const label = texts.rowMenu(row)
  const allOf = () => {
    if (record === undefined) return []
    const page = pageOf?.(record.listPath, record.key) ?? null
    if (page !== null) return [{ key: 'all', ...page }]
    return [{ key: 'all', label: facts.all, onChoose: () => setDetailed(true) }]
  }
  const comment = () => {
    if (record === undefined || !commentOnRow) return []
    const { listPath, key } = record
    const begin = () => commentOnRow.begin(listPath, key, callRow(store.get(), listPath, key) || row)
    return [{ key: 'comment', label: commentOnRow.label, onChoose: begin }]
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="hs-row-menu"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="currentColor">
          <circle cx="10" cy="4" r="1.7" />
          <circle cx="10" cy="10" r="1.7" />
          <circle cx="10" cy="16" r="1.7" />
        </svg>
      </button>
      {isOpen ? (
        <AnchoredMenu
          anchor={button}
          label={label}
          placement="bottom end"
          onClose={() => setOpen(false)}
          choices={[
            ...allOf(),
            { key: 'up', label: texts.up, isDisabled: !canMoveUp, onChoose: () => onMove(-1) },
            { key: 'down', label: texts.down, isDisabled: !canMoveDown, onChoose: () => onMove(1) },
            { key: 'remove', label: texts.remove, onChoose: onRemove },
            ...comment(),
          ]}
        />
      ) : null}
      {record && isDetailed ? (
        <RecordDetails
          listPath={record.listPath}
          recordKey={record.key}
          row={row}
          onClose={() => setDetailed(false)}
        />
      ) : null}
    </>
  )
}
