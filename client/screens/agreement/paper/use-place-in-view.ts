import { type RefObject, useEffect } from 'react'
import { whenMoved } from '../../../ui/when-moved.ts'
import { heldPlace } from './hold-in-view.ts'
import { placeAround } from './place-around.ts'

/** Where on the screen, as a part of its height from above, the line is whose article counts as the one in view. */
const LINE = 0.25

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
    const sections = [...around.querySelectorAll('[data-place]')]
    let before: Element | undefined
    const stopLooking = whenMoved(() => {
      const found = sections.find(isAtLine)
      const isSame = found === before
      before = found
      if (found && !isSame && !hold.isOn) onPlace(heldPlace() ?? placeAround(found))
    })
    const onFocus = (event: FocusEvent) => {
      const place = event.target instanceof Element ? placeAround(event.target) : null
      if (place === null) return
      hold.begin()
      onPlace(place)
    }
    around.addEventListener('focusin', onFocus)
    return () => {
      stopLooking()
      hold.end()
      around.removeEventListener('focusin', onFocus)
    }
  }, [sheet, order, onPlace])
}

function isAtLine(section: Element): boolean {
  const { top, bottom } = section.getBoundingClientRect()
  const line = innerHeight * LINE
  return top <= line && line < bottom
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
