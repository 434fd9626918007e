import { type RefObject, useEffect } from 'react'
import { heldPlace } from './hold-in-view.ts'
import { placeAround } from './place-around.ts'

/** The line on the screen, a quarter from above, whose article counts as the one in view. */
const BAND = '-25% 0px -74% 0px'

/**
 * Tells which article or annex is at the reading line, or got the focus since somebody scrolled: who puts the caret in a text means that one, also when a long one
 * above it still reaches over the line. `order` changes when they come, go or move.
 */
export function usePlaceInView(
  sheet: RefObject<HTMLElement | null>,
  order: string,
  onPlace: (id: string | null) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sections on the page follow the order
  useEffect(() => {
    const around = sheet.current
    if (!around) return
    const hold = new Hold()
    const observer = new IntersectionObserver(
      (entries) => {
        if (hold.isOn) return
        // A busy page tells of several moments at once, and not in their order.
        const [entry] = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .sort((one, other) => other.time - one.time)
        if (entry) onPlace(heldPlace() ?? placeAround(entry.target))
      },
      { rootMargin: BAND },
    )
    for (const section of around.querySelectorAll('[data-place]')) observer.observe(section)
    const onFocus = (event: FocusEvent) => {
      const place = event.target instanceof Element ? placeAround(event.target) : null
      if (place === null) return
      hold.begin()
      onPlace(place)
    }
    around.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      hold.end()
      around.removeEventListener('focusin', onFocus)
    }
  }, [sheet, order, onPlace])
}

/** From now until somebody scrolls. What led to the focus is still told of in the frame after it, and counts for no scrolling. */
class Hold {
  isOn = false
  #frame = 0

  begin(): void {
    this.end()
    this.isOn = true
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => addEventListener('scroll', this.end, { passive: true }))
    })
  }

  end = (): void => {
    this.isOn = false
    cancelAnimationFrame(this.#frame)
    removeEventListener('scroll', this.end)
  }
}
