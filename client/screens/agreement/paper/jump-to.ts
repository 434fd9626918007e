import { BLOCKS, clusterOfBlock, isFixedBlockName } from '../../../../shared/agreement/block-names.ts'
import { holdInView, type Target } from './hold-in-view.ts'

/** The id of the element of an article or annex on the page. */
export const placeId = (id: string): string => `place-${id}`

/**
 * Leads to an article or annex by its id, or to the fact at an address (`tasks.<id>.title`, `financing.lines`), and puts the
 * focus there; what is not drawn yet is waited for. False when it is not on the paper.
 */
export function jumpTo(target: string): boolean {
  return maybeJumpTo(target) || jumpOnceDrawn(target)
}

/** The same, for what is drawn already. */
export function maybeJumpTo(target: string): boolean {
  const found = exactly(target)
  if (found === null) {
    const folded = foldedAround(target)
    if (folded) return openAndGo(folded, target)
  }
  const place = found ?? around(target)
  return place !== null && goTo(place, () => exactly(target) ?? around(target))
}

/** The article, annex or fact itself. */
function exactly(target: string): Target | null {
  const article = document.getElementById(placeId(target))
  if (article) return { place: article, focus: article }
  const fact = drawnFact(target)
  return fact && { place: fact, focus: fact.querySelector<HTMLElement>(FIELD) ?? fact }
}

const FIELD = 'textarea, select, button'

/** The row or the list that a fact is in. One that is far from the screen gets its fields when the focus comes to it. */
function around(target: string): Target | null {
  const row = rowOf(target)
  const place = row ?? listAt(listOf(target))
  if (!place) return null
  const far = place.closest<HTMLElement>('[data-far]')
  const field = place.querySelector<HTMLElement>(row ? `.hs-row-menu, ${FIELD}` : FIELD)
  return { place, focus: far ?? field ?? place }
}

const listAt = (path: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-list="${CSS.escape(path)}"]`)

/** The last articles of a large paper are drawn while the first can be read; until then the sheet says it is busy. */
function jumpOnceDrawn(target: string): boolean {
  const busy = () => document.querySelector('.hs-sheet[aria-busy="true"]') !== null
  if (!busy()) return false
  const look = () => {
    const wasBusy = busy()
    if (!maybeJumpTo(target) && wasBusy) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  return true
}

const drawnFact = (address: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`)

/** The row of a record, for a fact of it that has no column: its menu opens all of them. */
function rowOf(address: string): HTMLElement | null {
  const [key = '', ...list] = address.split('.').slice(0, -1).reverse()
  const path = list.reverse().join('.')
  return document.querySelector<HTMLElement>(
    `[data-list="${CSS.escape(path)}"] [data-record="${CSS.escape(key)}"]`,
  )
}

/** The folded facts that an address is among. What is in them is drawn when they open. */
function foldedAround(address: string): HTMLDetailsElement | null {
  const all = [...document.querySelectorAll<HTMLDetailsElement>('details[data-holds]')]
  const isHeld = (held: string) => address === held || address.startsWith(`${held}.`)
  return all.find((details) => details.dataset.holds?.split(' ').some(isHeld)) ?? null
}

/** How many frames the page gets to draw what was folded away. */
const FRAMES = 60

function openAndGo(details: HTMLDetailsElement, address: string): boolean {
  goTo({ place: details, focus: details.querySelector('summary') ?? details })
  details.open = true
  const go = (left: number) => {
    const fact = drawnFact(address) ?? rowOf(address) ?? details.querySelector<HTMLElement>(`[data-list]`)
    if (fact) goTo({ place: fact, focus: fact.querySelector<HTMLElement>(FIELD) ?? fact })
    else if (left > 0) requestAnimationFrame(() => go(left - 1))
  }
  requestAnimationFrame(() => go(FRAMES))
  return true
}

/** The list that is meant by a list's path, an address in it, or the name of a block. */
function listOf(target: string): string {
  if (clusterOfBlock(target) !== null) return 'tasks'
  if (isFixedBlockName(target)) return BLOCKS[target]
  return target
}

function goTo({ place, focus }: Target, again?: () => Target | null): boolean {
  unfold(place)
  holdInView(place, focus, again)
  return true
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
