import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { asItStands } from '../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../shared/agreement/canonical-rich-text.ts'
import type { ParagraphKind } from '../../shared/agreement/rich-text.ts'
import { SUGGESTION_MARKS } from '../../shared/agreement/suggestion.ts'
import { readPassages } from '../../shared/document/passages.ts'
import { wordsOfBlock } from '../../shared/document/proposed-change.ts'
import { asSuggestion, keepPlainWords, suggestionOn } from '../../shared/editor/suggest.ts'
import { partyColorClass } from '../ui/party-mark.tsx'
import type { Authorship } from './authorship.ts'
import type { ParagraphAt, SuggestMode } from './suggest-mode.ts'

type Options = { fragment: XmlFragment; place: string; mode: SuggestMode; authorship: Authorship }

/** Turns what is done into what is proposed while the person proposes, and shows whose proposals stand in the text. */
export function suggesting(options: Options): Extension {
  const { mode, place } = options
  return Extension.create({
    name: 'suggesting',
    // Before the keys of paragraphs and of the paper.
    priority: 1300,
    addStorage: () => ({ place }),
    dispatchTransaction({ transaction, next }) {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined)
        return next(transaction)
      const { state } = this.editor
      if (!mode.isOn()) {
        if (isGuarded(transaction, state, options)) return
        if (mode.said() !== null && transaction.getMeta('uiEvent') !== 'paste') mode.say(null)
        keepPlainWords(transaction)
        return next(transaction)
      }
      const turned = asSuggestion(transaction, state, mode)
      if (typeof turned === 'string') {
        mode.say(turned)
        return
      }
      mode.say(null)
      next(turned)
    },
    addProseMirrorPlugins: () => [proposedBy(options), paragraphKey(options), composing(mode)],
  })
}

/** The name of the text that an editor of the paper edits. */
export function suggestPlaceOf(editor: Editor): string | null {
  const stored: unknown = (editor.storage as unknown as Record<string, unknown>).suggesting
  const found = typeof stored === 'object' && stored !== null && 'place' in stored ? stored.place : null
  return typeof found === 'string' ? found : null
}

/** The paragraph at a place in the text; null when a table stands there. */
export function paragraphAt(doc: Node, place: string, index: number): ParagraphAt | null {
  const node = doc.maybeChild(index)
  if (node?.type.name !== 'paragraph') return null
  const standing = asItStands(canonicalRichText({ type: 'doc', content: [node.toJSON()] }))
  const { kind, level } = node.attrs as { kind: ParagraphKind; level: number }
  return { place, index, seen: wordsOfBlock(standing.content[0]), kind, level }
}

/** Enter asks for the new paragraph that cannot be made by a mark. */
function paragraphKey({ mode, place }: Options): Plugin {
  return new Plugin({
    key: new PluginKey('proposedParagraph'),
    props: {
      handleKeyDown: ({ state }, event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !mode.isOn()) return false
        if (state.selection instanceof NodeSelection) return false
        const at = paragraphAt(state.doc, place, state.selection.$to.index(0))
        if (at !== null) mode.askParagraph(at)
        return at !== null
      },
    },
  })
}

/** What an input method composes stands in its mark from the first sign on, so that the page is not drawn anew under it. */
function composing(mode: SuggestMode): Plugin {
  return new Plugin({
    key: new PluginKey('composedProposal'),
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          const { state } = view
          const { insertion, deletion } = state.schema.marks
          if (!mode.isOn() || !state.selection.empty || !insertion) return false
          const around = state.storedMarks ?? state.selection.$from.marks()
          const known = around.find(({ type, attrs }) => type === insertion && mode.isOwn(String(attrs.id)))
          const kept = around.filter(({ type }) => type !== insertion && type !== deletion)
          const mark = known ?? insertion.create({ id: mode.newId() })
          view.dispatch(state.tr.setStoredMarks(mark.addToSet(kept)))
          return false
        },
      },
    },
  })
}

/** True when it takes out a paragraph in which others wrote, and the agreement asks for a proposal then. */
function isGuarded(transaction: Transaction, { doc }: EditorState, options: Options): boolean {
  const { mode, fragment, authorship, place } = options
  if (!mode.guardsParagraphs()) return false
  const gone = paragraphsTakenOut(transaction, doc)
  if (gone.length === 0) return false
  const passages = readPassages(fragment)
  const ofOthers = gone.filter((index) =>
    passages.some(({ block, clientId }) => {
      const author = block === index ? authorship.authorOf(clientId) : null
      return author !== null && author.key !== mode.ownKey()
    }),
  )
  if (ofOthers.length === 0) return false
  for (const index of ofOthers) {
    const at = paragraphAt(doc, place, index)
    if (at !== null) mode.proposeRemoval(at)
  }
  mode.say('guarded')
  return true
}

/** The paragraphs with words of which a step leaves nothing. */
function paragraphsTakenOut({ steps }: Transaction, doc: Node): number[] {
  const [step] = steps
  if (!(step instanceof ReplaceStep) || step.slice.content.textBetween(0, step.slice.content.size) !== '')
    return []
  const gone: number[] = []
  doc.forEach((node, offset, index) => {
    const start = offset + 1
    const end = offset + node.nodeSize - 1
    if (node.textContent !== '' && step.from <= start && end <= step.to) gone.push(index)
  })
  return gone
}

const key = new PluginKey<DecorationSet>('proposedBy')

/**
 * Names who proposed what, over its first letter: not a letter moves. What is known of proposals changes often and mostly elsewhere: a text is drawn
 * again only when its own are called otherwise.
 */
export function proposedBy({ mode, place }: Pick<Options, 'mode' | 'place'>): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => draw(state.doc, mode, place),
      apply: (transaction, drawn, _before, after) =>
        transaction.docChanged || transaction.getMeta(key) ? draw(after.doc, mode, place) : drawn,
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClickOn: (_view, _at, _node, _nodeAt, event) => {
        const target =
          event.target instanceof Element ? event.target.closest<HTMLElement>('.hs-proposed') : null
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
      return { destroy: stop }
    },
  })
}

function draw(doc: Node, mode: SuggestMode, place: string): DecorationSet {
  const decorations: Decoration[] = []
  let last: string | null = null
  doc.descendants((node, at) => {
    if (!node.isInline) {
      last = null
      return
    }
    const id = SUGGESTION_MARKS.map((kind) => suggestionOn(node, kind)).find((each) => each !== null) ?? null
    if (id !== null) {
      const by = mode.authorOf(place, id)
      const colour = by === null || by.partyIndex === null ? '' : partyColorClass(by.partyIndex)
      const look = {
        nodeName: 'span',
        class: `hs-proposed ${colour} ${id === last ? '' : 'hs-proposed--start'}`.trim(),
        'data-proposal': id,
        ...(by && { title: by.said, 'data-initials': by.initials }),
      }
      decorations.push(Decoration.inline(at, at + node.nodeSize, look))
    }
    last = id
  })
  return DecorationSet.create(doc, decorations)
}
