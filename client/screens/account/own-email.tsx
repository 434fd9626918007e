import { useState } from 'react'
import { isEmailAddress } from '../../../shared/protocol/email-address.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import type { OwnProps } from './account-screen.tsx'
import { EmailField, PasswordField } from './fields.tsx'

/** The address one signs in with. With mail it changes once the link that is sent to the new one is opened. */
export function OwnEmail({ account, canMail, onChanged }: OwnProps & { canMail: boolean }) {
  const text = useText().account
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const save = useAction(
    () => call(endpoints.changeEmail, { body: { email, password: account.hasPassword ? password : null } }),
    (answer) => {
      setSaid(answer.mailed ? text.emailSent(email) : text.saved)
      setTried(false)
      setEmail('')
      setPassword('')
      onChanged(answer.account)
    },
  )
  const submit = () => {
    setTried(true)
    setSaid('')
    if (isEmailAddress(email) && (!account.hasPassword || password !== '')) save.run(undefined)
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="own-email">
      <h2 id="own-email">{text.emailHeading}</h2>
      <p>{account.email === null ? text.emailNone : text.emailNow(account.email)}</p>
      <Form
        look="secondary"
        button={text.saveEmail}
        isBusy={save.isBusy}
        failure={save.failure}
        onSubmit={submit}
      >
        <EmailField label={text.emailNew} value={email} onChange={setEmail} isTried={isTried} />
        {account.hasPassword ? (
          <PasswordField
            label={text.currentPassword}
            value={password}
            onChange={setPassword}
            isTried={isTried}
          />
        ) : null}
        {canMail ? <p className="hs-soft">{text.emailByMail}</p> : null}
      </Form>
      <p className="hs-account__said" role="status">
        {said}
      </p>
    </section>
  )
}
