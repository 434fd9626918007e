import { type OneChange, oneChange } from '../../shared/support/one-change.ts'

/** Where a caret stands after somebody else's change: it stays with the letters around it. */
export function shiftCaret(position: number, change: OneChange): number {
  if (position <= change.index) return position
  if (position <= change.index + change.remove) return change.index + change.insert.length
  return position + change.insert.length - change.remove
}

/** Shows another text in a field without moving the caret of who is typing in it. */
export function showText(field: HTMLTextAreaElement | HTMLInputElement, next: string): void {
  if (field.value === next) return
  const change = oneChange(field.value, next)
  const { selectionStart, selectionEnd, selectionDirection } = field
  field.value = next
  if (selectionStart === null || selectionEnd === null || field.ownerDocument.activeElement !== field) return
  field.setSelectionRange(
    shiftCaret(selectionStart, change),
    shiftCaret(selectionEnd, change),
    selectionDirection ?? 'none',
  )
}
