import { type ReactNode, useState } from 'react'
import { leaveDevice, unsentHere } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import './leave.css'

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
    dialog: isOpen ? <Ask step={step} onStay={stay} onGo={go} /> : null,
  }
}

type AskProps = {
  step: Extract<Step, { at: 'unsent' | 'failed' }>
  onStay: () => void
  onGo: () => void
}

function Ask({ step, onStay, onGo }: AskProps) {
  const { leave, everywhere } = useText()
  const isUnsent = step.at === 'unsent'
  return (
    <Dialog
      title={isUnsent ? leave.unsent.title : leave.failed.title}
      closeLabel={everywhere.close}
      isOpen
      onClose={onStay}
    >
      <div className="hs-leave__ask">
        <Callout kind={isUnsent ? 'attention' : 'wrong'}>
          {isUnsent ? leave.unsent.body(step.count) : leave.failed.body}
        </Callout>
        <div className="hs-leave__choices">
          {isUnsent ? (
            <Button look="primary" onPress={onStay}>
              {leave.unsent.stay}
            </Button>
          ) : null}
          <Button look={isUnsent ? 'danger' : 'primary'} onPress={onGo}>
            {isUnsent ? leave.unsent.go : everywhere.again}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
