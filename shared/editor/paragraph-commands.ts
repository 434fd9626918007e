import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import { MAX_LEVEL, type ParagraphKind } from '../agreement/rich-text.ts'

/** What the commands change of a paragraph. */
export type ParagraphShape = { kind: ParagraphKind; level: number }

const shapeOf = (node: Node): ParagraphShape => ({ kind: node.attrs.kind, level: node.attrs.level })
const sameShape = (a: ParagraphShape, b: ParagraphShape): boolean => a.kind === b.kind && a.level === b.level

/** One step to the right: a clause becomes a sub-clause, everything else goes a level deeper. Null at the deepest. */
export function deeper({ kind, level }: ParagraphShape): ParagraphShape | null {
  if (kind === 'clause') return { kind: 'subclause', level: 0 }
  if (kind === 'heading') return null
  return level < MAX_LEVEL ? { kind, level: level + 1 } : null
}

/** One step to the left; a sub-clause of the first level becomes a clause again. Null when it cannot. */
export function shallower({ kind, level }: ParagraphShape): ParagraphShape | null {
  if (level > 0) return { kind, level: level - 1 }
  return kind === 'subclause' ? { kind: 'clause', level: 0 } : null
}

/** What Backspace at the start does before it joins: first less deep, then an ordinary clause, then no number. */
export function lifted(shape: ParagraphShape): ParagraphShape | null {
  const left = shallower(shape)
  if (left) return left
  if (shape.kind === 'plain') return null
  return { kind: 'plain', level: 0 }
}

/** Changes the shape of every paragraph in the selection; false when that changes none of them. */
function reshape(next: (shape: ParagraphShape) => ParagraphShape | null): Command {
  return (state, dispatch) => {
    const { tr } = state
    for (const { $from, $to } of state.selection.ranges) {
      state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
        if (node.type.name !== 'paragraph') return
        const shape = next(shapeOf(node))
        if (shape && !sameShape(shape, shapeOf(node))) {
          tr.setNodeMarkup(position, null, { ...node.attrs, ...shape })
        }
      })
    }
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Makes the chosen paragraphs of this kind, at the first level. */
export const setKind = (kind: ParagraphKind): Command => reshape(() => ({ kind, level: 0 }))
export const indent: Command = reshape(deeper)
export const outdent: Command = reshape(shallower)

function atParagraphStart(state: EditorState): Node | null {
  const { $from, empty } = state.selection
  if (!empty || !(state.selection instanceof TextSelection)) return null
  return $from.parent.type.name === 'paragraph' && $from.parentOffset === 0 ? $from.parent : null
}

/** Backspace at the start of a paragraph; false elsewhere and when there is nothing left to lift. */
export const liftAtStart: Command = (state, dispatch) => {
  if (!atParagraphStart(state)) return false
  return reshape(lifted)(state, dispatch)
}

/**
 * Enter: the new paragraph has the same kind and level; after a heading comes a clause, and an empty sub-clause or bullet
 * steps back instead. A condition stays with both halves of a sentence, not with what is newly written after it.
 */
export const splitParagraph: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const parent = $from.parent
  if (parent.type.name !== 'paragraph' || !$from.sameParent($to)) return false
  const shape = shapeOf(parent)
  if (parent.content.size === 0 && (shape.kind === 'subclause' || shape.kind === 'bullet')) {
    return reshape((each) => shallower(each) ?? { kind: 'clause', level: 0 })(state, dispatch)
  }
  const atEnd = $to.parentOffset === parent.content.size
  const attrs = {
    ...parent.attrs,
    kind: shape.kind === 'heading' && atEnd ? 'clause' : shape.kind,
    onlyIf: atEnd ? null : parent.attrs.onlyIf,
  }
  const tr = state.tr.deleteSelection()
  const position = tr.mapping.map($from.pos)
  const types = [{ type: parent.type, attrs }]
  if (!canSplit(tr.doc, position, 1, types)) return false
  dispatch?.(tr.split(position, 1, types).scrollIntoView())
  return true
}
