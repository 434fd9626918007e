import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import type { MenuChoice } from '../ui/menu.tsx'
import { callRow } from './call-row.ts'
import { useForms } from './forms-agreement.ts'
import { MenuButton } from './menu-button.tsx'
import { useAddLabel } from './records-foot.tsx'

/** What can be done with rows and facts that are only read: for who proposes, and for who comments. */
export type ReadActs = {
  /** The choices at a row that is called so. */
  ofRow(listPath: string, key: string, called: string): readonly MenuChoice[]
  /** The choices at a fact with this label. */
  ofFact(address: string, label: string): readonly MenuChoice[]
  /** Proposes a row of a block; null for who does not propose. */
  addRow: { label(what: string): string; begin(description: BlockDescription): void } | null
}

/** The menu of a row that is only read; nothing where nothing can be done. */
export function ReadRowMenu({
  listPath,
  recordKey,
  row,
}: {
  listPath: string
  recordKey: string
  row: string
}) {
  const { readActs, store } = useForms()
  const texts = useText().forms
  if (!readActs) return null
  const called = () => callRow(store.get(), listPath, recordKey) || row
  return (
    <MenuButton label={texts.rowMenu(row)} choices={() => readActs.ofRow(listPath, recordKey, called())} />
  )
}

/** Under a table or list that is only read: the button that proposes a row of it. */
export function ProposeRow({ description }: { description: BlockDescription }) {
  const { readActs } = useForms()
  const label = useAddLabel(description.name)
  const addRow = readActs?.addRow ?? null
  if (addRow === null) return null
  return (
    <button type="button" className="hs-records__add" onClick={() => addRow.begin(description)}>
      <Icon name="plus" size={18} /> {addRow.label(label.slice(0, 1).toLowerCase() + label.slice(1))}
    </button>
  )
}
