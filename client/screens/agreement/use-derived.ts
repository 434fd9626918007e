import { useCallback, useRef, useSyncExternalStore } from 'react'
import { calmly } from '../../ui/calmly.ts'

/**
 * Follows a value that is derived from something that changes at every keystroke. The component is drawn again only when the derived
 * value differs, compared as JSON, and when the changes rest.
 */
export function useDerived<T>(subscribe: (listener: () => void) => () => void, derive: () => T): T {
  const last = useRef<{ json: string; value: T } | null>(null)
  const getSnapshot = () => {
    const value = derive()
    const json = JSON.stringify(value)
    if (last.current?.json !== json) last.current = { json, value }
    return last.current.value
  }
  const calmly = useCallback((listener: () => void) => subscribeCalmly(subscribe, listener), [subscribe])
  return useSyncExternalStore(calmly, getSnapshot)
}

function subscribeCalmly(subscribe: (listener: () => void) => () => void, listener: () => void): () => void {
  const calm = calmly(listener)
  const stop = subscribe(calm.note)
  return () => {
    stop()
    calm.stop()
  }
}
