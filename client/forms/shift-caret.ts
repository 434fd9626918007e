/** One change of a text: at `index`, `remove` characters out and `insert` in. */
export type TextChange = { index: number; remove: number; insert: string }

/** The smallest single change that makes `next` of `before`; null when they are the same. */
export function changeBetween(before: string, next: string): TextChange | null {
  if (before === next) return null
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start++
  let end = 0
  const room = Math.min(before.length, next.length) - start
  while (end < room && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  return {
    index: start,
    remove: before.length - start - end,
    insert: next.slice(start, next.length - end),
  }
}

/** Where a caret stands after somebody else's change: it stays with the letters around it. */
export function shiftCaret(position: number, change: TextChange): number {
  if (position <= change.index) return position
  if (position <= change.index + change.remove) return change.index + change.insert.length
  return position + change.insert.length - change.remove
}

/** Shows another text in a field without moving the caret of who is typing in it. */
export function showText(field: HTMLTextAreaElement | HTMLInputElement, next: string): void {
  const change = changeBetween(field.value, next)
  if (change === null) return
  const { selectionStart, selectionEnd, selectionDirection } = field
  field.value = next
  if (selectionStart === null || selectionEnd === null || field.ownerDocument.activeElement !== field) return
  field.setSelectionRange(
    shiftCaret(selectionStart, change),
    shiftCaret(selectionEnd, change),
    selectionDirection ?? 'none',
  )
}
