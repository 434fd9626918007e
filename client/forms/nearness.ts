import { whenMoved } from '../ui/when-moved.ts'

/** How far (px) from the screen a table gets its fields, so that they are there before somebody reaches them. */
const NEAR = 1200
/** How long (ms) a table stays as it is after it went far from the screen. */
const REST = 5000

/** What somebody opened, or what stands in a field and is not in the agreement. */
const IN_USE = '[aria-expanded="true"], [aria-invalid="true"]'

type Listener = (isNear: boolean) => void

const listeners = new Map<Element, Listener>()
let stopLooking = () => {}

/** All are measured before the first is told: what one draws would have the page laid out anew for the next. */
function look(): void {
  const seen = [...listeners].map(([element, tell]) => ({ tell, isNear: isNearScreen(element) }))
  for (const { tell, isNear } of seen) tell(isNear)
}

function isNearScreen(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect()
  if (width === 0 && height === 0) return false
  return bottom > -NEAR && top < innerHeight + NEAR
}

/**
 * Tells when an element comes near the screen, and when it has been far from it for a while with nothing in it in use. Returns the stop.
 */
export function watchNearness(element: HTMLElement, tell: Listener): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasNear = false
  const leave = () => {
    if (isInUse(element)) timer = setTimeout(leave, REST)
    else tell(false)
  }
  listeners.set(element, (isNear) => {
    if (isNear === wasNear) return
    wasNear = isNear
    clearTimeout(timer)
    if (isNear) tell(true)
    else timer = setTimeout(leave, REST)
  })
  // Asked for once more it is done in the next frame, for who came now.
  stopLooking = whenMoved(look)
  return () => {
    clearTimeout(timer)
    listeners.delete(element)
    if (listeners.size === 0) stopLooking()
  }
}

/** A dialog may belong to any row: while one is open nothing is taken out from under it. */
function isInUse(element: HTMLElement): boolean {
  if (element.contains(document.activeElement) || element.querySelector(IN_USE) !== null) return true
  return document.querySelector('[role="dialog"]') !== null
}
