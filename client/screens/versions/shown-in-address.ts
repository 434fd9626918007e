import { useRef, useSyncExternalStore } from 'react'

/** What the screen shows. It stands behind `#` in the address: the way back of the browser leads to the list, and a link to one comparison. */
export type Shown =
  | { view: 'list' }
  | { view: 'look'; id: string }
  | { view: 'compare'; from: string; to: string }
export const LIST: Shown = { view: 'list' }
/** The text of now, where a version can be named. */
export const NOW = 'now'

const LOOK = 'bekijk'
const COMPARE = 'vergelijk'

/** What an address names; null for a place in the page, such as the one the skip link leads to. */
export function readShown(hash: string): Shown | null {
  const [word = '', ...ids] = hash.replace(/^#/, '').split('/').map(decodeOr)
  const [from = '', to = NOW] = ids
  if (word === '') return LIST
  if (from === '' || to === '') return null
  if (word === LOOK) return { view: 'look', id: from }
  return word === COMPARE ? { view: 'compare', from, to } : null
}

/** The end of the address of it, from `#`. */
export function hashOf(shown: Shown): string {
  const parts = partsOf(shown)
  return `#${parts.map(encodeURIComponent).join('/')}`
}

function partsOf(shown: Shown): string[] {
  switch (shown.view) {
    case 'list':
      return []
    case 'look':
      return [LOOK, shown.id]
    case 'compare':
      return [COMPARE, shown.from, shown.to]
  }
}

/** What the address bar names, followed, and the way to something else. The same value until it is another. */
export function useShown(): [Shown, (next: Shown) => void] {
  const last = useRef<Shown>(LIST)
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const shown = readShown(hash)
  if (shown !== null && JSON.stringify(shown) !== JSON.stringify(last.current)) last.current = shown
  return [last.current, show]
}

const show = (next: Shown) => {
  location.hash = hashOf(next)
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
