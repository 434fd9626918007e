import { maybeFieldAt } from '../../../shared/document/address.ts'
import { FactForm, useForms } from '../../forms/index.ts'
import { nameOfRecord } from './names-of.ts'
import { useAdviceNow } from './use-advice.ts'

/** The fields at these addresses, those of one record under its name. */
export function FieldsByRecord({ addresses }: { addresses: readonly string[] }) {
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  const groups = new Map<string, string[]>()
  for (const address of addresses) {
    const record = recordOf(address)
    groups.set(record, [...(groups.get(record) ?? []), address])
  }
  return [...groups].map(([recordId, inRecord]) => (
    <div key={recordId} className="hs-advice__fields" lang="nl">
      <RecordName name={nameOfRecord(recordId, body, catalog)} />
      <FactForm addresses={inRecord} />
    </div>
  ))
}

function RecordName({ name }: { name: string | null }) {
  return name === null ? null : <h4>{name}</h4>
}

function recordOf(address: string): string {
  const place = maybeFieldAt(address)
  return place?.in === 'record' ? place.recordId : ''
}
