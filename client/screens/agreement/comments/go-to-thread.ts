import { holdInView } from '../paper/hold-in-view.ts'
import { jumpTo, placeId } from '../paper/jump-to.ts'
import type { SeenThread } from './comments-store.ts'

/** How many frames the page gets to draw the words where it leads. */
const FRAMES = 60

/** Leads to what a thread is about, with the focus there; to its article when the words or the fact are not on the paper. False when that is gone too. */
export function goToThread(
  { id, anchor }: Pick<SeenThread, 'id' | 'anchor'>,
  articleId: string | null,
): boolean {
  switch (anchor.kind) {
    case 'passage':
      return articleId !== null && goToWords(id, articleId)
    case 'fact':
      return jumpTo(anchor.address) || (articleId !== null && jumpTo(articleId))
    case 'row':
      return jumpTo(`${anchor.list}.${anchor.rowId}.id`) || (articleId !== null && jumpTo(articleId))
    default:
      return articleId !== null && jumpTo(articleId)
  }
}

function goToWords(threadId: string, articleId: string): boolean {
  const look = (left: number) => {
    const section = document.getElementById(placeId(articleId))
    const words = section?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(threadId)}"]`)
    if (section && words) return arriveAt(words, section)
    if (left === FRAMES) jumpTo(articleId)
    if (left > 0) requestAnimationFrame(() => look(left - 1))
  }
  look(FRAMES)
  return document.getElementById(placeId(articleId)) !== null
}

function arriveAt(words: HTMLElement, section: HTMLElement): void {
  const text = words.closest<HTMLElement>('[contenteditable="true"]')
  holdInView(words, text ?? section)
  if (text === null || document.activeElement !== text) return
  window.getSelection()?.collapse(words.firstChild ?? words, 0)
}
