import { useState } from 'react'
import { useText } from '../text/index.ts'
import { callRow } from './call-row.ts'
import { useForms } from './forms-agreement.ts'
import { MenuButton } from './menu-button.tsx'
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

/** Up, down and remove for one row. */
export function RowMenu({ row, canMoveUp, canMoveDown, onMove, onRemove, record }: Props) {
  const { forms: texts, facts } = useText()
  const { pageOf, commentOnRow, store } = useForms()
  const [isDetailed, setDetailed] = useState(false)
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
      <MenuButton
        label={texts.rowMenu(row)}
        choices={() => [
          ...allOf(),
          { key: 'up', label: texts.up, isDisabled: !canMoveUp, onChoose: () => onMove(-1) },
          { key: 'down', label: texts.down, isDisabled: !canMoveDown, onChoose: () => onMove(1) },
          { key: 'remove', label: texts.remove, onChoose: onRemove },
          ...comment(),
        ]}
      />
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
