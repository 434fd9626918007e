import { useCallback, useEffect, useState } from 'react'
import { type CheckResult, type CheckStep, checkConnection } from '../../connection/index.ts'

export type StepState = 'waiting' | 'busy' | 'good' | 'bad'

export type Check = {
  readonly steps: Readonly<Record<CheckStep, StepState>>
  /** Null as long as the test runs. */
  readonly result: CheckResult | null
  /** When it began. */
  readonly at: Date
  again: () => void
}

const NEXT: Record<CheckStep, CheckStep | null> = {
  reached: 'socket',
  socket: 'line',
  line: 'storage',
  storage: null,
}
const BEGIN: Record<CheckStep, StepState> = {
  reached: 'busy',
  socket: 'waiting',
  line: 'waiting',
  storage: 'waiting',
}

/** Runs the test when the page opens, and again when asked. */
export function useCheck(): Check {
  const [run, setRun] = useState(() => ({ at: new Date() }))
  const [steps, setSteps] = useState(BEGIN)
  const [result, setResult] = useState<CheckResult | null>(null)
  useEffect(() => {
    let isCurrent = run.at !== null
    checkConnection((step, { isGood }) => {
      const next = NEXT[step]
      if (!isCurrent) return
      setSteps((before) => ({
        ...before,
        [step]: isGood ? 'good' : 'bad',
        ...(next === null ? {} : { [next]: 'busy' }),
      }))
    }).then((found) => {
      if (isCurrent) setResult(found)
    })
    return () => {
      isCurrent = false
    }
  }, [run])
  const again = useCallback(() => {
    setSteps(BEGIN)
    setResult(null)
    setRun({ at: new Date() })
  }, [])
  return { steps, result, at: run.at, again }
}
