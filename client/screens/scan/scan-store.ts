import type { ScanView } from '../../../shared/protocol/endpoints-scan.ts'
import { type CallFailure, failureOf } from '../../connection/index.ts'

/** What a party says about a factor. */
export type Answer = { score: number | null; note: string }

export type ScanState = {
  /** What the server has; null until it was fetched once. */
  view: ScanView | null
  /** Why fetching did not succeed. */
  failure: CallFailure | null
  /** Answers that the server has not said to have, by party and factor. */
  unsaved: ReadonlyMap<string, Unsaved>
  /** Why keeping them does not succeed now. It is tried again by itself. */
  trouble: CallFailure | null
}
type Unsaved = Answer & { partyId: string; factorId: string }

export type ScanCalls = {
  load: () => Promise<ScanView>
  score: (answer: Unsaved) => Promise<ScanView>
  /** Runs a task after so many milliseconds; gives what stops it. */
  after: (milliseconds: number, task: () => void) => () => void
}

/** Somebody who types is not followed letter by letter. */
const CALM = 400
const TRY_AGAIN = 3000
const NO_ANSWER: Answer = { score: null, note: '' }

/**
 * The scan on this screen: what the server has, and what was answered here and is on its way. Answers go one after the other, the
 * newest per factor; what does not arrive stays and is offered again, so that nothing that was filled in is lost while the page is open.
 */
export type ScanStore = ReturnType<typeof createScanStore>

export function createScanStore({ load, score, after }: ScanCalls) {
  const listeners = new Set<() => void>()
  let state: ScanState = { view: null, failure: null, unsaved: new Map(), trouble: null }
  let stopWaiting: (() => void) | null = null
  let sending: Promise<void> | null = null
  let asked = 0

  const change = (next: Partial<ScanState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const wait = (milliseconds: number) => {
    stopWaiting?.()
    stopWaiting = after(milliseconds, () => {
      stopWaiting = null
      startSending()
    })
  }

  const startSending = (): Promise<void> => {
    stopWaiting?.()
    stopWaiting = null
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  const sendAll = async () => {
    for (let next = firstUnsaved(); next !== null; next = firstUnsaved()) {
      const [key, answer] = next
      try {
        const view = await score(answer)
        asked += 1
        change({ view, unsaved: without(key, answer), trouble: null })
      } catch (thrown) {
        const trouble = failureOf(thrown)
        // What the server will never take is let go: the screen says why, and shows again what is kept.
        if (isFinal(trouble)) {
          change({ trouble, unsaved: without(key, answer) })
          await refresh()
        } else {
          change({ trouble })
          wait(TRY_AGAIN)
          return
        }
      }
    }
  }

  const firstUnsaved = () => state.unsaved.entries().next().value ?? null

  /** The answer may have been changed while it travelled: then the newer one is still to go. */
  const without = (key: string, sent: Unsaved) => {
    const left = new Map(state.unsaved)
    if (left.get(key) === sent) left.delete(key)
    return left
  }

  const refresh = async () => {
    const mine = ++asked
    try {
      const view = await load()
      // An answer to a later question is newer than this one.
      if (mine === asked) change({ view, failure: null })
    } catch (thrown) {
      if (mine === asked) change({ failure: failureOf(thrown) })
    }
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Fetches what the server has now. */
    refresh,
    /** Takes over what a call answered. */
    take: (view: ScanView) => {
      asked += 1
      change({ view, failure: null })
    },
    answer: (partyId: string, factorId: string, answer: Answer) => {
      const unsaved = new Map(state.unsaved)
      unsaved.set(keyOf(partyId, factorId), { partyId, factorId, ...answer })
      change({ unsaved })
      if (sending === null) wait(CALM)
    },
    /** Sends what waits at once. Resolves when the server has it all; false when that does not succeed now. */
    settle: async (): Promise<boolean> => {
      await startSending()
      return state.unsaved.size === 0
    },
    /** Sends what waits and stops trying. */
    close: () => {
      if (state.unsaved.size > 0) startSending()
      stopWaiting?.()
      listeners.clear()
    },
  }
}

const keyOf = (partyId: string, factorId: string) => `${partyId} ${factorId}`

/** What the screen shows as the answer of a party: the one made here, else the one the server has. */
export function answerOf(state: ScanState, partyId: string, factorId: string): Answer {
  const own = state.unsaved.get(keyOf(partyId, factorId))
  const kept = state.view?.scores.find((each) => each.partyId === partyId && each.factorId === factorId)
  return own ?? kept ?? NO_ANSWER
}

function isFinal(failure: CallFailure): boolean {
  return failure.kind === 'problem' && failure.problem.status < 500 && failure.name !== 'too-many-requests'
}
