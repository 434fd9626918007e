import { useText } from '../../text/index.ts'
import { Button, type ButtonLook, IconButton } from '../../ui/button.tsx'
import { useLeaving } from './use-leaving.tsx'

type LeaveButtonProps = {
  look?: ButtonLook
  label?: string
  /** Where there is no room for words it is a sign with a name. */
  isWide?: boolean
}

/** The button that signs out and takes everything off this device. */
export function LeaveButton({ look = 'quiet', label, isWide = true }: LeaveButtonProps) {
  const { leave } = useText()
  const leaving = useLeaving()
  const words = leaving.isBusy ? leave.busy : (label ?? leave.button)
  return (
    <>
      {isWide ? (
        <Button look={look} icon="leave" isBusy={leaving.isBusy} onPress={leaving.leave}>
          {words}
        </Button>
      ) : (
        <IconButton icon="leave" label={words} onPress={leaving.leave} />
      )}
      {leaving.dialog}
    </>
  )
}
