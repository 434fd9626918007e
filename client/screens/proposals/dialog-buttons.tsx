import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

/** Under a dialog that proposes something: doing so, or not. */
export function DialogButtons({
  isReady,
  onSend,
  onClose,
}: {
  isReady: boolean
  onSend: () => void
  onClose: () => void
}) {
  const { dialog } = useText().proposals
  return (
    <div className="hs-proposal__buttons">
      <Button look="primary" isDisabled={!isReady} onPress={onSend}>
        {dialog.send}
      </Button>
      <Button onPress={onClose}>{dialog.cancel}</Button>
    </div>
  )
}
