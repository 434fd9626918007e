import { useSyncExternalStore } from 'react'

/** From 1100 px at the usual letter size there is room for panels on both sides of the paper. */
const WIDE = '(min-width: 68.75em)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is wide enough for panels beside the paper. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
}
