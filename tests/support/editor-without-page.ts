import { type Editor, getSchema } from '@tiptap/core'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { bindText, textBinding } from '../../client/editor/binding.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'

export const schema = getSchema(editorExtensions())

/** An editor of ours without a page: what it shows is its state, and whether signs are composed in it is said by hand. */
export type EditorWithoutPage = Pick<EditorView, 'state' | 'dispatch'> & {
  dom: EventTarget
  composing: boolean
}

/** Opens one on a text of a document. */
export function editorOf(fragment: Y.XmlFragment): EditorWithoutPage {
  const plugin = textBinding(fragment, schema)
  let state = EditorState.create({ schema, plugins: [plugin] })
  const view = {
    get state() {
      return state
    },
    dispatch: (transaction: Transaction) => {
      const before = state
      state = state.apply(transaction)
      binding?.update?.(view as unknown as EditorView, before)
    },
    hasFocus: () => false,
    dom: new EventTarget(),
    composing: false,
  }
  const binding = plugin.spec.view?.(view as unknown as EditorView)
  bindText({ state, view } as unknown as Editor)
  return view
}
