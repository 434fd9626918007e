import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { readPassages } from '../../shared/document/passages.ts'
import {
  type AuthoredPassage,
  type Authorship,
  authoredPassages,
  fullNameOf,
  PASSAGE_START,
  passageClass,
} from './authorship.ts'

const key = new PluginKey<DecorationSet>('passageMarks')

/**
 * Shows who wrote what in one text, while the paper asks for it. Every passage is wrapped, never widened: not a letter moves.
 * While it is off a change costs one question.
 */
export function passageMarks(fragment: XmlFragment, authorship: Authorship): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn, _before, after) => {
        if (!authorship.isShown()) return DecorationSet.empty
        const fromOthers = ySyncPluginKey.getState(after)?.isChangeOrigin === true
        if (fromOthers || transaction.getMeta(key)) return draw(after, fragment, authorship)
        return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const drawing = redrawSoon(view)
      const stop = authorship.subscribe(drawing.ask)
      if (authorship.isShown()) drawing.ask()
      return {
        // One's own words are in the shared text only after this, so they are drawn in the next frame.
        update: (_view, before) => {
          if (authorship.isShown() && !before.doc.eq(view.state.doc)) drawing.ask()
        },
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

function draw({ doc }: EditorState, fragment: XmlFragment, { authorOf }: Authorship): DecorationSet {
  const starts: number[] = []
  doc.forEach((_child, offset) => {
    starts.push(offset + 1)
  })
  const decorations = authoredPassages(readPassages(fragment), authorOf).flatMap((passage) => {
    const start = starts[passage.block]
    const size = doc.maybeChild(passage.block)?.content.size ?? 0
    // In the moment between a change here and in the shared text the two may differ.
    return start === undefined || passage.to > size ? [] : decorationsOf(doc, passage, start)
  })
  return DecorationSet.create(doc, decorations)
}

/** Letters that belong together are never taken apart. */
const letters = new Intl.Segmenter('nl', { granularity: 'grapheme' })

function firstLetterAt(doc: Node, position: number): number {
  const text = doc.resolve(position).nodeAfter?.text ?? ''
  for (const { segment } of letters.segment(text)) return segment.length
  return 1
}

/**
 * `nodeName`: what the views draw is wrapped, never touched. The first letter stands apart: the rest can fall into pieces, by bold
 * words or somebody's caret, and the initials stand once.
 */
function decorationsOf(doc: Node, { from, to, author }: AuthoredPassage, start: number): Decoration[] {
  const look = { nodeName: 'span', class: passageClass(author), title: fullNameOf(author) }
  const first = { ...look, class: `${look.class} ${PASSAGE_START}`, 'data-initials': author.initials }
  const begin = start + from
  const end = start + to
  const cut = Math.min(end, begin + firstLetterAt(doc, begin))
  return [Decoration.inline(begin, cut, first), ...(cut < end ? [Decoration.inline(cut, end, look)] : [])]
}
