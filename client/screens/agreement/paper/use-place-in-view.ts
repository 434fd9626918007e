import { type RefObject, useEffect } from 'react'
import { heldPlace } from './hold-in-view.ts'

/** The line on the screen, a quarter from above, whose article counts as the one in view. */
const BAND = '-25% 0px -74% 0px'

/** Tells which article or annex is at the reading line, or has the focus. `order` changes when they come, go or move. */
export function usePlaceInView(
  sheet: RefObject<HTMLElement | null>,
  order: string,
  onPlace: (id: string | null) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sections on the page follow the order
  useEffect(() => {
    const around = sheet.current
    if (!around) return
    const observer = new IntersectionObserver(
      (entries) => {
        // A busy page tells of several moments at once, and not in their order.
        const [entry] = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .sort((one, other) => other.time - one.time)
        if (entry) onPlace(heldPlace() ?? placeOf(entry.target))
      },
      { rootMargin: BAND },
    )
    for (const section of around.querySelectorAll('[data-place]')) observer.observe(section)
    const onFocus = (event: FocusEvent) => {
      const section = event.target instanceof Element ? event.target.closest('[data-place]') : null
      if (section) onPlace(placeOf(section))
    }
    around.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      around.removeEventListener('focusin', onFocus)
    }
  }, [sheet, order, onPlace])
}

const placeOf = (section: Element): string | null => section.getAttribute('data-place')
