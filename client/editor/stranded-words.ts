import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { maybeChange } from './draw-text.ts'

/**
 * Brings along what somebody typed in the moment before they heard that another broke their sentence in two. The half that went to a new
 * paragraph went without those letters, because the other did not know them: they stand alone at the end of what stayed, with the caret behind
 * them. Null when there are none, or when they stand where they should: who took words out, took them out around what was typed there.
 *
 * `was` is the text as it was drawn before the change of the other, `now` as it is drawn after it; `count` how many letters are stranded.
 */
export function bringAlong(was: EditorState, now: EditorState, count: number): Transaction | null {
  const before = { from: was.selection.head - count, to: was.selection.head }
  const after = { from: now.selection.head - count, to: now.selection.head }
  if (count === 0 || after.from < 0 || !was.selection.empty) return null
  const words = was.doc.slice(before.from, before.to)
  if (!words.content.eq(now.doc.slice(after.from, after.to).content)) return null
  const moved = now.tr.delete(after.from, after.to)
  const change = maybeChange(was.tr.delete(before.from, before.to).doc, moved.doc)
  if (change === null || before.from <= change.from || before.from < change.to) return null
  const place = before.from - change.to + change.from + change.slice.size
  moved.replace(place, place, words)
  return moved.setSelection(TextSelection.create(moved.doc, place + count))
}

/** How many letters of this page’s own stand right before the caret of which the one before them was just deleted by another. */
export function strandedLetters(
  binding: ProsemirrorBinding,
  { deleteSet, local }: Pick<Y.Transaction, 'deleteSet' | 'local'>,
): number {
  const { doc, beforeTransactionSelection: before } = binding
  const id: Y.ID | null = before?.head?.item ?? null
  if (local || id === null || id.client !== doc.clientID) return 0
  const last = Y.getItem(doc.store, id)
  if (!(last instanceof Y.Item) || last.deleted) return 0
  let count = id.clock - last.id.clock + 1
  let left = last.left
  while (left !== null && !left.deleted && left.id.client === doc.clientID) {
    if (left.countable) count += left.length
    left = left.left
  }
  return left !== null && Y.isDeleted(deleteSet, left.lastId) ? count : 0
}
