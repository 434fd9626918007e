import type { ServerNotice } from '../../shared/protocol/live.ts'
import {
  type ConnectionEvent,
  type ConnectionState,
  connectionReducer,
  initialConnection,
} from './connection-state.ts'

/** The state of one connection, followed by screens, and the notices that pass. */
export type LiveStore = ReturnType<typeof createLiveStore>

export function createLiveStore() {
  let state: ConnectionState = initialConnection
  const listeners = new Set<() => void>()
  const noticeListeners = new Set<(notice: ServerNotice) => void>()
  const add = <T>(set: Set<T>, item: T) => {
    set.add(item)
    return () => {
      set.delete(item)
    }
  }
  return {
    getState: () => state,
    subscribe: (listener: () => void) => add(listeners, listener),
    onNotice: (listener: (notice: ServerNotice) => void) => add(noticeListeners, listener),
    dispatch(event: ConnectionEvent) {
      const next = connectionReducer(state, event)
      if (next !== state) {
        state = next
        for (const listener of listeners) listener()
      }
      if (event.kind === 'notice') for (const listener of noticeListeners) listener(event.notice)
    },
  }
}
