import { Editor, Extension, type Extensions, type Node as TiptapNode } from '@tiptap/core'
import type { XmlFragment } from 'yjs'
import { editorExtensions } from '../../shared/editor/extensions.ts'
import { bindText, textBinding } from './binding.ts'
import { type BlockPlaces, blockView } from './block-views.ts'
import { isCaretInSight, ROOM } from './caret-in-sight.ts'
import { carets } from './carets.ts'
import { commentedPassages } from './commented-passages.ts'
import { cursorBeforeKey, listenInFocus } from './dom-selection.ts'
import { inlineView } from './inline-views.ts'
import { paragraphNumbers } from './number-decorations.ts'
import type { PaperHost } from './paper-host.ts'
import { paperKeys } from './paper-keys.ts'
import { paragraphDirections } from './paragraph-directions.ts'
import { passageMarks } from './passage-marks.ts'
import { pastedTables } from './pasted-table.ts'
import { slashKey } from './slash-key.ts'
import { suggesting } from './suggesting.ts'

export type TextOptions = {
  fragment: XmlFragment
  /** Name of the fragment: `article:<id>`. */
  place: string
  /** Name of the text for a screen reader. */
  label: string
  /** How to leave with the keyboard, said once. */
  hint: string
  /** Number of the article, null when it has none; read at each drawing. */
  prefix: () => string | null
  blocks: BlockPlaces
  host: PaperHost
}

/** An editor for one text of the paper, bound to its fragment. The caller destroys it. */
export function createEditor(element: HTMLElement, options: TextOptions): Editor {
  const { host, label, hint } = options
  const editor = new Editor({
    element,
    extensions: [
      ...withViews(editorExtensions(), options),
      binding(options),
      suggesting({ ...options, mode: host.suggest, authorship: host.authorship }),
    ],
    injectCSS: false,
    // Signs that turn into layout by themselves surprise who types a contract.
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: 'hs-prose',
        'aria-label': label,
        'aria-multiline': 'true',
        'aria-description': hint,
        spellcheck: 'true',
        lang: 'nl',
      },
      handleScrollToSelection: isCaretInSight,
      scrollMargin: ROOM,
      scrollThreshold: ROOM,
    },
    onFocus: ({ editor: focused }) => host.places.activate(focused),
  })
  bindText(editor)
  listenInFocus(editor.view)
  return editor
}

/** The shared list of nodes, each atom with the view that draws it. */
function withViews(extensions: Extensions, { host, blocks }: TextOptions): Extensions {
  const inline = new Set(['field', 'articleReference', 'roleWord'])
  return extensions.map((extension) => {
    if (extension.name === 'block') {
      return (extension as TiptapNode).extend({
        addNodeView:
          () =>
          ({ node }) =>
            blockView(node, blocks),
      })
    }
    if (!inline.has(extension.name)) return extension
    return (extension as TiptapNode).extend({
      addNodeView:
        () =>
        ({ node }) =>
          inlineView(node, host),
    })
  })
}

/** Binds the text to the shared document. No undo of its own: the paper has one for everything. */
function binding({ fragment, place, prefix, host }: TextOptions): Extension {
  return Extension.create({
    name: 'binding',
    priority: 1200,
    addProseMirrorPlugins() {
      const { schema } = this.editor
      return [
        cursorBeforeKey(),
        paperKeys(host, place),
        slashKey(host.inserts),
        pastedTables(host.suggest),
        textBinding(fragment, schema),
        carets({ awareness: host.awareness, board: host.carets, place, describeOwner: host.describeOwner }),
        paragraphNumbers(prefix, host),
        paragraphDirections(),
        passageMarks(fragment, host.authorship),
        commentedPassages(place, host.comments),
      ]
    },
  })
}
