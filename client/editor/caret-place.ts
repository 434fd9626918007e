import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, type ProsemirrorBinding } from '@tiptap/y-tiptap'

/**
 * What the caret of an editor stands beside, told to its binding before each change of the document. Looked up anew only after the editor itself changed: a
 * large agreement has a text for each article, and y-tiptap looks it up in all of them for every letter that anybody writes anywhere.
 */
export class CaretPlace {
  readonly #binding: ProsemirrorBinding
  readonly #view: EditorView
  #known: { of: EditorState; place: ReturnType<typeof getRelativeSelection> } | null = null

  constructor(binding: ProsemirrorBinding, view: EditorView) {
    this.#binding = binding
    this.#view = view
    binding.doc.off('beforeAllTransactions', binding.beforeAllTransactions)
    binding.beforeAllTransactions = () => {
      if (binding.beforeTransactionSelection === null) this.#tell()
    }
    binding.doc.on('beforeAllTransactions', binding.beforeAllTransactions)
  }

  /** The document now says what the editor shows, so the caret stands beside something that it did not know before. */
  lookAnew(): void {
    this.#known = null
    this.#tell()
  }

  #tell(): void {
    const { state } = this.#view
    const known = this.#known?.of === state ? this.#known : null
    this.#known = known ?? { of: state, place: getRelativeSelection(this.#binding, state) }
    this.#binding.beforeTransactionSelection = this.#known.place
  }
}
