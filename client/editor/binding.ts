import type { Editor } from '@tiptap/core'
import { Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { blocksOf, Drawing } from '../../shared/document/drawing.ts'
import { writeProse } from '../../shared/document/write-prose.ts'

/** The plugin that keeps an editor and a text of the document alike; `bindText` has it draw and write as we do. */
export const textBinding = (fragment: XmlFragment, schema: Schema) =>
  ySyncPlugin(fragment, { mapping: new Drawing(schema) })

/** Draws the text for the first time; from now on what is typed is written by `writeProse`. The caret in what others write stays with the library. */
export function bindText({ state, view }: Editor): void {
  const binding: ProsemirrorBinding = ySyncPluginKey.getState(state).binding
  const drawing = binding.mapping as Drawing
  binding._prosemirrorChanged = (node) => {
    binding.doc.transact(() => {
      writeProse(binding.type, node, drawing)
      binding.beforeTransactionSelection = getRelativeSelection(binding, view.state)
    }, ySyncPluginKey)
  }
  binding.mux(() => {
    const blocks = new Slice(Fragment.from(blocksOf(binding.type, drawing)), 0, 0)
    const drawn = state.tr.setMeta('addToHistory', false).replace(0, state.doc.content.size, blocks)
    view.dispatch(drawn.setMeta(ySyncPluginKey, { isChangeOrigin: true, binding }))
  })
}
