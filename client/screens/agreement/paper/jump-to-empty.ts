import { jumpTo, placeId } from './jump-to.ts'

/** How long (ms) a far-away text gets to become editable. */
const WAIT = 5000
/** For how many frames the field may not move before it is opened. */
const STILL = 8
const EMPTY = '[data-state="empty"]'

/** Leads to the first fact in an article that is still to be filled in, and opens it. Without one, to the article. */
export function jumpToEmpty(id: string): void {
  const section = document.getElementById(placeId(id))
  if (!section?.querySelector(EMPTY)) {
    jumpTo(id)
    return
  }
  section.scrollIntoView({ block: 'start' })
  const start = performance.now()
  let still = 0
  let before = 0
  const look = () => {
    const field = section.querySelector<HTMLElement>(`.ProseMirror ${EMPTY}`)
    const isBehindSheet = document.querySelector('[role="dialog"]') !== null
    field?.scrollIntoView({ block: 'center' })
    const top = field?.getBoundingClientRect().top ?? 0
    still = field && !isBehindSheet && top === before ? still + 1 : 0
    before = top
    if (field && still >= STILL) field.click()
    else if (performance.now() - start < WAIT) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
