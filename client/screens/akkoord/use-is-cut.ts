import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Whether words do not all fit in their place, or in one of the `parts` (a selector) of it; looked at again when the place or the words change.
 */
export function useIsCut(place: RefObject<HTMLElement | null>, words: string, parts?: string): boolean {
  const [isCut, setCut] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words in a place of the same size are measured too
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const look = () => {
      const measured = parts === undefined ? [element] : [...element.querySelectorAll(parts)]
      setCut(measured.some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place, words, parts])
  return isCut
}
