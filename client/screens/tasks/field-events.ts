import type { FocusEvent, KeyboardEvent } from 'react'
import { historyCommandOf } from '../../editor/undo-history.ts'
import type { FormsAgreement } from '../../forms/index.ts'

/** Tells the others which field the focus is in. */
export const tellField = (agreement: FormsAgreement) => (event: FocusEvent) => {
  const now = event.type === 'blur' ? event.relatedTarget : event.target
  const field = now instanceof Element ? now.closest<HTMLElement>('[data-address]') : null
  agreement.presence.enter(field?.dataset.address ?? null)
}

/** One history for the agreement: the keys never reach the undo of a single input. */
export const undoKeys = (agreement: FormsAgreement) => (event: KeyboardEvent) => {
  if (historyCommandOf(event) !== 'undo') return
  event.preventDefault()
  event.stopPropagation()
  agreement.undo()
}
