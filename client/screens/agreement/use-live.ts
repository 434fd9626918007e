import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type ObservedAgreement, observeAgreement } from '../../../shared/document/observe.ts'
import {
  type LiveConnection,
  liveConnections,
  openGuarded,
  type StandingConnection,
  standingOf,
} from '../../connection/index.ts'
import { over } from './access-over.ts'
import { followParticipants } from './participants-now.ts'

/** An open agreement: the connection and the document as a value that follows it. */
export type OpenAgreement = {
  live: LiveConnection
  observed: ObservedAgreement
  /** The server was put back to an earlier state while this page was open, or since it was last. */
  isAfterRestore: boolean
}

/** Holds an agreement open for as long as a screen shows it, and until what was written is kept. Null for the moment before. */
export function useOpenAgreement(agreementId: string): OpenAgreement | null {
  const [open, setOpen] = useState<OpenAgreement | null>(null)
  const [attempt, setAttempt] = useState({ isAfterRestore: false })
  useEffect(() => {
    const { live, release } = liveConnections.hold(agreementId, openGuarded)
    const observed = observeAgreement(live.doc)
    setOpen({ live, observed, isAfterRestore: attempt.isAfterRestore })
    const openAnew = () => {
      const { replaced, otherPerson, restored } = live.getState()
      if (!replaced) return
      liveConnections.end(agreementId)
      // All that a page knows is of one person.
      if (otherPerson) location.reload()
      else setAttempt({ isAfterRestore: restored })
    }
    const lookAtEnd = () => over.follow(agreementId, live.getState())
    const stopFollowing = live.subscribe(() => {
      openAnew()
      lookAtEnd()
    })
    const stopParticipants = followParticipants(agreementId, live)
    openAnew()
    lookAtEnd()
    return () => {
      stopFollowing()
      stopParticipants()
      setOpen(null)
      observed.stop()
      release()
    }
  }, [agreementId, attempt])
  return open
}

/** What stands of the connection, followed: who draws this draws nothing anew while somebody types. */
export function useStandingConnection(live: LiveConnection): StandingConnection {
  const last = useRef<StandingConnection | null>(null)
  return useSyncExternalStore(live.subscribe, () => {
    last.current = standingOf(live.getState(), last.current)
    return last.current
  })
}
