import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { asItStands } from '../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../shared/agreement/canonical-rich-text.ts'
import type { ParagraphKind } from '../../shared/agreement/rich-text.ts'
import { readPassages } from '../../shared/document/passages.ts'
import { wordsOfBlock } from '../../shared/document/proposed-change.ts'
import { asSuggestion, keepPlainWords } from '../../shared/editor/suggest.ts'
import type { Authorship } from './authorship.ts'
import { proposedBy } from './proposed-by.ts'
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
