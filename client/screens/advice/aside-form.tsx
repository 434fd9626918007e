import { type FormEvent, useState } from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { REASON_LENGTH } from '../../../shared/protocol/endpoints-advice.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { useAdvice, useRule } from './use-advice.ts'

type Props = { finding: Finding; onDone: (words: string) => void; onCancel: () => void }

/** Setting an advice aside: never without a reason that all parties can read. */
export function AsideForm({ finding, onDone, onCancel }: Props) {
  const { aside } = useText().advice
  const { everywhere } = useText()
  const { setAside } = useAdvice()
  const rule = useRule(finding.slug)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const keeping = useAction(
    (words: string) => setAside(finding, words),
    () => onDone(aside.set(rule.finding)),
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') setMissing(true)
    else keeping.run(reason.trim())
  }
  return (
    <form className="hs-advice__aside" onSubmit={send}>
      <TextArea
        label={aside.reason}
        help={aside.help}
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH}
        complaint={isMissing && reason.trim() === '' ? aside.missing : null}
        autoFocus
      />
      {keeping.failure === null ? null : <Failure failure={keeping.failure} />}
      <div className="hs-advice__actions">
        <Button look="primary" type="submit" isBusy={keeping.isBusy}>
          {aside.save}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {everywhere.cancel}
        </Button>
      </div>
    </form>
  )
}
