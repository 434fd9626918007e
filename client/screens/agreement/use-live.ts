import { useEffect, useState, useSyncExternalStore } from 'react'
import { type ObservedAgreement, observeAgreement } from '../../../shared/document/observe.ts'
import { type ConnectionState, type LiveConnection, openLive } from '../../connection/index.ts'

/** An open agreement: the connection and the document as a value that follows it. */
export type OpenAgreement = { live: LiveConnection; observed: ObservedAgreement }

/** Opens an agreement for as long as the screen shows it. Null for the moment before it is opened. */
export function useOpenAgreement(agreementId: string): OpenAgreement | null {
  const [open, setOpen] = useState<OpenAgreement | null>(null)
  useEffect(() => {
    const live = openLive(agreementId)
    const observed = observeAgreement(live.doc)
    setOpen({ live, observed })
    return () => {
      setOpen(null)
      observed.stop()
      live.close()
    }
  }, [agreementId])
  return open
}

/** The state of the connection, followed. */
export function useConnection(live: LiveConnection): ConnectionState {
  return useSyncExternalStore(live.subscribe, live.getState)
}
