import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'

/** A place in the text where a table or form is drawn. */
export type BlockPlace = { key: number; name: string; dom: HTMLElement }

/** The places of the blocks in one text; the article draws a portal into each. */
export type BlockPlaces = {
  get(): readonly BlockPlace[]
  subscribe(listener: () => void): () => void
  add(name: string, dom: HTMLElement): { rename(name: string): void; remove(): void }
}

export function createBlockPlaces(): BlockPlaces {
  let places: readonly BlockPlace[] = []
  let lastKey = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly BlockPlace[]) => {
    places = next
    // Views come and go while the editor is drawing; React is told after it, never in the middle.
    queueMicrotask(() => {
      for (const listener of [...listeners]) listener()
    })
  }
  return {
    get: () => places,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    add: (name, dom) => {
      const key = ++lastKey
      set([...places, { key, name, dom }])
      return {
        rename: (next) => set(places.map((place) => (place.key === key ? { ...place, name: next } : place))),
        remove: () => set(places.filter((place) => place.key !== key)),
      }
    },
  }
}

const FOCUSABLE = 'button, input, select, textarea, [tabindex="0"]'

/** Puts the focus on the first control of a block; false when it has none. */
export function enterBlock(dom: HTMLElement): boolean {
  const control = dom.querySelector<HTMLElement>(FOCUSABLE)
  control?.focus()
  return control !== null
}

/** A view that holds the place of a block. What happens inside it is no business of the editor. */
export function blockView(initial: Node, places: BlockPlaces): NodeView {
  let node = initial
  const dom = document.createElement('div')
  dom.className = 'hs-block'
  dom.contentEditable = 'false'
  const place = places.add(String(node.attrs.name), dom)
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false
      if (next.attrs.name !== node.attrs.name) place.rename(String(next.attrs.name))
      node = next
      return true
    },
    selectNode: () => dom.classList.add('is-selected'),
    deselectNode: () => dom.classList.remove('is-selected'),
    stopEvent: (event) => event.target !== dom,
    ignoreMutation: () => true,
    destroy: () => place.remove(),
  }
}
