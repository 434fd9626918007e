import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { createRelativePositionFromJSON } from 'yjs'
import type { Caret, CaretBoard } from './caret-board.ts'
import { caretElement, selectionClass } from './caret-element.ts'
import { nameCaretUnder } from './caret-under-pointer.ts'
import { compositionIn } from './composition.ts'
import type { CaretOwner } from './paper-host.ts'

/** How often a moving caret is told to others, in milliseconds. */
const PUBLISH_EVERY = 80

const key = new PluginKey<DecorationSet>('carets')

export type CaretOptions = {
  awareness: Awareness
  board: CaretBoard
  /** Name of this text. */
  place: string
  describeOwner(state: Record<string, unknown>): CaretOwner | null
}

/** The carets of others in this text, and one's own told to them. */
export function carets(options: CaretOptions): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn, _before, after) => {
        const fromOthers = ySyncPluginKey.getState(after)?.isChangeOrigin === true
        if (fromOthers || transaction.getMeta(key)) return drawCarets(after, options)
        return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        pointermove: ({ dom }, event) => nameCaretUnder(dom, event),
        pointerleave: ({ dom }) => nameCaretUnder(dom, null),
      },
    },
    view: (view) => {
      const stopDrawing = followOthers(view, options)
      const own = tellOthers(view, options)
      return {
        update: () => own.update(),
        destroy: () => {
          stopDrawing()
          own.stop()
        },
      }
    },
  })
}

/** Draws again when somebody's caret came into, moved in or left this text. */
function followOthers(view: EditorView, { board, place }: CaretOptions): () => void {
  const redraw = () => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  }
  const stop = board.follow(place, redraw)
  // An editor that is being made is drawn once it is there.
  const first = board.in(place).length > 0 ? requestAnimationFrame(redraw) : 0
  return () => {
    stop()
    cancelAnimationFrame(first)
  }
}

function drawCarets(state: EditorState, { board, place, describeOwner }: CaretOptions): DecorationSet {
  const decorations = board.in(place).flatMap(({ clientId, at, state: theirs }) => {
    const owner = describeOwner(theirs)
    const anchor = positionOf(state, at.anchor)
    const head = positionOf(state, at.head)
    if (owner === null || anchor === null || head === null) return []
    const look = `${clientId}:${owner.name}:${owner.party}:${owner.partyIndex}`
    return [
      Decoration.widget(head, () => caretElement(owner), {
        // Made anew when it moves, so that its name shows again for a while.
        key: `${look}@${head}`,
        side: 10,
        ignoreSelection: true,
      }),
      Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: selectionClass(owner) }),
    ]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** The place of a relative position in this text; null when it is not in it or is no position at all. */
function positionOf(state: EditorState, position: unknown): number | null {
  const sync = ySyncPluginKey.getState(state)
  try {
    const relative = createRelativePositionFromJSON(position)
    const found = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping)
    if (found === null) return null
    const shown = compositionIn(sync.binding)?.placeOnPage(found) ?? found
    return Math.min(shown, state.doc.content.size)
  } catch {
    // Anything can stand in another's state; what is no position has no caret.
    return null
  }
}

function tellOthers(view: EditorView, { awareness, place }: CaretOptions) {
  let timer = 0
  let told = ''
  const publish = () => {
    timer = 0
    if (view.isDestroyed) return
    const next = view.hasFocus() ? ownCaret(view.state, place) : null
    const summary = JSON.stringify(next)
    if (summary === told) return
    const current = awareness.getLocalState()?.cursor as Caret | null | undefined
    // Only the text that holds the caret may take it away: another one may have it by now.
    if (next !== null || current?.in === place) awareness.setLocalStateField('cursor', next)
    told = summary
  }
  const update = () => {
    if (timer === 0) timer = window.setTimeout(publish, PUBLISH_EVERY)
  }
  view.dom.addEventListener('focusin', update)
  view.dom.addEventListener('focusout', update)
  return {
    update,
    stop: () => {
      window.clearTimeout(timer)
      view.dom.removeEventListener('focusin', update)
      view.dom.removeEventListener('focusout', update)
      const current = awareness.getLocalState()?.cursor as Caret | null | undefined
      if (current?.in === place) awareness.setLocalStateField('cursor', null)
    },
  }
}

function ownCaret(state: EditorState, place: string): Caret {
  const sync = ySyncPluginKey.getState(state)
  const waiting = compositionIn(sync.binding)?.caret ?? null
  if (waiting !== null) return { in: place, anchor: waiting.anchor, head: waiting.head }
  const relative = (position: number) =>
    absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
  return { in: place, anchor: relative(state.selection.anchor), head: relative(state.selection.head) }
}
