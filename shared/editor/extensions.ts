import { Extension, type Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { ParagraphKind } from '../agreement/rich-text.ts'
import { articleReference, block, field, roleWord } from './atoms.ts'
import { paragraph } from './paragraph.ts'
import { indent, liftAtStart, outdent, setKind, splitParagraph } from './paragraph-commands.ts'
import { parsePlainText } from './paste.ts'
import { deletion, insertion, suggestedAttributes } from './suggestion-marks.ts'
import { unmarkAtoms } from './unmark-atoms.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    paragraphs: {
      /** Makes the chosen paragraphs of this kind; false when they already are. */
      setParagraphKind: (kind: ParagraphKind) => ReturnType
      /** One step deeper; false when no chosen paragraph can. */
      indentParagraph: () => ReturnType
      /** One step back; false when no chosen paragraph can. */
      outdentParagraph: () => ReturnType
    }
  }
}

/** Flat: named one by one, because the node `block` has the name that editors use for the group. */
const document = Document.extend({ content: '(paragraph | block)+' })

const hardBreak = HardBreak.extend({ addAttributes: suggestedAttributes })

/** Keys and commands of flat paragraphs. The keys go before those of the base keymap. */
const paragraphs = Extension.create({
  name: 'paragraphs',
  priority: 1100,
  addCommands() {
    return {
      setParagraphKind:
        (kind) =>
        ({ state, dispatch }) =>
          setKind(kind)(state, dispatch),
      indentParagraph:
        () =>
        ({ state, dispatch }) =>
          indent(state, dispatch),
      outdentParagraph:
        () =>
        ({ state, dispatch }) =>
          outdent(state, dispatch),
    }
  },
  addKeyboardShortcuts() {
    const { editor } = this
    const run = (command: typeof indent) => () => command(editor.state, editor.view.dispatch)
    return {
      Enter: run(splitParagraph),
      Backspace: run(liftAtStart),
      // Outside the reach of indenting, Tab goes on to the next field as everywhere on the page.
      Tab: run(indent),
      'Shift-Tab': run(outdent),
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({ key: new PluginKey('paste'), props: { clipboardTextParser: parsePlainText } }),
      unmarkAtoms(),
    ]
  },
})

/**
 * THE list of nodes and marks of the rich text, exactly those of `shared/agreement/rich-text`, with the commands on paragraphs.
 * Without undo: there is one undo manager per person for the whole document. `client/editor` adds views to it.
 */
export function editorExtensions(): Extensions {
  return [
    document,
    paragraph,
    Text,
    hardBreak,
    field,
    articleReference,
    roleWord,
    block,
    Bold,
    Italic,
    Underline,
    insertion,
    deletion,
    paragraphs,
  ]
}
