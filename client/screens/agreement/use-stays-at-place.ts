import { type FocusEvent, useLayoutEffect, useRef } from 'react'
import { jumpTo } from './paper/jump-to.ts'
import { placeAround } from './paper/place-around.ts'

/**
 * Who writes in an article stays at it when nobody writes any more, or one may write again: what had the focus goes, and what stands above it
 * gets another height.
 */
export function useStaysAtPlace(canWrite: boolean) {
  const held = useRef<{ element: Element; place: string } | null>(null)
  const before = useRef(canWrite)
  useLayoutEffect(() => {
    if (before.current === canWrite) return
    before.current = canWrite
    const at = held.current
    held.current = null
    if (at !== null && !at.element.isConnected && document.activeElement === document.body) jumpTo(at.place)
  }, [canWrite])
  return {
    onFocus: ({ target }: FocusEvent<HTMLDivElement>) => {
      const place = placeAround(target)
      held.current = place === null ? null : { element: target, place }
    },
    // React tells nothing of a focus that is lost because its element goes.
    onBlur: () => {
      held.current = null
    },
  }
}
