import { useEffect } from 'react'
import { jumpTo } from './paper/jump-to.ts'

/** How long (ms) the first place in an address alone is looked for, and how long any of them. */
const FIRST = 1500
const ANY = 6000

/**
 * Leads to the place that the address names behind `#` once the paper is drawn: an article, or a fact by its address. Several
 * stand with commas between them, the best first: `#purpose.area,<article id>`. An unknown one leads nowhere.
 */
export function useArrival(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return
    const targets = placesIn(location.hash)
    if (targets.length === 0) return
    const start = performance.now()
    let frame = 0
    const look = () => {
      const waited = performance.now() - start
      const now = waited < FIRST ? targets.slice(0, 1) : targets
      if (now.some(jumpTo) || waited > ANY) return
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
