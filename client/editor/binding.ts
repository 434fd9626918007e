import type { Editor } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { Drawing } from '../../shared/document/drawing.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { CaretPlace } from './caret-place.ts'
import { drawText } from './draw-text.ts'
import { bringAlong, strandedLetters } from './stranded-words.ts'

/** The plugin that keeps an editor and a text of the document alike; `bindText` has it draw and write as we do. */
export const textBinding = (fragment: Y.XmlFragment, schema: Schema) =>
  ySyncPlugin(fragment, { mapping: new Drawing(schema) })

/** Draws the text for the first time. From now on what is typed is written by `writeProse`, and what others write is drawn by `drawText`. */
export function bindText({ state, view }: Editor): void {
  const binding: ProsemirrorBinding = ySyncPluginKey.getState(state).binding
  const drawing = binding.mapping as Drawing
  const caret = new CaretPlace(binding, view)
  binding._prosemirrorChanged = (node) => {
    binding.doc.transact(() => {
      writeProse(binding.type, node, drawing, view.state.selection.head)
      caret.lookAnew()
    }, ySyncPluginKey)
  }
  binding.type.unobserveDeep(binding._observeFunction)
  binding._observeFunction = (_: unknown, transaction: Y.Transaction) => {
    binding.mux(() => {
      const was = view.state
      const stranded = strandedLetters(binding, transaction)
      forgetChanged(drawing, transaction)
      drawText(view, binding, drawing, transaction.origin instanceof Y.UndoManager ? 'undone' : 'changed')
      // An edit of this page's own, once the change of the other is through.
      const moved = bringAlong(was, view.state, stranded)
      if (moved !== null) queueMicrotask(() => isCurrent(view, moved) && view.dispatch(moved))
    })
  }
  binding.type.observeDeep(binding._observeFunction)
  binding.mux(() => drawText(view, binding, drawing, 'opened'))
}

const isCurrent = (view: EditorView, { before }: Transaction): boolean =>
  !view.isDestroyed && view.state.doc === before

/** What went, what changed, and all in which it stands is drawn anew when it is asked for. */
function forgetChanged(drawing: Drawing, transaction: Y.Transaction): void {
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
      drawing.delete(struct.content.type)
  })
  for (const type of transaction.changed.keys()) drawing.delete(type)
  for (const type of transaction.changedParentTypes.keys()) drawing.delete(type)
}
