import { useEffect, useState, useSyncExternalStore } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call, type LiveConnection } from '../../connection/index.ts'
import { createScanStore, type ScanState, type ScanStore } from './scan-store.ts'

/** Opens the scan of an agreement for as long as the screen shows it. */
export function useScanStore(agreementId: string): ScanStore {
  const [store] = useState(() => createScanStore(callsFor(agreementId)))
  useEffect(() => {
    store.refresh()
    // Who puts the phone away has said the last word for now: it does not wait for a pause.
    const onHide = () => {
      if (document.visibilityState === 'hidden') store.settle()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      store.close()
    }
  }, [store])
  return store
}

function callsFor(agreementId: string) {
  const params = { id: agreementId }
  return {
    load: () => call(endpoints.getScan, { params }),
    score: (body: { partyId: string; factorId: string; score: number | null; note: string }) =>
      call(endpoints.scoreFactor, { params, body }),
    after: (milliseconds: number, task: () => void) => {
      const timer = setTimeout(task, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}

/** The state of the scan, followed. */
export function useScan(store: ScanStore): ScanState {
  return useSyncExternalStore(store.subscribe, store.getState)
}

/** Fetches the scan again when the server says that it changed, and after a lost connection. */
export function useScanNews(store: ScanStore, live: LiveConnection | null): void {
  useEffect(() => {
    if (live === null) return
    return live.onNotice((notice) => {
      const isNews = notice.kind === 'welcome' || (notice.kind === 'changed' && notice.what === 'scan')
      if (isNews) store.refresh()
    })
  }, [store, live])
}
