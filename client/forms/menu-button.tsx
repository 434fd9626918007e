import { useRef, useState } from 'react'
import { AnchoredMenu } from '../ui/anchored.tsx'
import type { MenuChoice, MenuLink } from '../ui/menu.tsx'

/** Three dots with a menu. The menu is made when it is opened: a paper has hundreds of rows. */
export function MenuButton({
  label,
  choices,
}: {
  label: string
  choices: () => readonly (MenuChoice | MenuLink)[]
}) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="hs-row-menu"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="currentColor">
          <circle cx="10" cy="4" r="1.7" />
          <circle cx="10" cy="10" r="1.7" />
          <circle cx="10" cy="16" r="1.7" />
        </svg>
      </button>
      {isOpen ? (
        <AnchoredMenu
          anchor={button}
          label={label}
          placement="bottom end"
          onClose={() => setOpen(false)}
          choices={choices()}
        />
      ) : null}
    </>
  )
}
