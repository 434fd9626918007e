import type { Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Inline } from '../agreement/rich-text.ts'

/** Something of the agreement that can be put into a text: a fact, a reference, a party word or a table. */
export type Piece =
  | Extract<Inline, { type: 'field' | 'articleReference' | 'roleWord' }>
  | { type: 'block'; attrs: { name: string } }

/**
 * Puts a piece where the caret is: a table after the paragraph, or in the place of an empty one; everything else in the sentence. A
 * party word at the start of a sentence gets its capital. False when the text knows no such node.
 */
export function insertPiece(piece: Piece): Command {
  return (state, dispatch) => {
    if (state.schema.nodes[piece.type] === undefined) return false
    const tr = piece.type === 'block' ? blockInserted(state, piece) : inlineInserted(state, piece)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function nodeOf(schema: Schema, piece: Piece) {
  return schema.node(piece.type, piece.attrs)
}

function blockInserted(state: EditorState, piece: Piece) {
  const { $to } = state.selection
  const node = nodeOf(state.schema, piece)
  const isEmpty = $to.depth > 0 && $to.parent.content.size === 0
  if (isEmpty && state.doc.childCount > 1) {
    return state.tr.replaceWith($to.before(1), $to.after(1), node)
  }
  const at = $to.depth > 0 ? $to.after(1) : state.selection.to
  return state.tr.insert(at, node)
}

function inlineInserted(state: EditorState, piece: Piece) {
  const { schema, selection, tr } = state
  const node = nodeOf(schema, capitalised(state, piece))
  // A chosen table stays: what is inserted comes in a paragraph after it.
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    const { to } = selection
    tr.insert(to, schema.node('paragraph', null, node))
    return tr.setSelection(TextSelection.create(tr.doc, to + 1 + node.nodeSize))
  }
  return tr.replaceSelectionWith(node, false)
}

function capitalised(state: EditorState, piece: Piece): Piece {
  if (piece.type !== 'roleWord') return piece
  const { $from } = state.selection
  const before = $from.depth > 0 ? $from.parent.textBetween(0, $from.parentOffset, ' ', 'x') : ''
  return { ...piece, attrs: { ...piece.attrs, capital: /(^|[.!?]\s+)$/.test(before.trimStart()) } }
}
