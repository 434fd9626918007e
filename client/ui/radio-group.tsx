import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { FieldComplaint, FieldLabel } from './field.tsx'
import './radio-group.css'

export type RadioOption<Key extends string> = { key: Key; content: ReactNode }

type RadioGroupProps<Key extends string> = {
  label: string
  complaint?: string | null
  options: readonly RadioOption<Key>[]
  value: Key | null
  onChange: (key: Key) => void
}

/** Choose one of a few things that are all in sight; for a phone quicker than a list that opens. */
export function RadioGroup<Key extends string>(props: RadioGroupProps<Key>) {
  const { label, complaint = null, options, value, onChange } = props
  const choose = (key: string) => {
    const option = options.find((candidate) => candidate.key === key)
    if (option !== undefined) onChange(option.key)
  }
  return (
    <AriaRadioGroup
      className="hs-field hs-radios"
      value={value}
      onChange={choose}
      isInvalid={complaint !== null}
    >
      <FieldLabel>{label}</FieldLabel>
      {options.map((option) => (
        <Radio key={option.key} value={option.key} className="hs-radio">
          <span className="hs-radio__dot" />
          {option.content}
        </Radio>
      ))}
      <FieldComplaint>{complaint}</FieldComplaint>
    </AriaRadioGroup>
  )
}
