import { Fragment, type Node, type Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { blocksOf, type Drawing } from '../../shared/document/drawing.ts'
import { steps } from '../../shared/support/steps.ts'

/**
 * Draws what the document says of a text, by the smallest change, so that nothing around it moves: a caret stays with the letter that it
 * stands behind. y-tiptap replaces the whole text, and looks for the place of the caret in paragraphs that begin alike: who wrote on in a
 * sentence that another broke in two, wrote on in the wrong half.
 */
export function drawText(
  view: EditorView,
  binding: ProsemirrorBinding,
  drawing: Drawing,
  why: 'opened' | 'undone' | 'changed',
): void {
  const { state } = view
  const drawn = changed(state, state.doc.copy(Fragment.from(blocksOf(binding.type, drawing))))
  for (const [index, child] of binding.type.toArray().entries()) {
    const node = drawn.doc.maybeChild(index)
    if (node && drawing.get(child) !== node) drawing.draws(child, node)
  }
  // Who comes by Tab to a text that was not used yet is at its start.
  if (why === 'opened') drawn.setSelection(Selection.atStart(drawn.doc))
  else keepCaret(drawn, state, binding)
  drawn.setMeta('addToHistory', false)
  drawn.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: why === 'undone' })
  if (binding.beforeTransactionSelection !== null && binding._isLocalCursorInView()) drawn.scrollIntoView()
  view.dispatch(drawn)
}

/** The one stretch by which a text differs from another: what stood from `from` to `to` is what the slice says. */
type Change = { from: number; to: number; slice: Slice }

export function maybeChange(was: Node, now: Node): Change | null {
  const start = was.content.findDiffStart(now.content)
  const end = was.content.findDiffEnd(now.content)
  if (start === null || end === null) return null
  // Where letters repeat, the two ends can meet in the middle.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return { from: start, to: end.a + overlap, slice: now.slice(start, end.b + overlap) }
}

/** Where two took out each other's last paragraphs no text is left; an editor shows an empty paragraph then. */
function changed(state: EditorState, next: Node): Transaction {
  const { doc } = state
  const change = maybeChange(doc, next)
  if (change === null) return state.tr
  const drawn = state.tr.replace(change.from, change.to, change.slice)
  return drawn.doc.eq(next) ? drawn : state.tr.replaceWith(0, doc.content.size, next.content)
}

/** Behind the letter that it stood behind; where that one was written anew elsewhere, or is gone, where the change itself leaves the caret. */
function keepCaret(drawn: Transaction, { selection }: EditorState, binding: ProsemirrorBinding): void {
  const { beforeTransactionSelection: before } = binding
  if (before === null || !(selection instanceof TextSelection)) return
  const place = (relative: Y.RelativePosition, was: number): number => {
    const known =
      relative === null || isGone(binding.doc, relative)
        ? null
        : relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping)
    return known ?? placeByLetters(drawn, was) ?? drawn.mapping.map(was)
  }
  const [anchor, head] = [place(before.anchor, selection.anchor), place(before.head, selection.head)]
  drawn.setSelection(TextSelection.between(drawn.doc.resolve(anchor), drawn.doc.resolve(head)))
}

/** In a stretch that was replaced: behind the letter that stood before a place, else before the one that stood behind it, if it still says them. */
function placeByLetters({ before, doc }: Transaction, was: number): number | null {
  const change = maybeChange(before, doc)
  if (change === null || was < change.from || was > change.to) return null
  if (was === change.from) return was
  const went = lettersOf(before, change.from, change.to)
  const came = lettersOf(doc, change.from, change.from + change.slice.size)
  const same = steps(went, came, ({ sign }) => sign).filter((step) => step.state === 'same')
  const left = same.find((step) => step.was.at + 1 === was)
  if (left) return left.now.at + 1
  return same.find((step) => step.was.at === was)?.now.at ?? null
}

type Letter = { sign: string; at: number }

/** Each code unit and each fact of a stretch, with its place. */
function lettersOf(doc: Node, from: number, to: number): Letter[] {
  const letters: Letter[] = []
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isInline) return
    const signs = node.isText ? (node.text ?? '').split('') : [node.type.name]
    for (const [index, sign] of signs.entries())
      if (at + index >= from && at + index < to) letters.push({ sign, at: at + index })
  })
  return letters
}

/** Whether the letter that a place stands behind is in the text no more. */
export function isGone(doc: Y.Doc, { item: id }: Y.RelativePosition): boolean {
  if (id === null) return false
  const item = Y.getItem(doc.store, id)
  return !(item instanceof Y.Item) || (item.deleted && item.redone === null)
}
