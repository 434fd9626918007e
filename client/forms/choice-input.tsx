import { setField } from '../../shared/document/edit.ts'
import { useText } from '../text/index.ts'
import { useForms } from './forms-agreement.ts'
import type { InputProps } from './input-props.ts'
import type { Option } from './options.ts'

const NONE = ''

/**
 * One of several named things. The browser's own list, laid invisibly over the words, so that the words break over lines as on
 * paper and the list works as people are used to on their device.
 */
export function ChoiceInput({
  address,
  value,
  label,
  placeholder,
  describedBy,
  options,
}: InputProps & { options: readonly Option[] }) {
  const { doc } = useForms()
  const texts = useText().forms
  const key = typeof value === 'string' ? value : NONE
  const known = options.find((option) => option.key === key)
  const shown = known?.label || (key === NONE ? (placeholder ?? texts.choose) : texts.gone)
  return (
    <span
      className="hs-choice"
      data-empty={key === NONE || undefined}
      data-gone={(key !== NONE && !known) || undefined}
    >
      <span className="hs-choice__words" aria-hidden="true">
        {shown}
      </span>
      <select
        className="hs-choice__list"
        aria-label={label}
        aria-describedby={describedBy}
        value={key}
        onChange={(event) => setField(doc, address, event.currentTarget.value || null)}
      >
        <option value={NONE}>{texts.notAnswered}</option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
        {key !== NONE && !known ? <option value={key}>{texts.gone}</option> : null}
      </select>
    </span>
  )
}

/** Yes, no, or not answered. */
export function YesNoInput({ address, value, label, describedBy }: InputProps) {
  const { doc, catalog } = useForms()
  const texts = useText().forms
  const { yes, no } = catalog.words.paper
  const key = value === true ? 'yes' : value === false ? 'no' : NONE
  const set = (next: string) => setField(doc, address, next === NONE ? null : next === 'yes')
  return (
    <span className="hs-choice" data-empty={key === NONE || undefined}>
      <span className="hs-choice__words" aria-hidden="true">
        {key === 'yes' ? yes : key === 'no' ? no : texts.choose}
      </span>
      <select
        className="hs-choice__list"
        aria-label={label}
        aria-describedby={describedBy}
        value={key}
        onChange={(event) => set(event.currentTarget.value)}
      >
        <option value={NONE}>{texts.notAnswered}</option>
        <option value="yes">{texts.yes}</option>
        <option value="no">{texts.no}</option>
      </select>
    </span>
  )
}
