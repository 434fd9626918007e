import { useEffect } from 'react'
import type { SuggestMode } from '../../editor/index.ts'

/** Stands in the address of a paper that opens with proposing: `/agreements/:id?voorstellen#<article>`. */
const WORD = 'voorstellen'

/** The address of the paper at an article, with proposing on. */
export function paperToPropose(agreementId: string, articleId: string): string {
  return `/agreements/${encodeURIComponent(agreementId)}?${WORD}#${encodeURIComponent(articleId)}`
}

/** Begins to propose where the address asks for it, and takes that out of the address: loaded again, the page is as it was left. */
export function useAskedInAddress(mode: Pick<SuggestMode, 'set'>): void {
  useEffect(() => {
    if (!new URLSearchParams(location.search).has(WORD)) return
    mode.set(true)
    history.replaceState(history.state, '', location.pathname + location.hash)
  }, [mode])
}
