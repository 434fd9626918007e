import { isStuck, unkept } from './connection-state.ts'
import { deviceStore } from './device-store.ts'
import { type LiveConnection, openLive } from './live.ts'

/** Opens an agreement. Closing the page while something is kept neither by the server nor on this device is asked about first. */
export function openGuarded(agreementId: string): LiveConnection {
  const live = openLive(agreementId, { device: deviceStore() })
  const ask = (event: BeforeUnloadEvent) => {
    const state = live.getState()
    if (unkept(state) > 0 && !isStuck(state) && !live.isOnDevice()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return {
    ...live,
    close: () => {
      window.removeEventListener('beforeunload', ask)
      live.close()
    },
  }
}
