import { holdInView } from '../paper/hold-in-view.ts'
import { jumpTo, placeId } from '../paper/jump-to.ts'

/** How many frames the page gets to draw the text where it leads. */
const FRAMES = 60

/** Leads to a passage by how many stand before it in its article, as the paper shows them, with the focus in its text. */
export function goToPassage(articleId: string, index: number): void {
  const look = (left: number) => {
    const section = document.getElementById(placeId(articleId))
    const passage = section?.querySelectorAll<HTMLElement>('.hs-wrote--start')[index]
    if (section && passage) arriveAt(passage, section)
    else if (left === FRAMES) jumpTo(articleId)
    if (!passage && left > 0) requestAnimationFrame(() => look(left - 1))
  }
  look(FRAMES)
}

function arriveAt(passage: HTMLElement, section: HTMLElement): void {
  const text = passage.closest<HTMLElement>('[contenteditable="true"]')
  holdInView(passage, text ?? section)
  if (text === null || document.activeElement !== text) return
  const selection = window.getSelection()
  selection?.collapse(passage.firstChild ?? passage, 0)
}
