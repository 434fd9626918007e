import { useState } from 'react'
import { isEmailAddress } from '../../../shared/protocol/email-address.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmailField, NameField, NewPasswordField } from '../account/fields.tsx'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import { NameForm } from '../name-form.tsx'
import type { Me } from './start-screen.tsx'

type SignInProps = { onSignedIn: (me: Me) => void }

/** Becoming the first member on the machine itself: a name and a button. */
export function StartHere({ onSignedIn }: SignInProps) {
  const { start } = useText()
  const signIn = useAction(
    (name: string): Promise<Me> => call(endpoints.startHere, { body: { name } }),
    onSignedIn,
  )
  const { name, help, nameMissing, button, busy } = start.signIn
  return (
    <section className="hs-sheet hs-sheet--narrow hs-start__entry hs-stack" aria-labelledby="sign-in">
      <h2 id="sign-in">{start.signIn.heading}</h2>
      <NameForm
        words={{ name, help, missing: nameMissing, button, busy }}
        isBusy={signIn.isBusy}
        failure={signIn.failure}
        onName={signIn.run}
      />
    </section>
  )
}

type Given = { name: string; email: string; password: string }

/** Becoming the first member with the one-time link of the console: with an account from the start. */
export function StartWithLink({ secret, onSignedIn }: SignInProps & { secret: string }) {
  const { start } = useText()
  const [given, setGiven] = useState<Given>({ name: '', email: '', password: '' })
  const [isTried, setTried] = useState(false)
  const begin = useAction(
    (all: Given): Promise<Me> => call(endpoints.startWithLink, { body: { secret, ...all } }),
    onSignedIn,
  )
  const change = (part: Partial<Given>) => setGiven({ ...given, ...part })
  const submit = () => {
    setTried(true)
    if (given.name.trim() !== '' && isEmailAddress(given.email) && given.password !== '') begin.run(given)
  }
  return (
    <section className="hs-sheet hs-sheet--narrow hs-start__entry hs-stack" aria-labelledby="sign-in">
      <h2 id="sign-in">{start.startLink.heading}</h2>
      <p>{start.startLink.body}</p>
      <Form button={start.signIn.button} isBusy={begin.isBusy} failure={begin.failure} onSubmit={submit}>
        <NameField value={given.name} onChange={(name) => change({ name })} isTried={isTried} />
        <EmailField value={given.email} onChange={(email) => change({ email })} isTried={isTried} />
        <NewPasswordField
          value={given.password}
          onChange={(password) => change({ password })}
          isTried={isTried}
        />
      </Form>
    </section>
  )
}

/** For a visitor who comes without a link: what to open, or where to sign in. */
export function NeedLink() {
  const { start, account } = useText()
  return (
    <section className="hs-sheet hs-sheet--narrow hs-start__entry hs-stack" aria-labelledby="need-link">
      <h2 id="need-link">{start.needLink.heading}</h2>
      <p>{start.needLink.body}</p>
      <h2>{account.haveAccount}</h2>
      <ButtonLink look="primary" href="/aanmelden">
        {account.signIn}
      </ButtonLink>
    </section>
  )
}
