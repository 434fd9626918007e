import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import type { OwnProps } from './account-screen.tsx'
import { NewPasswordField, PasswordField } from './fields.tsx'

/** Choosing a password, in place of the one before. */
export function OwnPassword({ account, onChanged }: OwnProps) {
  const text = useText().account
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const save = useAction(
    () =>
      call(endpoints.changePassword, {
        body: { current: account.hasPassword ? current : null, password },
      }),
    (changed) => {
      setSaid(text.passwordSaved)
      setTried(false)
      setCurrent('')
      setPassword('')
      onChanged(changed)
    },
  )
  const submit = () => {
    setTried(true)
    setSaid('')
    if (password !== '' && (!account.hasPassword || current !== '')) save.run(undefined)
  }
  if (account.email === null) return null
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="own-password">
      <h2 id="own-password">{text.passwordHeading}</h2>
      {account.hasPassword ? null : <p>{text.passwordNone}</p>}
      <Form
        look="secondary"
        button={text.savePassword}
        isBusy={save.isBusy}
        failure={save.failure}
        onSubmit={submit}
      >
        <input type="email" name="email" autoComplete="username" value={account.email} readOnly hidden />
        {account.hasPassword ? (
          <PasswordField
            label={text.currentPassword}
            value={current}
            onChange={setCurrent}
            isTried={isTried}
          />
        ) : null}
        <NewPasswordField value={password} onChange={setPassword} isTried={isTried} />
      </Form>
      <p className="hs-account__said" role="status">
        {said}
      </p>
    </section>
  )
}
