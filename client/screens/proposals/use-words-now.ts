import { useEffect, useRef } from 'react'
import { observeSuggestions } from '../../../shared/document/observe-suggestions.ts'
import type { ProposalsView } from '../../../shared/protocol/endpoints-proposals.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import type { Followed } from '../use-followed.ts'
import { areTold, withTextNow, writersOf } from './words-now.ts'

/** Wait between a change of the text and a look at what is proposed in it, in milliseconds. */
const CALM = 1200

/**
 * What is kept of the text rings no bell of its own. Words that grow while somebody proposes, and what stands where a change is proposed, are taken from the
 * text that is here; the server is asked when there are other words, or others who wrote them.
 */
export function useWordsNow({ live, observed }: OpenAgreement, followed: Followed<ProposalsView>): void {
  const { value, change, refresh } = followed
  const told = useRef(value)
  told.current = value
  useEffect(() => {
    const suggestions = observeSuggestions(live.doc)
    let writers: string | null = null
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      const now = suggestions.get()
      const writersNow = writersOf(now)
      const isNews = writers !== null && (writersNow !== writers || !areTold(now, told.current))
      writers = writersNow
      if (isNews) refresh()
      else change((view) => withTextNow(view, live.doc, now))
    }
    look()
    const stop = observed.subscribe(() => {
      timer ??= setTimeout(look, CALM)
    })
    return () => {
      stop()
      suggestions.stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [live, observed, change, refresh])
}
