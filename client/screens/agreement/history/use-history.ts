import { useCallback, useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { CHANGES_AT_ONCE, type HistoryView } from '../../../../shared/protocol/endpoints-history.ts'
import { call, failureOf } from '../../../connection/index.ts'
import type { HistoryState } from './history-room.ts'

type Fetched = HistoryState & { refresh: () => void; older: () => void; hasOlder: boolean }

/** Fetches the history when the screen appears, and again when it is asked to. An answer to an older question is left aside. */
export function useHistory(agreementId: string): Fetched {
  const [state, setState] = useState<HistoryState>({ value: null, failure: null, isBusy: true })
  const [hasOlder, setHasOlder] = useState(false)
  const question = useRef(0)
  const ask = useCallback(
    (known: HistoryView | null) => {
      const mine = ++question.current
      const isNewest = () => question.current === mine
      const before = known?.changes.at(-1)?.to
      setState((now) => ({ ...now, failure: null, isBusy: true }))
      call(endpoints.getHistory, {
        params: { id: agreementId },
        query: before === undefined ? {} : { before },
      }).then(
        (answer) => {
          if (!isNewest()) return
          setHasOlder(answer.changes.length >= CHANGES_AT_ONCE)
          const changes = [...(known?.changes ?? []), ...answer.changes]
          setState({ value: { ...answer, changes }, failure: null, isBusy: false })
        },
        (thrown: unknown) => {
          if (isNewest()) setState((now) => ({ ...now, failure: failureOf(thrown), isBusy: false }))
        },
      )
    },
    [agreementId],
  )
  const refresh = useCallback(() => ask(null), [ask])
  useEffect(() => {
    refresh()
    return () => {
      question.current++
    }
  }, [refresh])
  return { ...state, refresh, older: () => ask(state.value), hasOlder }
}
