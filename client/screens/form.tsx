import type { ReactNode } from 'react'
import type { CallFailure } from '../connection/index.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from './failure.tsx'

type FormProps = {
  /** What the button does. */
  button: string
  look?: 'primary' | 'secondary' | 'danger'
  isBusy: boolean
  failure: CallFailure | null
  onSubmit: () => void
  children: ReactNode
}

/** A few fields and one button; what went wrong stands between them. */
export function Form({ button, look = 'primary', isBusy, failure, onSubmit, children }: FormProps) {
  const { account } = useText()
  return (
    <form
      className="hs-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      {failure === null ? null : <Failure failure={failure} />}
      <Button look={look} type="submit" isBusy={isBusy}>
        {isBusy ? account.busy : button}
      </Button>
    </form>
  )
}
