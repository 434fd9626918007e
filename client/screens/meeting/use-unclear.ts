import { useCallback } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Unclear } from '../../../shared/protocol/endpoints-meeting.ts'
import { call, type LiveConnection } from '../../connection/index.ts'
import { useFollowed } from '../use-followed.ts'

/** How many do not understand an article, and whether oneself is among them; with the way to say so. */
export type UnclearAt = Unclear & {
  /** False before it was fetched. */
  isKnown: boolean
  say: (unclear: boolean) => Promise<void>
}

/** Follows who does not understand the article that is shown. */
export function useUnclear(agreementId: string, live: LiveConnection, articleId: string): UnclearAt {
  const load = useCallback(() => call(endpoints.getUnclear, { params: { id: agreementId } }), [agreementId])
  const { value, change } = useFollowed(live, 'meeting', load)
  const found = value?.unclear.find((one) => one.articleId === articleId)
  const say = async (unclear: boolean) => {
    const body = { articleId, unclear }
    const kept = await call(endpoints.markUnclear, { params: { id: agreementId }, body })
    change((now) => ({
      unclear: [...now.unclear.filter((one) => one.articleId !== articleId), kept],
    }))
  }
  return { articleId, count: found?.count ?? 0, mine: found?.mine ?? false, isKnown: value !== null, say }
}
