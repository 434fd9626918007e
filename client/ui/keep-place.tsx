import { Component, type ReactNode } from 'react'

type Kept = {
  element: HTMLElement
  /** The item it is in; null for what stands beside the items. */
  item: string | null
  top: number
  selection: [Node, number, Node, number] | null
}

type KeepPlaceProps = {
  /** The names of the items, with a space between them. */
  order: string
  /** The element of an item by its name; null while it is not drawn. */
  itemAt: (name: string) => HTMLElement | null
  /** True where the page scrolls with it: what has the focus then stays where it was on the screen. */
  scrolls?: boolean
  children: ReactNode
}

/**
 * Around a list that others may put in another order. Moving an element in the page takes the focus and the caret from what is in it;
 * they are given back, and it stays where it was on the screen. Where the item itself was taken out, the focus goes to the one that came in its place:
 * not into its words, where what somebody types on would land.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  override getSnapshotBeforeUpdate(before: KeepPlaceProps): Kept | null {
    const element = document.activeElement
    if (before.order === this.props.order || !(element instanceof HTMLElement)) return null
    if (element === document.body) return null
    const item = namesIn(before).find((name) => before.itemAt(name)?.contains(element)) ?? null
    return { element, item, top: element.getBoundingClientRect().top, selection: selectionIn(element) }
  }

  override componentDidUpdate(before: KeepPlaceProps, _state: unknown, kept: Kept | null): void {
    if (kept === null) return
    const { element, item, top, selection } = kept
    if (!element.isConnected) {
      if (item !== null && document.activeElement === document.body) this.#goOnBeside(item, namesIn(before))
      return
    }
    if (document.activeElement !== element) {
      element.focus({ preventScroll: true })
      if (selection !== null) getSelection()?.setBaseAndExtent(...selection)
    }
    const moved = element.getBoundingClientRect().top - top
    if (this.props.scrolls === true && Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
  }

  #goOnBeside(gone: string, names: readonly string[]): void {
    const at = names.indexOf(gone)
    const inTurn = [...names.slice(at + 1), ...names.slice(0, at).reverse()]
    const next = inTurn.map((name) => this.props.itemAt(name)).find((item) => item !== null)
    const goesTo = next?.matches('[tabindex]') ? next : next?.querySelector('button')
    goesTo?.focus({ preventScroll: true })
    if (this.props.scrolls === true && goesTo) bringInSight(goesTo)
  }

  override render(): ReactNode {
    return this.props.children
  }
}

const namesIn = ({ order }: Pick<KeepPlaceProps, 'order'>): string[] => order.split(' ')

/** Its beginning may lie above the screen, where a long one was read half way. */
function bringInSight(element: HTMLElement): void {
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > innerHeight) element.scrollIntoView({ block: 'start', behavior: 'instant' })
}

function selectionIn(element: HTMLElement): Kept['selection'] {
  const selection = getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || !focusNode || !element.contains(anchorNode)) return null
  return [anchorNode, selection.anchorOffset, focusNode, selection.focusOffset]
}
