import type { ReactNode } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { menuOrder } from './menu-order.ts'
import './field.css'
import './menu.css'
import './popover.css'

export type MenuChoice = { key: string; label: string; isDisabled?: boolean; onChoose: () => void }
/** A place to go to. */
export type MenuLink = { key: string; label: string; isDisabled?: boolean; href: string }
/** Choices that belong together, under a heading. */
export type MenuGroup = { key: string; heading: string; choices: readonly (MenuChoice | MenuLink)[] }

// React Aria hands it on to its own hook, but does not name it among the props of its component.
const inOrder = (groups: readonly MenuGroup[]): object => ({ keyboardDelegate: menuOrder(groups) })

type MenuProps = { trigger: ReactNode; label: string; groups: readonly MenuGroup[] }

/** A button with actions and places under it, grouped; on a wide screen in two columns. The arrow keys go through all of them in order. */
export function Menu({ trigger, label, groups }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="hs-popover hs-popover--menu" placement="bottom end">
        <AriaMenu aria-label={label} className="hs-options hs-menu" {...inOrder(groups)}>
          {groups.map(({ key, heading, choices }) => (
            <MenuSection key={key} id={key} className="hs-menu__group">
              <Header className="hs-menu__heading">{heading}</Header>
              {choices.map(drawChoice)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** One line of a menu. */
export function drawChoice(choice: MenuChoice | MenuLink): ReactNode {
  return (
    <MenuItem
      key={choice.key}
      id={choice.key}
      className="hs-option"
      isDisabled={choice.isDisabled ?? false}
      {...('href' in choice ? { href: choice.href } : { onAction: choice.onChoose })}
    >
      {choice.label}
    </MenuItem>
  )
}
