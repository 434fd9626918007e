import { useEffect, useState } from 'react'
import type { SuggestMode } from '../../editor/index.ts'

/** Stands in the address of a paper that opens with proposing: `/agreements/:id?voorstellen#<article>`. */
const WORD = 'voorstellen'
/** The same for one beside which the list of proposals is shown. */
const LIST = 'voorstellen-ernaast'

/** The address of the paper at an article, with proposing on. */
export function paperToPropose(agreementId: string, articleId: string): string {
  return `/agreements/${encodeURIComponent(agreementId)}?${WORD}#${encodeURIComponent(articleId)}`
}

/** The address of the paper with its proposals beside it, at an article where there is one. */
export function paperWithProposals(agreementId: string, articleId: string | null): string {
  const place = articleId === null ? '' : `#${encodeURIComponent(articleId)}`
  return `/agreements/${encodeURIComponent(agreementId)}?${LIST}${place}`
}

/** Whether the address asks for the list of proposals; that is taken out of the address once it is shown. */
export function useListInAddress(): boolean {
  const [isAsked] = useState(() => asks(LIST))
  useEffect(() => {
    if (isAsked) forgetAsking()
  }, [isAsked])
  return isAsked
}

const asks = (word: string): boolean => new URLSearchParams(location.search).has(word)
const forgetAsking = () => history.replaceState(history.state, '', location.pathname + location.hash)

/** Begins to propose where the address asks for it, and takes that out of the address: loaded again, the page is as it was left. */
export function useAskedInAddress(mode: Pick<SuggestMode, 'set'>): void {
  useEffect(() => {
    if (!asks(WORD)) return
    mode.set(true)
    forgetAsking()
  }, [mode])
}
