import type { Editor } from '@tiptap/core'
import type { ParagraphKind } from '../../shared/agreement/rich-text.ts'
import { indent, outdent } from '../../shared/editor/paragraph-commands.ts'

export type ToolbarState = {
  bold: boolean
  italic: boolean
  underline: boolean
  /** Kind of the paragraph with the caret; null for a table. */
  kind: ParagraphKind | null
  canIndent: boolean
  canOutdent: boolean
  /** Words or facts of a text are selected. */
  hasSelection: boolean
}

/** What the toolbar shows; it asks the commands themselves whether they could run. */
export function toolbarState(editor: Editor): ToolbarState {
  const { state } = editor
  const { parent } = state.selection.$from
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    kind: parent.type.name === 'paragraph' ? (parent.attrs.kind as ParagraphKind) : null,
    canIndent: indent(state),
    canOutdent: outdent(state),
    hasSelection: !state.selection.empty,
  }
}
