import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover'
import './popover.css'

type Props = {
  /** The button that opens it. */
  trigger: ReactNode
  /** Its name for a screen reader. */
  label: string
  placement?: PopoverProps['placement']
  children: ReactNode
}

/** A small sheet that floats at the button that opened it; Escape or a press elsewhere closes it. */
export function Popover({ trigger, label, placement = 'bottom start', children }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="hs-popover" placement={placement}>
        <Dialog className="hs-popover__body" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
