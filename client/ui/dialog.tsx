import { type ReactNode, useEffect } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './button.tsx'
import './dialog.css'
import './popover.css'

export type DialogProps = {
  title: string
  /** Name of the button that closes it. */
  closeLabel: string
  isOpen: boolean
  onClose: () => void
  /** `sheet` comes from below, for a phone; `wide` is for a page of text. */
  look?: 'plain' | 'wide' | 'sheet'
  children: ReactNode
}

/** A sheet above everything else. Focus goes in, stays in, and returns to where it came from, or to the page where that is gone; Escape closes it. */
export function Dialog({ title, closeLabel, isOpen, onClose, look = 'plain', children }: DialogProps) {
  const onOpenChange = (open: boolean) => {
    if (!open) onClose()
  }
  return (
    <ModalOverlay
      className={`hs-scrim hs-scrim--${look}`}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
    >
      <FocusGoesOn />
      <Modal className={`hs-dialog hs-dialog--${look}`}>
        <AriaDialog className="hs-dialog__inside">
          <div className="hs-dialog__head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={closeLabel} onPress={onClose} />
          </div>
          <div className="hs-dialog__body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What opened the dialog may be gone by then, as may be what is offered once: the focus would be nowhere. */
function FocusGoesOn() {
  useEffect(() => () => afterReturn(focusOnPage), [])
  return null
}

/** The focus returns in the frame after a dialog has gone. */
function afterReturn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

function focusOnPage(): void {
  if (document.activeElement !== document.body) return
  document.getElementById('content')?.focus({ preventScroll: true })
}
