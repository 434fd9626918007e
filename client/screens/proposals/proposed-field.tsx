import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { choicesAt, layoutAt, type Option, referenceOptions } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Draft, keysIn, readDraft, withKey } from './proposed-draft.ts'

type Props = {
  address: string
  label: string
  body: AgreementBody
  catalog: Catalog
  draft: Draft
  onChange: (draft: Draft) => void
  autoFocus?: boolean
}

/** What a fact would say: chosen where the fact is chosen, typed where it is typed. */
export function ProposedField({ address, label, body, catalog, draft, onChange, autoFocus = false }: Props) {
  const { forms } = useText()
  const layout = layoutAt(address)
  if (layout.kind === 'set') {
    const options = referenceOptions(layout.to, body, catalog)
    return <Ticks {...{ label, options, draft, onChange }} />
  }
  const choices = choicesAt(address, body, catalog)
  if (choices !== null) {
    return (
      <Select
        label={label}
        options={[{ key: NONE, label: forms.notAnswered }, ...choices]}
        value={draft === '' ? NONE : draft}
        onChange={(key) => onChange(key === NONE ? '' : key)}
      />
    )
  }
  const read = readDraft(address, draft, body, catalog)
  const field = {
    label,
    value: draft,
    onChange,
    complaint: read.ok ? null : forms.complaints[read.reason],
    autoFocus,
  }
  if (layout.kind === 'longText') return <TextArea {...field} />
  const isLong = layout.kind === 'scalar' && layout.type.name === 'text' && layout.type.max > SHORT
  if (isLong) return <TextArea {...field} onChange={(text) => onChange(oneLine(text))} />
  return <TextField {...field} />
}

/** Lines that may hold more signs than this are seen whole while they are written, on a telephone too. */
const SHORT = 200

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

type TicksProps = Pick<Props, 'label' | 'draft' | 'onChange'> & { options: readonly Option[] }

/** Several of some named things. */
function Ticks({ label, options, draft, onChange }: TicksProps) {
  const { nothingToChoose } = useText().proposals.dialog
  const keys = keysIn(draft)
  return (
    <fieldset className="hs-proposal__ticks">
      <legend>{label}</legend>
      {options.length === 0 ? <p className="hs-soft">{nothingToChoose}</p> : null}
      {options.map((option) => (
        <Checkbox
          key={option.key}
          isSelected={keys.includes(option.key)}
          onChange={(isIn) => onChange(withKey(draft, option.key, isIn))}
        >
          {option.label}
        </Checkbox>
      ))}
    </fieldset>
  )
}

/** No answer, among keys that are never this. */
const NONE = 'not answered'
