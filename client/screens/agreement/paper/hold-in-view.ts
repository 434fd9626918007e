import { placeAround } from './place-around.ts'

/** For how many frames nothing may move before a place counts as reached. */
const STILL = 20
/** However busy the page is, after this long (ms) it is let go. */
const LONGEST = 6000

/** What comes to the top of the screen, and what gets the focus. */
export type Target = { place: HTMLElement; focus: HTMLElement | null }

type Hold = { place: Element; moved: AbortController }
let latest: Hold | null = null

/**
 * Brings a place to the top of the screen with the focus in it, and keeps both there while what stands above it gets its final
 * height and a sheet that led here closes. Ends when the page has been still for some frames, or when the person moves. Without
 * `focus` it stays where it is. What is far from the screen is drawn anew as it comes near: `again` finds the same there.
 */
export function holdInView(
  place: HTMLElement,
  focus: HTMLElement | null,
  again: () => Target | null = () => null,
): void {
  latest?.moved.abort()
  const hold: Hold = { place, moved: untilMoved() }
  let target: Target = { place, focus }
  latest = hold
  const until = performance.now() + LONGEST
  let still = 0
  let before = ''
  const frame = () => {
    if (hold.moved.signal.aborted) return
    if (!isReached(target)) target = again() ?? target
    const { place, focus } = target
    if (!place.isConnected) return
    hold.place = place
    place.scrollIntoView({ block: 'start' })
    const now = `${focus === null || takeFocus(focus)} ${place.getBoundingClientRect().top} ${document.documentElement.scrollHeight}`
    still = now === before ? still + 1 : 0
    before = now
    if (still < STILL && performance.now() < until) requestAnimationFrame(frame)
  }
  frame()
}

const isReached = ({ place, focus }: Target): boolean =>
  place.isConnected && (focus === null || focus === document.activeElement)

/**
 * The article or annex that somebody was led to and has not moved away from. It is the one in view also where the page ends before
 * it comes to the top, and where it is too short to reach the reading line.
 */
export function heldPlace(): string | null {
  if (latest === null || latest.moved.signal.aborted || !latest.place.isConnected) return null
  return placeAround(latest.place)
}

/** Aborts when the person moves the page or does something in it. */
function untilMoved(): AbortController {
  const moved = new AbortController()
  const { signal } = moved
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(kind, () => moved.abort(), { passive: true, capture: true, signal })
  }
  return moved
}

/** A sheet that is open keeps the focus, and gives it back to its button when it closes: only then it can be taken. */
function takeFocus(focus: HTMLElement): boolean {
  if (document.activeElement !== focus && document.querySelector('[role="dialog"]') === null) {
    focus.focus({ preventScroll: true })
  }
  return document.activeElement === focus
}
