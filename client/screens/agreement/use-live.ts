import { useEffect, useState, useSyncExternalStore } from 'react'
import { type ObservedAgreement, observeAgreement } from '../../../shared/document/observe.ts'
import { type ConnectionState, type LiveConnection, liveConnections } from '../../connection/index.ts'

/** An open agreement: the connection and the document as a value that follows it. */
export type OpenAgreement = { live: LiveConnection; observed: ObservedAgreement }

/** Holds an agreement open for as long as a screen shows it, and until what was written is kept. Null for the moment before. */
export function useOpenAgreement(agreementId: string): OpenAgreement | null {
  const [open, setOpen] = useState<OpenAgreement | null>(null)
  useEffect(() => {
    const { live, release } = liveConnections.hold(agreementId)
    const observed = observeAgreement(live.doc)
    setOpen({ live, observed })
    return () => {
      setOpen(null)
      observed.stop()
      release()
    }
  }, [agreementId])
  return open
}

/** The state of the connection, followed. */
export function useConnection(live: LiveConnection): ConnectionState {
  return useSyncExternalStore(live.subscribe, live.getState)
}
