import { oneChange } from '../../shared/support/one-change.ts'
import { placeBetween, placesIn } from '../../shared/support/with-own-change.ts'

/** Where a caret stands after somebody else's changes: it stays with the letters around it, also between two that came at once. */
export function shiftCaret(position: number, was: string, next: string): number {
  const { index, remove, insert } = oneChange(was, next)
  if (position <= index) return position
  if (position >= index + remove) return position + insert.length - remove
  return placeBetween(placesIn(was, next), position) ?? index + insert.length
}

/** Shows another text in a field without moving the caret of who is typing in it. */
export function showText(field: HTMLTextAreaElement | HTMLInputElement, next: string): void {
  if (field.value === next) return
  const { value: was, selectionStart, selectionEnd, selectionDirection } = field
  field.value = next
  if (selectionStart === null || selectionEnd === null || field.ownerDocument.activeElement !== field) return
  field.setSelectionRange(
    shiftCaret(selectionStart, was, next),
    shiftCaret(selectionEnd, was, next),
    selectionDirection ?? 'none',
  )
}
