import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CallFailure } from '../../connection/index.ts'
import { isSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { useLeaving } from '../leave/use-leaving.tsx'
import { NameField } from '../name-field.tsx'
import { SharedComputerChoice } from '../shared-computer-choice.tsx'
import type { Known } from './use-known.ts'

/** What somebody says at the door. */
export type Entry = { name: string; readAlong: boolean; sharedComputer: boolean }

type EnterFormProps = {
  /** Where another human comes in than the one this browser is known as; opened anew, so that nothing of that one is left. */
  anew: string
  /** Whom this browser is known as. */
  known: Known
  isBusy: boolean
  failure: CallFailure | null
  /** Says whether there is more to fill in before one may write. */
  mayWrite?: () => boolean
  onEnter: (entry: Entry) => void
  /** What is asked before the name. */
  children?: ReactNode
}

/** One screen to enter: a name and a button, or a look without a name. */
export function EnterForm({ anew, known, isBusy, failure, mayWrite, onEnter, children }: EnterFormProps) {
  const { join } = useText()
  const [name, setName] = useState(known.name)
  const [missing, setMissing] = useState(false)
  const [isShared, setShared] = useState(isSharedComputer)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnName(form, children === undefined)
  useEffect(fetchAhead, [])
  const enter = (readAlong: boolean) =>
    onEnter({ name: readAlong ? known.name : name.trim(), readAlong, sharedComputer: isShared })
  const submit = () => {
    const isMissing = name.trim() === ''
    setMissing(isMissing)
    const isReady = mayWrite?.() ?? true
    if (!isMissing && isReady) enter(false)
  }
  return (
    <form
      ref={form}
      className="hs-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {known.name === '' ? null : <KnownAs name={known.name} anew={anew} />}
      {children}
      <NameField
        words={{ name: join.name, help: join.nameHelp, missing: join.nameMissing }}
        value={name}
        isMissing={missing}
        onChange={(value) => {
          setName(value)
          setMissing(false)
        }}
      />
      {failure === null ? null : <Failure failure={failure} />}
      <div className="hs-join__ways">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {isBusy ? join.pending : join.button}
        </Button>
        <Button look="quiet" aria-describedby="read-along" isDisabled={isBusy} onPress={() => enter(true)}>
          {join.readAlong}
        </Button>
      </div>
      <p className="hs-soft hs-join__small" id="read-along">
        {join.readAlongHelp}
      </p>
      <SharedComputerChoice isShared={isShared} onChange={setShared} />
      <p className="hs-soft hs-join__small">{isShared ? join.keptShared : join.kept}</p>
    </form>
  )
}

/** What is drawn after this form comes in while somebody reads it and types a name. */
function fetchAhead(): void {
  import('../agreement/agreement-screen.tsx').catch(() => {})
}

/** The name is what this page is for: who comes with a keyboard types at once, unless something else is asked first. */
function useFocusOnName(form: { current: HTMLFormElement | null }, isFirst: boolean): void {
  useEffect(() => {
    const isElsewhere = document.activeElement?.matches('input, button, a') ?? false
    const field = form.current?.querySelector<HTMLInputElement>('input[name="name"]')
    if (isFirst && !isElsewhere) field?.focus({ preventScroll: true })
  }, [form, isFirst])
}

/** Another human than the one this browser is known as must not come in as that one. */
function KnownAs({ name, anew }: { name: string; anew: string }) {
  const { join } = useText()
  const leaving = useLeaving(anew)
  return (
    <div className="hs-join__known">
      <p>{join.known.body(name)}</p>
      <Button isBusy={leaving.isBusy} onPress={leaving.leave}>
        {leaving.isBusy ? join.known.otherBusy : join.known.other}
      </Button>
      {leaving.dialog}
    </div>
  )
}
