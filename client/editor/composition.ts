import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { blocksOf, type Drawing } from '../../shared/document/drawing.ts'
import { besideComposed, type Shown, showingBeside } from './beside-composed.ts'
import { isGone } from './draw-text.ts'
import { placeIn, rebase, type TextWithCaret } from './rebase.ts'

type Deletes = Y.Transaction['deleteSet']

/** How long (ms) after its last sign a composition holds up what others write: a telephone composes a word for as long as the caret stands in it. */
export const PATIENCE = 8000

/**
 * What others write in a paragraph in which signs are composed stands in the document at once, and is drawn when they are composed: an input
 * method holds on to the letters on the page, and where those are drawn anew under it, its half signs stay behind. What is typed meanwhile is written
 * into the document where it belongs.
 */
export class Composition {
  readonly #view: EditorView
  readonly #binding: ProsemirrorBinding
  readonly #drawing: Drawing
  /** The text as it is shown, while the document says another. */
  #shown: TextWithCaret | null = null
  /** Where the caret is in the document. */
  #caret: Y.RelativePosition | null = null
  #deletes: Deletes[] = []
  #composedAt = Number.NEGATIVE_INFINITY

  constructor(view: EditorView, binding: ProsemirrorBinding, drawing: Drawing) {
    this.#view = view
    this.#binding = binding
    this.#drawing = drawing
    compositions.set(binding, this)
  }

  /** A sign was composed just now. */
  goesOn(): void {
    this.#composedAt = performance.now()
  }

  /** True while something of others waits to be drawn. */
  get waits(): boolean {
    return this.#shown !== null
  }

  /** The caret in the document, as the binding keeps it; null when all is drawn. */
  get caret(): ProsemirrorBinding['beforeTransactionSelection'] | null {
    if (this.#shown === null) return null
    const { anchor, head } = this.#view.state.selection
    return {
      type: 'text',
      depth: undefined,
      anchor: this.#caret,
      head: this.#caret,
      absAnchor: anchor,
      absHead: head,
    }
  }

  /** Draws what others changed but for the paragraph in which signs are composed; false when nothing has to wait. */
  drawsBeside(transaction: Y.Transaction): boolean {
    const { state, composing } = this.#view
    const isOver = !composing || performance.now() - this.#composedAt >= PATIENCE
    if (isOver || transaction.local) return false
    const said = this.#said()
    const shown = besideComposed(state, said)
    if (shown === null) return false
    this.#caret = this.#caretBehind(this.#shown ?? textOf(state))
    this.#deletes.push(transaction.deleteSet)
    this.#draw(shown)
    this.#shown = textOf(this.#view.state)
    return true
  }

  /** What the document is to say after the person changed the text that is shown to this one. */
  rebased(node: Node): TextWithCaret {
    const now = { doc: node, caret: this.#view.state.selection.head }
    return this.#shown === null ? now : rebase(this.#shown, now, this.#document())
  }

  /** Call it once that is written. */
  wrote({ caret }: TextWithCaret): void {
    if (!this.waits) return
    this.#caret = this.#relative(caret)
    this.#shown = textOf(this.#view.state)
  }

  /** All is going to be drawn. Gives what others took out while it waited. */
  end(): Deletes {
    const deletes = Y.mergeDeleteSets(this.#deletes)
    this.#shown = null
    this.#deletes = []
    return deletes
  }

  /** Where a place in the document is in the text that is shown. */
  placeOnPage(place: number): number {
    return this.#shown === null ? place : placeIn(this.#document(), this.#shown, place)
  }

  #said(): Shown[] {
    return this.#binding.type.toArray().flatMap((child) => {
      const block = this.#drawing.get(child)
      return block ? [{ block, child }] : []
    })
  }

  #document(): TextWithCaret {
    const { doc, type } = this.#binding
    const said = this.#saidText()
    const known = this.#caret && relativePositionToAbsolutePosition(doc, type, this.#caret, this.#drawing)
    const caret = known ?? byLetters(this.#shown ?? textOf(this.#view.state), said)
    return { doc: said, caret: Math.min(caret, said.content.size) }
  }

  /** Behind its letter; where that was written anew or is gone, where the letters around it are. */
  #caretBehind(shown: TextWithCaret): Y.RelativePosition {
    const known: Y.RelativePosition | null = this.#binding.beforeTransactionSelection?.head ?? null
    if (known !== null && !isGone(this.#binding.doc, known)) return known
    return this.#relative(byLetters(shown, this.#saidText()))
  }

  #saidText(): Node {
    return this.#view.state.doc.type.create(null, blocksOf(this.#binding.type, this.#drawing))
  }

  #relative(place: number): Y.RelativePosition {
    return absolutePositionToRelativePosition(place, this.#binding.type, this.#drawing)
  }

  #draw(shown: readonly Shown[]): void {
    const drawn = showingBeside(this.#view.state, shown)
    if (drawn === null) return
    drawn.setMeta('addToHistory', false).setMeta(ySyncPluginKey, { isChangeOrigin: true })
    this.#view.dispatch(drawn)
    for (const [index, { child }] of shown.entries())
      if (child !== null) this.#drawing.draws(child, this.#view.state.doc.child(index))
  }
}

const textOf = ({ doc, selection }: EditorState): TextWithCaret => ({ doc, caret: selection.head })

const byLetters = ({ doc, caret }: TextWithCaret, said: Node): number =>
  placeIn({ doc, caret: 0 }, { doc: said, caret: 0 }, caret)

const compositions = new WeakMap<ProsemirrorBinding, Composition>()

/** What waits in the text of a binding. */
export const compositionIn = (binding: ProsemirrorBinding): Composition | undefined =>
  compositions.get(binding)
