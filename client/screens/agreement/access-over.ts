import { useEffect, useSyncExternalStore } from 'react'
import type { ConnectionState } from '../../connection/index.ts'

/** Why somebody is not in an agreement any more, and who that is, as far as the server said. */
export type Over = { why: NonNullable<ConnectionState['ended']>; personId: string | null }

/** The agreements that this page's connections were ended to for good. */
export const over = createOver()

function createOver() {
  const ended = new Map<string, Over>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    of: (agreementId: string) => ended.get(agreementId) ?? null,
    /** Takes over what the connection says now. */
    follow: (agreementId: string, { ended: why, personId }: ConnectionState) => {
      if ((ended.get(agreementId)?.why ?? null) === why) return
      if (why === null) ended.delete(agreementId)
      else ended.set(agreementId, { why, personId })
      tell()
    },
    /** Who comes back later, by another link, begins anew. */
    forget: (agreementId: string) => {
      ended.delete(agreementId)
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Why the server ended this page's connection to an agreement for good; null while it did not. */
export function useOver(agreementId: string): Over | null {
  useEffect(() => () => over.forget(agreementId), [agreementId])
  return useSyncExternalStore(over.subscribe, () => over.of(agreementId))
}
