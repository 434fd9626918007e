import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import type { OwnProps } from './account-screen.tsx'
import { NameField } from './fields.tsx'

/** The name that others see. */
export function OwnName({ account, onChanged }: OwnProps) {
  const text = useText().account
  const [name, setName] = useState(account.name)
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const save = useAction(
    () => call(endpoints.changeName, { body: { name: name.trim() } }),
    (changed) => {
      setSaid(text.saved)
      onChanged(changed)
    },
  )
  const submit = () => {
    setTried(true)
    setSaid('')
    if (name.trim() !== '') save.run(undefined)
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="own-name">
      <h2 id="own-name">{text.nameHeading}</h2>
      <Form
        look="secondary"
        button={text.saveName}
        isBusy={save.isBusy}
        failure={save.failure}
        onSubmit={submit}
      >
        <NameField value={name} onChange={setName} isTried={isTried} />
      </Form>
      <p className="hs-account__said" role="status">
        {said}
      </p>
    </section>
  )
}
