import type { Editor } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { Drawing } from '../../shared/document/drawing.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { CaretPlace } from './caret-place.ts'
import { Composition, PATIENCE } from './composition.ts'
import { drawText } from './draw-text.ts'
import { bringAlong, strandedLetters } from './stranded-words.ts'

/** The plugin that keeps an editor and a text of the document alike; `bindText` has it draw and write as we do. */
export const textBinding = (fragment: Y.XmlFragment, schema: Schema) =>
  ySyncPlugin(fragment, { mapping: new Drawing(schema) })

/** Draws the text for the first time. From now on what is typed is written by `writeProse`, and what others write is drawn by `drawText`. */
export function bindText({ state, view }: Editor): void {
  const binding: ProsemirrorBinding = ySyncPluginKey.getState(state).binding
  const composition = new Composition(view, binding, binding.mapping as Drawing)
  writeWhatIsTyped(view, binding, composition)
  drawWhatOthersWrite(view, binding, composition)
  drawOnceComposed(view, binding, composition)
  binding.mux(() => drawText(view, binding, binding.mapping as Drawing, 'opened'))
}

function writeWhatIsTyped(view: EditorView, binding: ProsemirrorBinding, composition: Composition): void {
  const place = new CaretPlace(binding, view)
  binding._prosemirrorChanged = (node) => {
    binding.doc.transact(() => {
      const text = composition.rebased(node)
      writeProse(binding.type, text.doc, binding.mapping as Drawing, text.caret)
      composition.wrote(text)
      if (composition.caret === null) place.lookAnew()
      else binding.beforeTransactionSelection = composition.caret
    }, ySyncPluginKey)
    if (composition.waits && !view.composing) queueMicrotask(() => drawWaiting(view, binding, composition))
  }
  const { beforeAllTransactions } = binding
  binding.doc.off('beforeAllTransactions', beforeAllTransactions)
  binding.beforeAllTransactions = () => {
    const { caret } = composition
    if (caret === null) beforeAllTransactions()
    else binding.beforeTransactionSelection = caret
  }
  binding.doc.on('beforeAllTransactions', binding.beforeAllTransactions)
}

function drawWhatOthersWrite(view: EditorView, binding: ProsemirrorBinding, composition: Composition): void {
  binding.type.unobserveDeep(binding._observeFunction)
  binding._observeFunction = (_: unknown, transaction: Y.Transaction) => {
    binding.mux(() => {
      forgetChanged(binding.mapping as Drawing, transaction)
      if (composition.drawsBeside(transaction)) return
      const { deleteSet, local } = transaction
      const deletes = Y.mergeDeleteSets([composition.end(), deleteSet])
      const why = transaction.origin instanceof Y.UndoManager ? 'undone' : 'changed'
      draw(view, binding, { deleteSet: deletes, local }, why)
    })
  }
  binding.type.observeDeep(binding._observeFunction)
}

/** ProseMirror listens too, and before: what was composed last is read from the page by then. */
function drawOnceComposed(view: EditorView, binding: ProsemirrorBinding, composition: Composition): void {
  const later = () => queueMicrotask(() => drawWaiting(view, binding, composition))
  for (const end of ['compositionend', 'blur']) view.dom.addEventListener(end, later)
  let pause: ReturnType<typeof setTimeout> | undefined
  const goOn = () => {
    composition.goesOn()
    clearTimeout(pause)
    pause = setTimeout(later, PATIENCE)
  }
  for (const sign of ['compositionstart', 'compositionupdate']) view.dom.addEventListener(sign, goOn)
}

function drawWaiting(view: EditorView, binding: ProsemirrorBinding, composition: Composition): void {
  if (!composition.waits || view.isDestroyed) return
  binding.mux(() => {
    binding.beforeAllTransactions()
    draw(view, binding, { deleteSet: composition.end(), local: false }, 'changed')
    binding.afterAllTransactions()
  })
}

/** Draws all of the text, after a change that took this out. */
function draw(
  view: EditorView,
  binding: ProsemirrorBinding,
  change: Pick<Y.Transaction, 'deleteSet' | 'local'>,
  why: 'undone' | 'changed',
): void {
  const was = view.state
  const stranded = strandedLetters(binding, change)
  drawText(view, binding, binding.mapping as Drawing, why)
  // An edit of this page's own, once the change of the other is through.
  const moved = bringAlong(was, view.state, stranded)
  if (moved !== null) queueMicrotask(() => isCurrent(view, moved) && view.dispatch(moved))
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
