import type { Mark, Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView, type MarkViewConstructor } from '@tiptap/pm/view'
import { SUGGESTION_MARKS, suggestionIdOf } from '../../shared/agreement/suggestion.ts'
import { suggestionOn } from '../../shared/editor/suggest.ts'
import { partyColorClass } from '../ui/party-mark.tsx'
import type { SuggestMode } from './suggest-mode.ts'

type Options = { mode: SuggestMode; place: string }
/** How words of a proposal are drawn, as attributes of their element. */
type Look = Record<string, string>

const key = new PluginKey<DecorationSet>('proposedBy')
const PROPOSED = 'hs-proposed'
const WIDGET = 'ProseMirror-widget'

/**
 * Names who proposed what, over its first letter: not a letter moves. What is known of proposals changes often and mostly elsewhere: a text is drawn
 * again only when its own are called otherwise. Words carry it on the element of their mark: a decoration would be an element of its own around
 * them, which ProseMirror makes anew for each letter at its end (`TextViewDesc.markDirty`), and with it the place of the caret.
 */
export function proposedBy({ mode, place }: Options): Plugin {
  const lookOf = (id: string, isStart: boolean) => look(mode, place, id, isStart)
  const marks = createMarks(lookOf)
  return new Plugin({
    key,
    state: {
      init: (_config, state) => drawAtoms(state.doc, lookOf),
      apply: (transaction, drawn, _before, after) =>
        transaction.docChanged || transaction.getMeta(key) ? drawAtoms(after.doc, lookOf) : drawn,
    },
    props: {
      decorations: (state) => key.getState(state),
      markViews: { insertion: marks.view, deletion: marks.view },
      handleClickOn: (_view, _at, _node, _nodeAt, event) => {
        const target =
          event.target instanceof Element ? event.target.closest<HTMLElement>(`.${PROPOSED}`) : null
        const id = target?.dataset.proposal
        if (id !== undefined && event.detail === 1) mode.open(place, id)
        return false
      },
    },
    view: (view: EditorView) => {
      let known = mode.key(place)
      const stop = mode.subscribe(() => {
        const now = mode.key(place)
        if (now === known || view.isDestroyed) return
        known = now
        view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
      })
      marks.draw(view)
      // Also where the text is the same: a caret or a remark in it can have ProseMirror make an element anew.
      return { update: marks.draw, destroy: stop }
    },
  })
}

function look(mode: SuggestMode, place: string, id: string, isStart: boolean): Look {
  const by = mode.authorOf(place, id)
  const colour = by === null || by.partyIndex === null ? '' : partyColorClass(by.partyIndex)
  return {
    class: [PROPOSED, colour, isStart ? `${PROPOSED}--start` : ''].filter((each) => each !== '').join(' '),
    'data-proposal': id,
    ...(by && { title: by.said, 'data-initials': by.initials }),
  }
}

/** Facts, references and breaks carry a proposal as an attribute: they are drawn by decorations. */
function drawAtoms(doc: Node, lookOf: (id: string, isStart: boolean) => Look): DecorationSet {
  const decorations: Decoration[] = []
  let last: string | null = null
  doc.descendants((node, at) => {
    if (!node.isInline) {
      last = null
      return
    }
    const id = SUGGESTION_MARKS.map((kind) => suggestionOn(node, kind)).find((each) => each !== null) ?? null
    if (id !== null && !node.isText)
      decorations.push(
        Decoration.inline(at, at + node.nodeSize, { nodeName: 'span', ...lookOf(id, id !== last) }),
      )
    last = id
  })
  return DecorationSet.create(doc, decorations)
}

/** The elements of the marks of one text. */
function createMarks(lookOf: (id: string, isStart: boolean) => Look) {
  const ids = new WeakMap<Element, string>()
  const view: MarkViewConstructor = (mark: Mark) => {
    const isInsertion = mark.type.name === 'insertion'
    const dom = document.createElement(isInsertion ? 'ins' : 'del')
    dom.setAttribute(isInsertion ? 'data-insertion' : 'data-deletion', String(mark.attrs.id))
    ids.set(dom, suggestionIdOf(mark.attrs) ?? '')
    return { dom, ignoreMutation: ({ type, target }) => type === 'attributes' && target === dom }
  }
  const draw = ({ dom: text }: EditorView) => {
    for (const element of text.querySelectorAll('ins, del')) {
      const id = ids.get(element)
      // Words that one would put in and another take out again are told as of who would put them in.
      if (id === undefined || (element.localName === 'del' && element.closest('ins'))) continue
      wear(element, lookOf(id, idBefore(element, text) !== id))
    }
  }
  return { view, draw }
}

const WORN = ['class', 'data-proposal', 'title', 'data-initials'] as const

function wear(element: Element, attributes: Look): void {
  for (const name of WORN) {
    const value = attributes[name] ?? null
    if (element.getAttribute(name) === value) continue
    if (value === null) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
}

/** The proposal of which the words right before an element are; null behind plain words, and where a paragraph begins. */
function idBefore(element: Element, text: Element): string | null {
  let at: ChildNode | Element = element
  for (;;) {
    while (at.previousSibling === null) {
      const { parentElement }: { parentElement: Element | null } = at
      if (parentElement === null || parentElement === text || parentElement.localName === 'p') return null
      at = parentElement
    }
    at = at.previousSibling
    if (at instanceof Element && at.classList.contains(WIDGET)) continue
    const around = lastWithin(at).parentElement?.closest<HTMLElement>(`.${PROPOSED}`)
    return around?.dataset.proposal ?? null
  }
}

function lastWithin(node: ChildNode): ChildNode {
  return node.lastChild === null ? node : lastWithin(node.lastChild)
}
