import { isStuck, unkept } from './connection-state.ts'
import type { LiveConnection } from './live.ts'

/**
 * One live connection for one agreement on this page, whatever screen shows it. A screen that goes away does not take along what
 * was written on it: the connection stays open until the server has kept every edit, and somewhat longer, so that going from
 * the text to a screen beside it and back is one connection.
 */
export type LiveConnections = {
  /** The connection of an agreement, opened when there is none yet. Every `hold` asks for one `release`. */
  hold: (
    agreementId: string,
    open: (agreementId: string) => LiveConnection,
  ) => { live: LiveConnection; release: () => void }
  /** Ends the connection at once: the person comes in anew, under another name or for another party. */
  end: (agreementId: string) => void
  /** Ends all of them: the person leaves. */
  endAll: () => void
}

/** How long a connection that nobody shows stays open when all is kept, in milliseconds. */
const LINGER = 10_000

type Held = { live: LiveConnection; holders: number; stopWaiting: (() => void) | null }

/** A set of connections; the page has one, tests make their own. */
export function createLiveConnections(linger = LINGER): LiveConnections {
  const held = new Map<string, Held>()
  const end = (agreementId: string) => {
    const entry = held.get(agreementId)
    if (!entry) return
    entry.stopWaiting?.()
    held.delete(agreementId)
    entry.live.close()
  }
  const release = (agreementId: string, entry: Held) => {
    entry.holders -= 1
    if (entry.holders > 0 || held.get(agreementId) !== entry) return
    if (isStuck(entry.live.getState())) end(agreementId)
    else entry.stopWaiting = afterKept(entry.live, linger, () => end(agreementId))
  }
  return {
    end,
    endAll: () => {
      for (const agreementId of [...held.keys()]) end(agreementId)
    },
    hold: (agreementId, open) => {
      const entry = held.get(agreementId) ?? { live: open(agreementId), holders: 0, stopWaiting: null }
      held.set(agreementId, entry)
      entry.holders += 1
      entry.stopWaiting?.()
      entry.stopWaiting = null
      let released = false
      return {
        live: entry.live,
        release: () => {
          if (!released) release(agreementId, entry)
          released = true
        },
      }
    },
  }
}

/** The connections of this page. */
export const liveConnections: LiveConnections = createLiveConnections()

/** Calls back once everything has been kept for `linger` milliseconds. Returns its stop. */
function afterKept(live: LiveConnection, linger: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = () => {
    const isKept = unkept(live.getState()) === 0
    if (isKept && timer === null) timer = setTimeout(then, linger)
    if (!isKept && timer !== null) {
      clearTimeout(timer)
      timer = null
    }
  }
  const stopFollowing = live.subscribe(look)
  look()
  return () => {
    stopFollowing()
    if (timer !== null) clearTimeout(timer)
  }
}
