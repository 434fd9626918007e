import { useText } from '../text/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FactForm } from './fact-form.tsx'
import { fieldsOfRecord } from './record-fields.ts'

type Props = { listPath: string; recordKey: string; row: string; onClose: () => void }

/** Everything that is known of one row, also what has no column in its table. */
export function RecordDetails({ listPath, recordKey, row, onClose }: Props) {
  const texts = useText()
  const addresses = fieldsOfRecord(listPath).map((field) => `${listPath}.${recordKey}.${field}`)
  return (
    <Dialog title={texts.facts.allOf(row)} closeLabel={texts.forms.done} isOpen onClose={onClose}>
      <div lang="nl">
        <FactForm addresses={addresses} />
      </div>
    </Dialog>
  )
}
