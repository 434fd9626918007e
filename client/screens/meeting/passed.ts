import { useEffect, useRef } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'

/** Begins counting anew who does not understand an article, for all of them. Rejects as `call` does. */
export function countAnew(agreementId: string, articleId: string): Promise<unknown> {
  return call(endpoints.clearUnclear, { params: { id: agreementId, articleId } })
}

/** An article that who leads has left for the next one was talked about: nobody is counted there any longer. */
export function usePassed(agreementId: string, shown: string | null): void {
  const before = useRef<string | null>(null)
  useEffect(() => {
    const left = before.current
    if (shown === null) return
    before.current = shown
    // What cannot be cleared now is cleared when it is passed once more, or by hand.
    if (left !== null && left !== shown) void countAnew(agreementId, left).catch(() => {})
  }, [agreementId, shown])
}
