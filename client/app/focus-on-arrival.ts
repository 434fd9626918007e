import { CONTENT_ID } from './route.ts'

/**
 * Puts the focus on the content of the page, and again each time that what stands there is drawn anew: a page that is still fetched says so
 * first, and the focus would go with that. Until somebody does something, who then decides; gives what ends it before.
 */
export function keepFocusOnContent(page: Document): () => void {
  const look = () => {
    if (page.activeElement === null || page.activeElement === page.body) focusContent(page)
  }
  const watch = new MutationObserver(look)
  const end = () => {
    watch.disconnect()
    for (const act of ACTS) page.removeEventListener(act, end, true)
  }
  focusContent(page)
  watch.observe(page.body, { childList: true, subtree: true })
  // On the way down: what a button does with a key or a press, it does not pass on.
  for (const act of ACTS) page.addEventListener(act, end, true)
  return end
}

const ACTS = ['keydown', 'pointerdown'] as const

/** A field in it that took the focus by itself keeps it. */
function focusContent(page: Document): void {
  const content = page.getElementById(CONTENT_ID)
  if (!content?.contains(page.activeElement)) content?.focus({ preventScroll: true })
}
