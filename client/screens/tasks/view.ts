import { useRef, useSyncExternalStore } from 'react'

/** What the screen shows. It stands behind `#` in the address, so that a link can lead to one task. */
export type View = { name: 'pick' } | { name: 'overview' } | { name: 'task'; taskId: string }

const OVERVIEW = 'overzicht'
const TASK = 'taak-'

/** The view an address names; null for a place in the page, such as the one the skip link leads to. */
export function readView(hash: string): View | null {
  const word = hash.replace(/^#/, '')
  if (word === '') return { name: 'pick' }
  if (word === OVERVIEW) return { name: 'overview' }
  return word.startsWith(TASK) ? { name: 'task', taskId: word.slice(TASK.length) } : null
}

/** The end of the address of a view, from `#`. */
export function hashOf(view: View): string {
  if (view.name === 'task') return `#${TASK}${view.taskId}`
  return view.name === 'overview' ? `#${OVERVIEW}` : '#'
}

/** The view in the address bar, followed. */
export function useView(): View {
  const last = useRef<View>({ name: 'pick' })
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const view = readView(hash)
  if (view !== null && JSON.stringify(view) !== JSON.stringify(last.current)) last.current = view
  return last.current
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}
