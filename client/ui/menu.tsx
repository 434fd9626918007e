import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import './field.css'
import './popover.css'

export type MenuChoice = { key: string; label: string; isDisabled?: boolean; onChoose: () => void }
/** A place to go to. */
export type MenuLink = { key: string; label: string; isDisabled?: boolean; href: string }

/** A button with a few actions under it. */
export function Menu({
  trigger,
  label,
  choices,
}: {
  trigger: ReactNode
  label: string
  choices: readonly (MenuChoice | MenuLink)[]
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="hs-popover" placement="bottom start">
        <AriaMenu aria-label={label} className="hs-options">
          {choices.map((choice) => (
            <MenuItem
              key={choice.key}
              id={choice.key}
              className="hs-option"
              isDisabled={choice.isDisabled ?? false}
              {...('href' in choice ? { href: choice.href } : { onAction: choice.onChoose })}
            >
              {choice.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
