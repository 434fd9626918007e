import { holdInView } from '../agreement/paper/hold-in-view.ts'
import { placeId } from '../agreement/paper/jump-to.ts'
import { previewId } from '../agreement/preview/preview-id.ts'

/** Where the bar above ends (px); what lies under it is not in view. */
const BAR = 72

/** Whether enough of a part of the page can be seen to go on reading there: all of it, or a third of the screen. */
export function isInView(part: { top: number; bottom: number }, height: number): boolean {
  const seen = Math.min(part.bottom, height) - Math.max(part.top, BAR)
  return seen >= Math.min(part.bottom - part.top, (height - BAR) / 3)
}

/**
 * Scrolls to an article or annex when it is out of view, and only then; what has the focus keeps it. What is not drawn yet is waited for, as
 * long as the paper is busy. Gives what stops the waiting.
 */
export function bringInView(id: string): () => void {
  let frame = 0
  const look = () => {
    const place = shownPlace(id)
    if (place && !isInView(place.getBoundingClientRect(), innerHeight)) holdInView(place, null)
    const isBusy = document.querySelector('.hs-sheet[aria-busy="true"]') !== null
    if (!place && isBusy) frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}

/** The article on the paper or in the preview, whichever is shown. */
function shownPlace(id: string): HTMLElement | null {
  const places = [placeId(id), previewId(id)].map((each) => document.getElementById(each))
  return places.find((place) => place !== null && place.getClientRects().length > 0) ?? null
}
