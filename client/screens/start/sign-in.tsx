import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { useAction } from '../load.ts'
import { NameForm } from '../name-form.tsx'
import type { Me } from './start-screen.tsx'

type SignInProps = {
  /** From the one-time link of the console; null on the machine itself, where none is needed. */
  secret: string | null
  onSignedIn: (me: Me) => void
}

/** Becoming the first member: a name and a button. */
export function SignIn({ secret, onSignedIn }: SignInProps) {
  const { start } = useText()
  const signIn = useAction(
    (name: string): Promise<Me> =>
      secret === null
        ? call(endpoints.startHere, { body: { name } })
        : call(endpoints.startWithLink, { body: { secret, name } }),
    onSignedIn,
  )
  const { name, help, nameMissing, button, busy } = start.signIn
  return (
    <section className="hs-sheet hs-sheet--narrow hs-start__entry hs-stack" aria-labelledby="sign-in">
      <h2 id="sign-in">{secret === null ? start.signIn.heading : start.startLink.heading}</h2>
      {secret === null ? null : <p>{start.startLink.body}</p>}
      <NameForm
        words={{ name, help, missing: nameMissing, button, busy }}
        isBusy={signIn.isBusy}
        failure={signIn.failure}
        onName={signIn.run}
      />
    </section>
  )
}

/** For a visitor who can do nothing here without a link. */
export function NeedLink() {
  const { start } = useText()
  return (
    <section className="hs-sheet hs-sheet--narrow hs-start__entry hs-stack" aria-labelledby="need-link">
      <h2 id="need-link">{start.needLink.heading}</h2>
      <p>{start.needLink.body}</p>
    </section>
  )
}
