import { Component, type ReactNode } from 'react'

type Kept = { element: HTMLElement; top: number; selection: [Node, number, Node, number] | null }

type KeepPlaceProps = {
  order: string
  /** True where the page scrolls with it: what has the focus then stays where it was on the screen. */
  scrolls?: boolean
  children: ReactNode
}

/**
 * Around a list that others may put in another order. Moving an element in the page takes the focus and the caret from what is in it;
 * they are given back, and it stays where it was on the screen. `order` changes when the order does.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  override getSnapshotBeforeUpdate(before: { order: string }): Kept | null {
    const element = document.activeElement
    if (before.order === this.props.order || !(element instanceof HTMLElement)) return null
    if (element === document.body) return null
    return { element, top: element.getBoundingClientRect().top, selection: selectionIn(element) }
  }

  override componentDidUpdate(_props: unknown, _state: unknown, kept: Kept | null): void {
    if (kept === null || !kept.element.isConnected) return
    const { element, top, selection } = kept
    if (document.activeElement !== element) {
      element.focus({ preventScroll: true })
      if (selection !== null) getSelection()?.setBaseAndExtent(...selection)
    }
    const moved = element.getBoundingClientRect().top - top
    if (this.props.scrolls === true && Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
  }

  override render(): ReactNode {
    return this.props.children
  }
}

function selectionIn(element: HTMLElement): Kept['selection'] {
  const selection = getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || !focusNode || !element.contains(anchorNode)) return null
  return [anchorNode, selection.anchorOffset, focusNode, selection.focusOffset]
}
