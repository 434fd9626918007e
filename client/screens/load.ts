import { useCallback, useEffect, useState } from 'react'
import { type CallFailure, failureOf } from '../connection/index.ts'

/** Something that is fetched for a screen: on its way, here, or not to be had. */
export type Loaded<T> =
  | { state: 'busy' }
  | { state: 'ready'; value: T; again: () => void }
  | { state: 'broken'; failure: CallFailure; again: () => void }

/**
 * Fetches when the screen appears and whenever `load` changes, so wrap it in `useCallback`. An answer that comes after a newer
 * question is left aside. What could not be reached is fetched by itself when the network is back.
 */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'busy' })
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((count) => count + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to load again
  useEffect(() => {
    let current = true
    setLoaded({ state: 'busy' })
    load().then(
      (value) => current && setLoaded({ state: 'ready', value, again }),
      (thrown: unknown) => current && setLoaded({ state: 'broken', failure: failureOf(thrown), again }),
    )
    return () => {
      current = false
    }
  }, [load, again, attempt])
  const isOffline = loaded.state === 'broken' && loaded.failure.kind === 'unreachable'
  useEffect(() => {
    if (!isOffline) return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [isOffline, again])
  return loaded
}

export type Doing<Input> = {
  isBusy: boolean
  failure: CallFailure | null
  run: (input: Input) => void
  reset: () => void
}

/** One thing the person does: while it goes on it cannot be done twice; a failure stays until the next try. */
export function useAction<Input, Output>(
  act: (input: Input) => Promise<Output>,
  onDone: (output: Output) => void,
): Doing<Input> {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const run = (input: Input) => {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    act(input)
      .then(onDone, (thrown: unknown) => setFailure(failureOf(thrown)))
      .finally(() => setBusy(false))
  }
  return { isBusy, failure, run, reset: () => setFailure(null) }
}
