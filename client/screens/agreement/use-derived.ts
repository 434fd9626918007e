import { useCallback, useRef, useSyncExternalStore } from 'react'
import { calmly } from '../../ui/calmly.ts'

/** What tells of a change, and whether the person here made it. */
type Subscribe = (listener: (change?: { isOwn: boolean }) => void) => () => void

/**
 * Follows a value that is derived from something that changes at every keystroke. The component is drawn again only when the derived
 * value differs, compared as JSON, a few times a second: while the person here types, when the fingers rest.
 */
export function useDerived<T>(subscribe: Subscribe, derive: () => T): T {
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

function subscribeCalmly(subscribe: Subscribe, listener: () => void): () => void {
  const calm = calmly(listener)
  const stop = subscribe((change) => calm.note(change?.isOwn ?? false))
  return () => {
    stop()
    calm.stop()
  }
}
