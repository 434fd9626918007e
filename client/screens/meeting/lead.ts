import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'

/** What this page shows to everybody, as long as its person leads. */
export type Lead = {
  /** Article or annex that is shown from here; null for none. */
  getShown: () => string | null
  subscribe: (listener: () => void) => () => void
  /** Shows it to everybody; null: nothing any more. */
  show: (articleId: string | null) => void
  /** Stops showing and following. */
  close: () => void
}

/**
 * Shows articles to everybody by the presence of this page. One shows at a time: when another page begins to, also one of the same person, this one stops.
 */
export function createLead(awareness: Awareness): Lead {
  const listeners = new Set<() => void>()
  let shown: string | null = null
  let others = showing(awareness)
  const show = (articleId: string | null) => {
    if (articleId === shown) return
    shown = articleId
    awareness.setLocalStateField('presents', articleId)
    for (const listener of [...listeners]) listener()
  }
  const look = () => {
    const now = showing(awareness)
    const hasBegun = [...now].some((clientId) => !others.has(clientId))
    others = now
    if (hasBegun) show(null)
  }
  awareness.on('change', look)
  return {
    getShown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    show,
    close: () => {
      awareness.off('change', look)
      show(null)
    },
  }
}

/** The other pages that show something now. */
function showing(awareness: Awareness): Set<number> {
  const those = [...awareness.getStates()].filter(
    ([clientId, state]) => clientId !== awareness.clientID && typeof state.presents === 'string',
  )
  return new Set(those.map(([clientId]) => clientId))
}

const NEVER = () => () => {}

/** The lead of this page, for as long as the screen is there and its person leads. */
export function useLead(
  awareness: Awareness,
  mayLead: boolean,
): { shown: string | null; isReady: boolean; show: (articleId: string | null) => void } {
  const [lead, setLead] = useState<Lead | null>(null)
  useEffect(() => {
    if (!mayLead) return
    const made = createLead(awareness)
    setLead(made)
    return () => {
      made.close()
      setLead(null)
    }
  }, [awareness, mayLead])
  const shown = useSyncExternalStore(lead?.subscribe ?? NEVER, () => lead?.getShown() ?? null)
  return { shown, isReady: lead !== null, show: (articleId) => lead?.show(articleId) }
}
