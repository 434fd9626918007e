import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Child } from '../../shared/document/rich-text-read.ts'
import { type Step, steps } from '../../shared/support/steps.ts'
import { maybeChange } from './draw-text.ts'

/** A paragraph or table, with what of the document it draws; null where the document says something else by now. */
export type Shown = { block: Node; child: Child | null }

/**
 * What is shown while signs are composed in a paragraph: the text as the document says it, but for that paragraph, which stays as it is. Null where the
 * document says that one as it is shown.
 */
export function besideComposed(state: EditorState, said: readonly Shown[]): Shown[] | null {
  const composed = state.selection.$head.index(0)
  const was = state.doc.children.map((block, index) => ({
    block,
    child: null,
    isComposed: index === composed,
  }))
  const numbers = new Map(state.doc.children.map((block, index) => [block, `${index}`]))
  const shown: Shown[] = []
  let isHeld = false
  let gap: Gap = { was: [], said: [] }
  const close = () => {
    isHeld ||= gap.was.some(({ isComposed }) => isComposed)
    shown.push(...shownOf(gap))
    gap = { was: [], said: [] }
  }
  for (const step of steps<Shown>(was, said, ({ block }) => numbers.get(block) ?? 'came') as Step<Was>[]) {
    if (step.state === 'gone') gap.was.push(step.was)
    else if (step.state === 'came') gap.said.push(step.now)
    else {
      close()
      shown.push(step.now)
    }
  }
  close()
  return isHeld ? shown : null
}

type Was = Shown & { isComposed: boolean }
type Gap = { was: Was[]; said: Shown[] }

/** Where as many blocks stand as before, each is taken for the one in its place. */
function shownOf({ was, said }: Gap): Shown[] {
  if (!was.some(({ isComposed }) => isComposed)) return said
  if (was.length !== said.length) return was
  return was.map((each, index) => (each.isComposed ? each : (said[index] ?? each)))
}

/** The change that shows these; the selection stays where it is in its paragraph. Null when they are shown. */
export function showingBeside(
  { doc, selection, tr }: EditorState,
  shown: readonly Shown[],
): Transaction | null {
  const next = doc.copy(Fragment.from(shown.map(({ block }) => block)))
  const change = maybeChange(doc, next)
  if (change === null) return null
  tr.replace(change.from, change.to, change.slice)
  if (!tr.doc.eq(next)) return null
  const composed = doc.child(selection.$head.index(0))
  let moved = -selection.$head.before(1)
  for (const { block } of shown) {
    if (block === composed) break
    moved += block.nodeSize
  }
  const { anchor, head } = selection
  return tr.setSelection(TextSelection.create(tr.doc, anchor + moved, head + moved))
}
