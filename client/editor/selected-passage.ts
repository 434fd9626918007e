import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Span, Spot } from '../../shared/document/passage-anchor.ts'
import type { PlaceRegistry } from './place-registry.ts'

/** Words of one text that somebody selected, by the name of its fragment. */
export type SelectedPassage = { place: string; span: Span }

/** The words that are selected on the paper now, in an editor or in a text that is only read; null when there are none in one text. */
export function maybeSelectedPassage(places: Pick<PlaceRegistry, 'active'>): SelectedPassage | null {
  const editor = places.active()
  if (editor !== null && !editor.isDestroyed && editor.view.hasFocus()) return inEditor(editor.view)
  return inPage(document.getSelection())
}

const placeOf = (element: Element | null | undefined) =>
  element?.closest<HTMLElement>('.hs-text[data-text]')?.dataset.text ?? null

function inEditor(view: EditorView): SelectedPassage | null {
  const { selection } = view.state
  const place = placeOf(view.dom)
  if (place === null || selection.empty) return null
  if (selection instanceof NodeSelection && selection.node.isBlock) return null
  const spot = ($at: typeof selection.$from): Spot =>
    $at.depth === 0 ? { block: $at.index(), offset: 0 } : { block: $at.index(0), offset: $at.parentOffset }
  return { place, span: { from: spot(selection.$from), to: spot(selection.$to) } }
}

function inPage(selection: Selection | null): SelectedPassage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = spotInPage(range.startContainer, range.startOffset, 'start')
  const to = spotInPage(range.endContainer, range.endOffset, 'end')
  if (from === null || to === null || from.place !== to.place) return null
  return { place: from.place, span: { from: from.spot, to: to.spot } }
}

/** Where a place in the page is in a text that is drawn to be read: the index of its paragraph, and the letters and facts before it. */
function spotInPage(node: Node, offset: number, side: 'start' | 'end'): { place: string; spot: Spot } | null {
  const element = node instanceof Element ? node : node.parentElement
  const place = placeOf(element)
  const prose = element?.closest('.hs-prose')
  if (place === null || !prose || prose.hasAttribute('contenteditable')) return null
  const paragraph = [...prose.children].find((child) => child.contains(node))
  // The whole text is selected, as "select all" does.
  if (paragraph === undefined) return { place, spot: { block: offset, offset: 0 } }
  if (paragraph.tagName !== 'P') return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  const atom = element?.closest(ATOMS)
  if (atom && side === 'start') before.setEndBefore(atom)
  else if (atom) before.setEndAfter(atom)
  else before.setEnd(node, offset)
  const block = [...prose.children].indexOf(paragraph)
  return { place, spot: { block, offset: lengthOf(before.cloneContents()) } }
}

/** What stands in a text as one thing, however it reads. */
const ATOMS = '.hs-fact, .hs-reference, .hs-role-word, br'

function lengthOf(part: DocumentFragment | Element): number {
  let length = 0
  for (const child of part.childNodes) {
    if (child instanceof Text) length += child.data.length
    else if (child instanceof Element) length += child.matches(ATOMS) ? 1 : lengthOf(child)
  }
  return length
}
