import { lazy, type ReactNode, Suspense, useState } from 'react'
import { leaveDevice, unsentHere } from '../../connection/index.ts'

// Seldom asked, and a sheet is much to fetch for who comes in for the first time.
const AskBeforeLeaving = lazy(() =>
  import('./ask-before-leaving.tsx').then(({ AskBeforeLeaving }) => ({ default: AskBeforeLeaving })),
)

type Step = { at: 'here' } | { at: 'leaving' } | { at: 'unsent'; count: number } | { at: 'failed' }

export type Leaving = {
  isBusy: boolean
  /** Signs out: at once, unless something would be lost. */
  leave: () => void
  /** What is asked or said meanwhile; draw it somewhere on the page. */
  dialog: ReactNode
}

/** Signing out: one tap, but for words that stand on this device alone. `to`: where the page goes then. */
export function useLeaving(to?: string): Leaving {
  const [step, setStep] = useState<Step>({ at: 'here' })
  const go = () => {
    setStep({ at: 'leaving' })
    leaveDevice(to).catch(() => setStep({ at: 'failed' }))
  }
  const leave = () => {
    if (step.at === 'leaving') return
    unsentHere()
      .then((count) => (count === 0 ? go() : setStep({ at: 'unsent', count })))
      .catch(go)
  }
  const stay = () => setStep({ at: 'here' })
  const isOpen = step.at === 'unsent' || step.at === 'failed'
  return {
    isBusy: step.at === 'leaving',
    leave,
    dialog: isOpen ? (
      <Suspense fallback={null}>
        <AskBeforeLeaving step={step} onStay={stay} onGo={go} />
      </Suspense>
    ) : null,
  }
}
