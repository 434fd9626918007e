import { type ReactNode, useState } from 'react'
import type { CallFailure } from '../connection/index.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from './failure.tsx'
import { NameField } from './name-field.tsx'

type NameFormProps = {
  words: { name: string; help: string; missing: string; button: string; busy: string }
  isBusy: boolean
  failure: CallFailure | null
  onName: (name: string) => void
  children?: ReactNode
}

/** One field, one button: under which name the others see you. */
export function NameForm({ words, isBusy, failure, onName, children }: NameFormProps) {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = () => {
    const trimmed = name.trim()
    setMissing(trimmed === '')
    if (trimmed !== '') onName(trimmed)
  }
  return (
    <form
      className="hs-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <NameField
        words={words}
        value={name}
        isMissing={missing}
        onChange={(value) => {
          setName(value)
          setMissing(false)
        }}
      />
      {failure === null ? null : <Failure failure={failure} />}
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? words.busy : words.button}
      </Button>
      {children}
    </form>
  )
}
