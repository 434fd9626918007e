import { useEffect } from 'react'
import { maybeJumpTo } from './paper/jump-to.ts'

/** How many drawings of the page, once the text is there, the first place in an address alone is looked for. */
const FIRST = 60
/** How long (ms) anything is looked for. */
const PATIENCE = 30_000

/**
 * Leads to the place that the address names behind `#` once the paper is drawn: an article, or a fact by its address. Several
 * stand with commas between them, the best first: `#purpose.area,<article id>`. An unknown one leads nowhere.
 */
export function useArrival(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return
    const targets = placesIn(location.hash)
    if (targets.length === 0) return
    const until = performance.now() + PATIENCE
    let frame = 0
    // Drawings, not seconds: on a slow telephone the text takes longer to be there.
    let drawings = 0
    const look = () => {
      if (document.querySelector('[data-place]')) drawings += 1
      const now = drawings < FIRST ? targets.slice(0, 1) : targets
      if (now.some(maybeJumpTo) || performance.now() > until) return
      frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [isDrawn])
}

/** The places that an address names behind `#`; the place of the skip link is none of them. */
export function placesIn(hash: string): string[] {
  return hash
    .replace(/^#/, '')
    .split(',')
    .filter((target) => target !== '' && target !== 'content')
}
