/** How far beside a caret one still points at it, in pixels: the caret itself is two of them wide. */
const REACH = 8

/**
 * Shows the name of the carets of others that the pointer stands on, and lets the names of all else rest. By place and not by a target of its own: what lies over the
 * text would take the press that is meant for the words. Never takes the event.
 */
export function nameCaretUnder(
  text: HTMLElement,
  pointer: { clientX: number; clientY: number } | null,
): false {
  for (const caret of text.querySelectorAll<HTMLElement>('.hs-caret')) {
    const { left, right, top, bottom } = caret.getBoundingClientRect()
    const isUnder =
      pointer !== null &&
      pointer.clientX >= left - REACH &&
      pointer.clientX <= right + REACH &&
      pointer.clientY >= top &&
      pointer.clientY <= bottom
    caret.toggleAttribute('data-pointed', isUnder)
  }
  return false
}
