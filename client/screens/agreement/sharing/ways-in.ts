import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { KnownInvitation } from '../../../../shared/protocol/participant.ts'
import { type CallFailure, call, failureOf } from '../../../connection/index.ts'

export type WaysIn = z.output<(typeof endpoints.listInvitations)['success']['body']>

export type LoadedWays = {
  /** Null until they are here for the first time. */
  ways: WaysIn | null
  failure: CallFailure | null
  /** Fetches them anew; what is shown stays until they are there. */
  refresh: () => void
}

/** The ways into an agreement, for who leads. They are fetched anew when `people` is another value: somebody may have come by one. */
export function useWaysIn(agreementId: string, people: unknown): LoadedWays {
  const [ways, setWays] = useState<WaysIn | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const refresh = useCallback(() => {
    setFailure(null)
    call(endpoints.listInvitations, { params: { id: agreementId } }).then(setWays, (thrown: unknown) =>
      setFailure(failureOf(thrown)),
    )
  }, [agreementId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other people are a reason to fetch anew
  useEffect(refresh, [refresh, people])
  return { ways, failure, refresh }
}

/** Whether a link opens now. */
export function isOpen({ revokedAt, expiresAt }: KnownInvitation, now: Date): boolean {
  return revokedAt === null && Date.parse(expiresAt) > now.getTime()
}

export const UNTILS = ['tonight', 'week', 'quarter'] as const
export type Until = (typeof UNTILS)[number]

/** When a link ends that is to work so long; nothing for the longest, which the server knows. */
export function endOf(until: Until, now: Date): { expiresAt?: string } {
  const end = new Date(now)
  switch (until) {
    case 'tonight':
      end.setHours(23, 59, 59, 0)
      break
    case 'week':
      end.setDate(end.getDate() + 7)
      break
    case 'quarter':
      return {}
  }
  // In the last second of a day tonight is the next one.
  return { expiresAt: new Date(Math.max(end.getTime(), now.getTime() + 60_000)).toISOString() }
}
