import { useCallback, useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { PartyRound } from '../../../shared/protocol/endpoints-consultation.ts'
import { type CallFailure, call, failureOf } from '../../connection/index.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'

export type Rounds = {
  /** Null until they are here for the first time. */
  parties: readonly PartyRound[] | null
  failure: CallFailure | null
  refresh: () => void
}

/** The rounds of an agreement, fetched again when the server says that something came in. Not kept on the device. */
export function useRounds(agreementId: string, open: OpenAgreement): Rounds {
  const [parties, setParties] = useState<readonly PartyRound[] | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const asking = useRef({ isBusy: false, isAgain: false })
  const refresh = useCallback(() => {
    const state = asking.current
    // One question at a time: of many bells in a row, the last answer counts.
    if (state.isBusy) state.isAgain = true
    if (state.isBusy) return
    state.isBusy = true
    call(endpoints.getRounds, { params: { id: agreementId } })
      .then(
        (answer) => {
          setParties(answer.parties)
          setFailure(null)
        },
        (thrown: unknown) => setFailure(failureOf(thrown)),
      )
      .finally(() => {
        const { isAgain } = state
        Object.assign(state, { isBusy: false, isAgain: false })
        if (isAgain) refresh()
      })
  }, [agreementId])
  useEffect(refresh, [refresh])
  useEffect(
    () =>
      open.live.onNotice((notice) => {
        if (notice.kind === 'changed' && notice.what === 'consultation') refresh()
      }),
    [open, refresh],
  )
  return { parties, failure, refresh }
}
