import { useState } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { VERSION_NAME } from '../../../shared/protocol/endpoints-versions.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'

/** Keeps the agreement as it is now, under a name. What the server does not have yet is not in it. */
export function NameVersion({ agreementId, onKept }: { agreementId: string; onKept: () => void }) {
  const { versions } = useText()
  const [draft, setDraft] = useState(() => ({ id: randomId(), name: '' }))
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isKept, setKept] = useState(false)
  const keeping = useAction(
    (body: { id: string; name: string }) =>
      call(endpoints.makeVersion, { params: { id: agreementId }, body }),
    () => {
      setDraft({ id: randomId(), name: '' })
      setKept(true)
      onKept()
    },
  )
  const send = () => {
    const name = draft.name.trim()
    const wrong = name === '' ? versions.nameMissing : null
    setComplaint(wrong)
    setKept(false)
    if (wrong === null) keeping.run({ ...draft, name })
  }
  return (
    <form
      className="hs-sheet hs-versions__name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={versions.name}
        help={versions.nameHelp}
        maxLength={VERSION_NAME}
        value={draft.name}
        onChange={(name) => setDraft((now) => ({ ...now, name }))}
        complaint={complaint}
      />
      {keeping.failure === null ? null : <Failure failure={keeping.failure} />}
      <div className="hs-versions__buttons">
        <Button look="primary" type="submit" isBusy={keeping.isBusy}>
          {keeping.isBusy ? versions.keeping : versions.keep}
        </Button>
        <span role="status">{isKept ? versions.kept : ''}</span>
      </div>
    </form>
  )
}
