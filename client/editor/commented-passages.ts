import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Span } from '../../shared/document/passage-anchor.ts'

/** Words of a text that somebody said something about. */
export type CommentedPassage = Span & { threadId: string }

/** The passages of the paper that are spoken of; the paper hands them in. */
export type CommentedPassages = {
  /** Those in one text, by the name of its fragment, where they stand now. */
  in(place: string): readonly CommentedPassage[]
  /** Another text for another set of passages in this place; the same as long as none comes or goes. */
  key(place: string): string
  subscribe(listener: () => void): () => void
}

const key = new PluginKey<DecorationSet>('commentedPassages')

/**
 * Shows which words are spoken of. They are wrapped, never widened: not a letter moves. One's own typing moves the marks along; they are looked up anew
 * only when another's change has redrawn the text, or when a passage comes or goes.
 */
export function commentedPassages(place: string, comments: CommentedPassages): Plugin {
  const draw = ({ doc }: EditorState) => decorate(doc, comments.in(place))
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn, _before, after) => {
        const fromOthers = ySyncPluginKey.getState(after)?.isChangeOrigin === true
        if (transaction.getMeta(key) || (fromOthers && transaction.docChanged)) return draw(after)
        return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const drawing = redrawSoon(view)
      let known = ''
      const look = () => {
        const now = comments.key(place)
        if (now !== known) drawing.ask()
        known = now
      }
      const stop = comments.subscribe(look)
      look()
      return {
        destroy: () => {
          stop()
          drawing.stop()
        },
      }
    },
  })
}

/** Draws again, at most once a frame. */
function redrawSoon(view: EditorView): { ask: () => void; stop: () => void } {
  let frame = 0
  const redraw = () => {
    frame = 0
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  }
  return {
    ask: () => {
      if (frame === 0) frame = requestAnimationFrame(redraw)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

function decorate(doc: Node, passages: readonly CommentedPassage[]): DecorationSet {
  if (passages.length === 0) return DecorationSet.empty
  const starts: number[] = []
  doc.forEach((_child, offset) => {
    starts.push(offset + 1)
  })
  const decorations = passages.flatMap((passage) => {
    const from = (starts[passage.from.block] ?? doc.content.size) + passage.from.offset
    const to = (starts[passage.to.block] ?? doc.content.size) + passage.to.offset
    if (from >= to || to > doc.content.size) return []
    return [Decoration.inline(from, to, lookOfPassage(passage))]
  })
  return DecorationSet.create(doc, decorations)
}

/** The look of words that are spoken of; the editor and the text that is only read share it. */
export function lookOfPassage({ threadId }: CommentedPassage) {
  return { class: 'hs-commented', 'data-thread': threadId }
}
