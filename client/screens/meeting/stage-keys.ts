import type { RefObject } from 'react'
import type { Stage } from './use-stage.ts'

/** Where keys have a meaning of their own. */
const OWN_KEYS = 'input, textarea, select, [role="listbox"], [role="menu"], [role="dialog"], [aria-haspopup]'

/**
 * Keys of a screen of one article: left and right, and page up and down, as the button in the hand of who speaks sends them. Those first go
 * through a long article. Gives its stop.
 */
export function stageKeys(article: RefObject<HTMLElement | null>, { previous, next, go }: Stage): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    const isElsewhere = target instanceof Element && target.closest(OWN_KEYS) !== null
    if (isElsewhere || altKey || ctrlKey || metaKey) return
    const step = stepOf(key)
    if (step === 0) return
    event.preventDefault()
    if (key.startsWith('Page') && scrolled(article.current, step)) return
    const entry = step > 0 ? next : previous
    if (entry) go(entry.id)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'PageDown') return 1
  return key === 'ArrowLeft' || key === 'PageUp' ? -1 : 0
}

/** Scrolls a long article by most of what is seen of it; false at its end. */
function scrolled(article: HTMLElement | null, step: number): boolean {
  if (article === null) return false
  const left = step > 0 ? article.scrollHeight - article.clientHeight - article.scrollTop : article.scrollTop
  if (left < 2) return false
  article.scrollBy({ top: step * article.clientHeight * 0.85 })
  return true
}
