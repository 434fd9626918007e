import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldComplaint, FieldHelp, FieldLabel } from './field.tsx'
import { Icon } from './icon.tsx'
import './popover.css'

export type Option<Key extends string> = { key: Key; label: string }

type SelectProps<Key extends string> = {
  label: string
  /** Shown while nothing is chosen. */
  placeholder?: string
  help?: ReactNode
  complaint?: string | null
  options: readonly Option<Key>[]
  value: Key | null
  onChange: (key: Key) => void
  isDisabled?: boolean
}

/** Choose one of a few named things. */
export function Select<Key extends string>({
  label,
  placeholder = '',
  help,
  complaint = null,
  options,
  value,
  onChange,
  isDisabled = false,
}: SelectProps<Key>) {
  const choose = (key: unknown) => {
    const option = options.find((candidate) => candidate.key === key)
    if (option !== undefined) onChange(option.key)
  }
  return (
    <AriaSelect
      className="hs-field"
      selectedKey={value}
      onSelectionChange={choose}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={complaint !== null}
    >
      <FieldLabel>{label}</FieldLabel>
      {help === undefined ? null : <FieldHelp>{help}</FieldHelp>}
      <Button className="hs-field__input hs-select__button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <FieldComplaint>{complaint}</FieldComplaint>
      <Popover className="hs-popover">
        <ListBox className="hs-options" items={options}>
          {(option) => (
            <ListBoxItem id={option.key} textValue={option.label} className="hs-option">
              <span className="hs-option__tick">
                <Icon name="check" />
              </span>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
