import { useCallback, useRef, useSyncExternalStore } from 'react'

/** Wait between a change of the text and its showing up beside the text, in milliseconds. Typing never waits for it. */
const CALM = 150

/**
 * Follows a value that is derived from something that changes at every keystroke. The component is drawn again only when the derived
 * value differs, compared as JSON, and at most a few times a second.
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
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = subscribe(() => {
    timer ??= setTimeout(() => {
      timer = null
      listener()
    }, CALM)
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}
