import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Room (px) that the caret keeps to the edges of the window, where bars lie over the text. */
export const ROOM = { top: 120, bottom: 96, left: 8, right: 8 }

/**
 * True when the caret stands in the window with room around it, so that nothing has to scroll: texts scroll with the page alone. ProseMirror asks each element
 * around the caret how large it is, for every letter.
 */
export function isCaretInSight(view: EditorView): boolean {
  const { selection } = view.state
  if (selection instanceof NodeSelection) return false
  const { top, bottom, left, right } = view.coordsAtPos(selection.head, 1)
  const { width, height } = window.visualViewport ?? { width: innerWidth, height: innerHeight }
  const isBeside = left < ROOM.left || right > width - ROOM.right
  return !isBeside && top >= ROOM.top && bottom <= height - ROOM.bottom
}
