import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import './leave.css'

type AskProps = {
  /** So many things stand on this device alone, or the server could not be told. */
  step: { at: 'unsent'; count: number } | { at: 'failed' }
  onStay: () => void
  onGo: () => void
}

/** What is asked where leaving would lose something, or could not be told. */
export function AskBeforeLeaving({ step, onStay, onGo }: AskProps) {
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
