import { useCallback, useEffect, useRef, useState } from 'react'
import type { ServerNotice } from '../../shared/protocol/live.ts'
import { type CallFailure, failureOf, type LiveConnection } from '../connection/index.ts'

/** What the server keeps beside the text, as last fetched. An answer that is there stays while a newer one is fetched, and when that fails. */
export type Followed<T> = {
  /** Null until it is here for the first time. */
  value: T | null
  failure: CallFailure | null
  refresh: () => void
  /** Puts in what is known to be so before the server is asked. */
  change: (next: (value: T) => T) => void
}

export type Bell = Extract<ServerNotice, { kind: 'changed' }>['what']

/**
 * Fetches when the screen appears, when the server rings this bell, and when the connection is back: a bell that rang meanwhile was not heard. Wrap
 * `load` in `useCallback`. One question at a time: of many bells in a row, the last answer counts.
 */
export function useFollowed<T>(live: LiveConnection, bell: Bell, load: () => Promise<T>): Followed<T> {
  const [value, setValue] = useState<T | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const asking = useRef({ isBusy: false, isAgain: false, isHere: true })
  const refresh = useCallback(() => {
    const state = asking.current
    if (state.isBusy) state.isAgain = true
    if (state.isBusy) return
    state.isBusy = true
    load()
      .then(
        (answer) => {
          if (state.isHere) setValue(answer)
          if (state.isHere) setFailure(null)
        },
        (thrown: unknown) => state.isHere && setFailure(failureOf(thrown)),
      )
      .finally(() => {
        const isAgain = state.isAgain && state.isHere
        Object.assign(state, { isBusy: false, isAgain: false })
        if (isAgain) refresh()
      })
  }, [load])
  useEffect(() => {
    const state = { isBusy: false, isAgain: false, isHere: true }
    asking.current = state
    setValue(null)
    refresh()
    return () => {
      state.isHere = false
    }
  }, [refresh])
  useEffect(
    () =>
      live.onNotice((notice) => {
        if (notice.kind === 'welcome' || (notice.kind === 'changed' && notice.what === bell)) refresh()
      }),
    [live, bell, refresh],
  )
  const change = useCallback(
    (next: (value: T) => T) => setValue((known) => (known === null ? null : next(known))),
    [],
  )
  return { value, failure, refresh, change }
}
