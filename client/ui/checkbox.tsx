import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Icon } from './icon.tsx'
import './checkbox.css'

type Props = {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  children: ReactNode
}

/** A box to tick, with its words beside it. */
export function Checkbox({ isSelected, onChange, isDisabled = false, children }: Props) {
  return (
    <AriaCheckbox className="hs-checkbox" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="hs-checkbox__box">{isSelected ? <Icon name="check" size={18} /> : null}</span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
