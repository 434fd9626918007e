import type { ServerNotice } from '../../shared/protocol/live.ts'
import type { CommandQueue, KeptAndWaitingStore, LiveConnection } from '../connection/index.ts'

type Followable = Pick<KeptAndWaitingStore<unknown, never>, 'flush' | 'refresh' | 'close'>
type Bell = Extract<ServerNotice, { kind: 'changed' }>['what']

/** Fetches when the server rings this bell, and sends what waits after every gap. Gives its stop, which also ends the store's own waiting. */
export function followWaiting(store: Followable, live: LiveConnection, bell: Bell): () => void {
  const catchUp = () => void store.flush().then(store.refresh)
  const stopNotices = live.onNotice((notice) => {
    if (notice.kind === 'changed' && notice.what === bell) void store.refresh()
  })
  let wasSynced = live.getState().synced
  if (wasSynced) catchUp()
  const stopStates = live.subscribe(() => {
    const { synced } = live.getState()
    if (synced && !wasSynced) catchUp()
    wasSynced = synced
  })
  return () => {
    stopNotices()
    stopStates()
    store.close()
  }
}

/** Closing the page is asked about while something stands on no device and on no server. Gives its stop. */
export function guardUnsent(queue: Pick<CommandQueue<never>, 'isOnDevice'>): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!queue.isOnDevice()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

/** A moment later, as a store asks for it. */
export function afterTime(time: number, then: () => void): () => void {
  const timer = setTimeout(then, time)
  return () => clearTimeout(timer)
}
