/** How far from the screen a table gets its fields, so that they are there before somebody reaches them. */
const NEAR = '1200px 0px'
/** How long (ms) a table stays as it is after it went far from the screen. */
const REST = 5000

/** What somebody opened, or what stands in a field and is not in the agreement. */
const IN_USE = '[aria-expanded="true"], [aria-invalid="true"]'

type Listener = (isNear: boolean) => void

const listeners = new Map<Element, Listener>()
let observer: IntersectionObserver | null = null

function observed(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { rootMargin: NEAR },
  )
  return observer
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
    clearTimeout(timer)
    if (isNear) tell(true)
    // The first look finds most of them far, where they are words already.
    else if (wasNear) timer = setTimeout(leave, REST)
    wasNear ||= isNear
  })
  observed().observe(element)
  return () => {
    clearTimeout(timer)
    listeners.delete(element)
    observed().unobserve(element)
  }
}

/** A dialog may belong to any row: while one is open nothing is taken out from under it. */
function isInUse(element: HTMLElement): boolean {
  if (element.contains(document.activeElement) || element.querySelector(IN_USE) !== null) return true
  return document.querySelector('[role="dialog"]') !== null
}
