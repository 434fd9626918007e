import { BLOCKS, clusterOfBlock, isFixedBlockName } from '../../../../shared/agreement/block-names.ts'

/** The id of the element of an article or annex on the page. */
export const placeId = (id: string): string => `place-${id}`

/**
 * Leads to an article or annex by its id, or to the fact at an address (`tasks.<id>.title`, `financing.lines`), and puts the
 * focus there. False when it is not on the paper.
 */
export function jumpTo(target: string): boolean {
  const article = document.getElementById(placeId(target))
  if (article) return goTo(article, article)
  const fact = document.querySelector<HTMLElement>(`[data-address="${CSS.escape(target)}"]`)
  if (fact) return goTo(fact, fact.querySelector('textarea, select, button') ?? fact)
  const list = document.querySelector<HTMLElement>(`[data-list="${CSS.escape(listOf(target))}"]`)
  return list !== null && goTo(list, list.querySelector('textarea, select, button') ?? list)
}

/** The list that is meant by a list's path, an address in it, or the name of a block. */
function listOf(target: string): string {
  if (clusterOfBlock(target) !== null) return 'tasks'
  if (isFixedBlockName(target)) return BLOCKS[target]
  return target
}

/** How long the page may still settle after a jump, while far-away tables become editable, in milliseconds. */
const SETTLING = 900

function goTo(place: HTMLElement, focus: HTMLElement): boolean {
  unfold(place)
  place.scrollIntoView({ block: 'start' })
  focus.focus({ preventScroll: true })
  holdInView(place)
  return true
}

/** Keeps the place at the top while what stands above it gets its final height; ends when the person moves the page. */
function holdInView(place: HTMLElement): void {
  const until = performance.now() + SETTLING
  const abort = new AbortController()
  for (const kind of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(kind, () => abort.abort(), { passive: true, signal: abort.signal })
  }
  const hold = () => {
    if (abort.signal.aborted || !place.isConnected) return
    place.scrollIntoView({ block: 'start' })
    if (performance.now() < until) requestAnimationFrame(hold)
    else abort.abort()
  }
  requestAnimationFrame(hold)
}

/** What is folded away around a place opens: nobody can look at, or type in, what is hidden. */
function unfold(place: HTMLElement): void {
  for (
    let around = place.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true
}
