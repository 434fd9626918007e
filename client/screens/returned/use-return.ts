import { useCallback, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type {
  FoundChange,
  ReturnView,
  WantedReturnDecision,
} from '../../../shared/protocol/endpoints-returns.ts'
import { type CallFailure, call } from '../../connection/index.ts'
import { useAction } from '../load.ts'
import { countsOf, isFree, isOpen } from './groups-of.ts'

/** What came of the last decisions; null before there are any. */
export type Done = {
  outcome: WantedReturnDecision['outcome']
  proposals: number
  comments: number
  /** How many were not done: something changed meanwhile. */
  failed: number
  /** The article of the first one that was taken over. */
  place: string | null
}

export type ReturnState = {
  view: ReturnView
  chosen: ReadonlySet<string>
  choose: (change: FoundChange, isChosen: boolean) => void
  chooseAll: (areChosen: boolean) => void
  decide: (changes: readonly FoundChange[], outcome: WantedReturnDecision['outcome']) => void
  isBusy: boolean
  failure: CallFailure | null
  done: Done | null
}

/** A file that came back, what is chosen in it, and what was decided. */
export function useReturn(agreementId: string, first: ReturnView): ReturnState {
  const [view, setView] = useState(first)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => freeIn(first))
  const [done, setDone] = useState<Done | null>(null)
  const deciding = useAction(
    async ({ changes, outcome }: Wanted) => ({
      asked: changes,
      outcome,
      answer: await call(endpoints.decideReturn, {
        params: { id: agreementId, returnId: first.returnId },
        body: { decisions: changes.map(({ id, here }) => ({ changeId: id, outcome, here })) },
      }),
    }),
    ({ asked, outcome, answer }) => {
      const results = new Map(answer.results.map(({ changeId, result }) => [changeId, result]))
      const isDone = ({ id }: FoundChange) => results.get(id) === 'done' || results.get(id) === 'already'
      const ready = asked.filter(isDone)
      setView(answer.view)
      // Who did not choose again what changed meanwhile has not read it.
      setChosen((before) => new Set([...before].filter((id) => !asked.some((each) => each.id === id))))
      const place = ready.find((each) => each.place !== null)?.place ?? null
      setDone({ outcome, ...countsOf(ready), failed: asked.length - ready.length, place })
    },
  )
  const choose = useCallback(
    ({ id }: FoundChange, isChosen: boolean) =>
      setChosen((before) => {
        const next = new Set(before)
        if (isChosen) next.add(id)
        else next.delete(id)
        return next
      }),
    [],
  )
  return {
    view,
    chosen: new Set(view.changes.filter((each) => isOpen(each) && chosen.has(each.id)).map(({ id }) => id)),
    choose,
    chooseAll: (areChosen) => setChosen(areChosen ? freeIn(view) : new Set()),
    decide: (changes, outcome) => {
      setDone(null)
      deciding.run({ changes, outcome })
    },
    isBusy: deciding.isBusy,
    failure: deciding.failure,
    done,
  }
}

type Wanted = { changes: readonly FoundChange[]; outcome: WantedReturnDecision['outcome'] }

const freeIn = ({ changes }: ReturnView): Set<string> => new Set(changes.filter(isFree).map(({ id }) => id))
