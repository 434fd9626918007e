import type { BlockColumn } from '../../shared/outline/block-description.ts'
import type { Paper } from '../../shared/outline/inlines.ts'
import { drawNumbers } from '../../shared/outline/numbers.ts'
import { plainText } from '../../shared/outline/outline.ts'
import { drawCell } from '../../shared/outline/record-cells.ts'
import { useText } from '../text/index.ts'
import { fieldNameOf, keyOfList } from './address.ts'
import { FactInput } from './fact-input.tsx'
import { type FormsAgreement, useForms } from './forms-agreement.ts'
import type { FormRecord } from './use-records.ts'

type Props = {
  listPath: string
  column: BlockColumn
  record: FormRecord
  /** Name of the row for a screen reader. */
  row: string
}

/** The agreement as the outline draws from it. */
export function paperOf({ store, catalog }: FormsAgreement): Paper {
  const body = store.get()
  return { body, catalog, numbers: drawNumbers(body) }
}

/** One cell of a table: the facts it shows, each with its own input; what is worked out stands as text. */
export function RecordCell({ listPath, column, record, row }: Props) {
  const forms = useForms()
  const key = keyOfList(listPath)
  if (column.computed || column.fields.length === 0) {
    const text = plainText(drawCell(listPath, { ...column, computed: true }, record, paperOf(forms)))
    return <span className="hs-cell__key">{text}</span>
  }
  const isAnswered = (field: string) => record[field] !== null && record[field] !== ''
  const first = column.fields.find(isAnswered) ?? column.fields[0]
  const fields = column.show === 'first' ? firstAndNext(column.fields, first, isAnswered) : column.fields
  return fields.map((field, index) =>
    field === key ? (
      <span key={field} className="hs-cell__key">
        {plainText(drawCell(listPath, { ...column, fields: [field] }, record, paperOf(forms)))}
      </span>
    ) : (
      <CellFact
        key={field}
        address={`${listPath}.${String(record[key])}.${field}`}
        value={record[field]}
        isSecond={index > 0}
        columnLabel={column.label}
        row={row}
      />
    ),
  )
}

/** A party or somebody by name: only what is filled in, or both ways as long as nothing is. */
function firstAndNext(
  fields: readonly string[],
  first: string | undefined,
  isAnswered: (field: string) => boolean,
): readonly string[] {
  return first !== undefined && isAnswered(first) ? [first] : fields
}

type CellFactProps = { address: string; value: unknown; isSecond: boolean; columnLabel: string; row: string }

function CellFact({ address, value, isSecond, columnLabel, row }: CellFactProps) {
  const { catalog } = useForms()
  const texts = useText().forms
  const own = catalog.words.fields[fieldNameOf(address)]?.label ?? columnLabel
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return (
    <span className="hs-cell__fact" data-empty={isEmpty || undefined} data-second={isSecond || undefined}>
      {isSecond && !isEmpty ? <span className="hs-cell__label">{own}</span> : null}
      <FactInput
        look="cell"
        address={address}
        value={value}
        label={texts.cell(isSecond ? own : columnLabel, row)}
        {...(isSecond ? { placeholder: own } : {})}
      />
    </span>
  )
}
