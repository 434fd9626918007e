import { useMemo, useSyncExternalStore } from 'react'
import { type Offered, type OfferedWords, offeredWords } from '../../../offered/index.ts'

/** What this person is offered back here, followed. */
export function useOffered(
  agreementId: string,
  personId: string,
): { words: OfferedWords; list: readonly Offered[] } {
  const words = useMemo(() => offeredWords(agreementId, personId), [agreementId, personId])
  return { words, list: useSyncExternalStore(words.subscribe, words.list) }
}
