import type { ReactNode } from 'react'
import { type RefObject, useMemo } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { drawChoice, type MenuChoice, type MenuLink } from './menu.tsx'
import './field.css'
import './popover.css'

type AnchoredProps = {
  /** The element it floats at; focus returns to where it came from. */
  anchor: HTMLElement | RefObject<HTMLElement | null>
  /** Its name for a screen reader. */
  label: string
  placement?: PopoverProps['placement']
  onClose: () => void
}

const isRef = (anchor: AnchoredProps['anchor']): anchor is RefObject<HTMLElement | null> =>
  'current' in anchor

function Anchored({
  anchor,
  placement = 'bottom start',
  onClose,
  children,
}: Omit<AnchoredProps, 'label'> & { children: ReactNode }) {
  const triggerRef = useMemo(() => (isRef(anchor) ? anchor : { current: anchor }), [anchor])
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <Popover
      className="hs-popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={onOpenChange}
      placement={placement}
    >
      {children}
    </Popover>
  )
}

/** A small sheet at an element that is there already, open for as long as it is drawn. For places with hundreds of triggers. */
export function AnchoredSheet({ label, children, ...rest }: AnchoredProps & { children: ReactNode }) {
  return (
    <Anchored {...rest}>
      <Dialog className="hs-popover__body" aria-label={label}>
        {children}
      </Dialog>
    </Anchored>
  )
}

/** A few actions at an element that is there already, open for as long as it is drawn. */
export function AnchoredMenu({
  label,
  choices,
  ...rest
}: AnchoredProps & { choices: readonly (MenuChoice | MenuLink)[] }) {
  return (
    <Anchored {...rest}>
      <AriaMenu aria-label={label} className="hs-options" autoFocus="first" onClose={rest.onClose}>
        {choices.map(drawChoice)}
      </AriaMenu>
    </Anchored>
  )
}
