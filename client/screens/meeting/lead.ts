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
 * Shows articles to everybody by the presence of this page. One shows at a time: the last one to begin, also among pages of one person. When each began
 * goes along in the presence, so that it holds too for a page that began before it heard of the others.
 */
export function createLead(awareness: Awareness): Lead {
  const listeners = new Set<() => void>()
  let shown: string | null = null
  let began: Beginning = { since: 0, clientId: awareness.clientID }
  const show = (articleId: string | null) => {
    if (articleId === shown) return
    if (shown === null) began = { ...began, since: later(othersIn(awareness)) }
    shown = articleId
    const present = awareness.getLocalState()
    const presentsSince = articleId === null ? null : began.since
    if (present !== null) awareness.setLocalState({ ...present, presents: articleId, presentsSince })
    for (const listener of [...listeners]) listener()
  }
  const look = () => {
    if (othersIn(awareness).some((other) => isLater(other, began))) show(null)
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

/** When a page began to show: by the clock of its device, or just behind the last one it had heard of where that is later. */
type Beginning = { since: number; clientId: number }

/** The other pages that show something now. What they say of when they began comes from a browser: anything but a moment is the earliest. */
function othersIn(awareness: Awareness): Beginning[] {
  return [...awareness.getStates()].flatMap(([clientId, { presents, presentsSince }]) =>
    clientId !== awareness.clientID && typeof presents === 'string'
      ? [{ clientId, since: isMoment(presentsSince) ? presentsSince : 0 }]
      : [],
  )
}

/** The largest number a Date takes (ECMAScript, Time Values and Time Range), so that there is always a later one. */
const LAST_MOMENT = 8.64e15
const isMoment = (since: unknown): since is number =>
  Number.isSafeInteger(since) && Math.abs(Number(since)) <= LAST_MOMENT

const later = (others: readonly Beginning[]) => Math.max(Date.now(), ...others.map(({ since }) => since + 1))

const isLater = (one: Beginning, other: Beginning) =>
  one.since > other.since || (one.since === other.since && one.clientId > other.clientId)

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
