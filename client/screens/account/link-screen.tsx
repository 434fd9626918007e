import { type ReactNode, useCallback, useState } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type CallFailure, call } from '../../connection/index.ts'
import { isSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { Form } from '../form.tsx'
import { useAction, useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { NameField, NewPasswordField } from './fields.tsx'
import './account.css'

type LinkProps = { secret: string | null; onSignedIn: () => void }
type Seen = z.output<(typeof endpoints.seeLink)['success']['body']>

/**
 * What a link from a mail is for. It is used by pressing a button: programs that look into mails open what they find, and would use it up
 * before its reader does.
 */
export function LinkScreen({ secret, onSignedIn }: LinkProps) {
  const { account } = useText()
  return (
    <Page title={account.link.pageTitle}>
      {secret === null ? <NoSecret /> : <WithSecret key={secret} secret={secret} onSignedIn={onSignedIn} />}
    </Page>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  return <section className="hs-sheet hs-sheet--narrow hs-account__entry hs-stack">{children}</section>
}

function NoSecret() {
  const { account } = useText()
  return (
    <Sheet>
      <h1>{account.link.missingHeading}</h1>
      <p>{account.link.missingBody}</p>
      <ToSignIn />
    </Sheet>
  )
}

function ToSignIn() {
  const { account } = useText()
  return <ButtonLink href="/aanmelden">{account.signIn}</ButtonLink>
}

type WithSecretProps = { secret: string; onSignedIn: () => void }

function WithSecret({ secret, onSignedIn }: WithSecretProps) {
  const { account } = useText()
  const seen = useLoad(useCallback(() => call(endpoints.seeLink, { body: { secret } }), [secret]))
  if (seen.state === 'broken') return <NotSeen failure={seen.failure} again={seen.again} />
  if (seen.state === 'ready') return <ForKind secret={secret} seen={seen.value} onSignedIn={onSignedIn} />
  return (
    <Sheet>
      <p aria-busy="true">{account.link.looking}</p>
      <Skeleton width="80%" height="1.8em" />
      <Skeleton width="100%" height="2.75rem" />
    </Sheet>
  )
}

function NotSeen({ failure, again }: { failure: CallFailure; again: () => void }) {
  if (failure.kind !== 'problem' || failure.name !== 'invalid-link')
    return <Failure failure={failure} again={again} />
  return (
    <Sheet>
      <h1>{failure.problem.title}</h1>
      <p>{failure.problem.detail}</p>
      <ToSignIn />
    </Sheet>
  )
}

function ForKind({ seen, ...rest }: WithSecretProps & { seen: Seen }) {
  switch (seen.kind) {
    case 'sign-in':
      return <Use {...rest} seen={seen} />
    case 'email':
      return <Use {...rest} seen={seen} />
    case 'password':
      return <ChoosePassword {...rest} seen={seen} />
    case 'member':
      return <BecomeMember {...rest} seen={seen} />
  }
}

type KindProps = WithSecretProps & { seen: Seen }

function Use({ secret, seen, onSignedIn }: KindProps) {
  const { account } = useText()
  const use = useAction(
    () => call(endpoints.useLink, { body: { secret, sharedComputer: isSharedComputer() } }),
    onSignedIn,
  )
  const isSignIn = seen.kind === 'sign-in'
  const { welcome, signInBody, confirmHeading, confirmBody, confirm } = account.link
  return (
    <Sheet>
      <h1>{isSignIn ? welcome(seen.name) : confirmHeading}</h1>
      <Form
        button={isSignIn ? account.signIn : confirm}
        isBusy={use.isBusy}
        failure={use.failure}
        onSubmit={() => use.run(undefined)}
      >
        <p>{isSignIn ? signInBody(seen.email) : confirmBody(seen.email)}</p>
      </Form>
    </Sheet>
  )
}

function ChoosePassword({ secret, seen, onSignedIn }: KindProps) {
  const { account } = useText()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const choose = useAction(
    () =>
      call(endpoints.setPasswordWithLink, { body: { secret, password, sharedComputer: isSharedComputer() } }),
    onSignedIn,
  )
  const submit = () => {
    setTried(true)
    if (password !== '') choose.run(undefined)
  }
  return (
    <Sheet>
      <h1>{account.link.passwordHeading}</h1>
      <p>{account.link.passwordBody(seen.email)}</p>
      <Form
        button={account.link.passwordButton}
        isBusy={choose.isBusy}
        failure={choose.failure}
        onSubmit={submit}
      >
        <HiddenEmail email={seen.email} />
        <NewPasswordField value={password} onChange={setPassword} isTried={isTried} />
      </Form>
    </Sheet>
  )
}

function BecomeMember({ secret, seen, onSignedIn }: KindProps) {
  const { account } = useText()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const become = useAction(
    () => call(endpoints.becomeMember, { body: { secret, name: name.trim(), password } }),
    onSignedIn,
  )
  const submit = () => {
    setTried(true)
    if (name.trim() !== '' && password !== '') become.run(undefined)
  }
  return (
    <Sheet>
      <h1>{account.link.memberHeading(seen.workspace)}</h1>
      <p>{account.link.memberBody(seen.email)}</p>
      <Form
        button={account.link.memberButton}
        isBusy={become.isBusy}
        failure={become.failure}
        onSubmit={submit}
      >
        <NameField value={name} onChange={setName} isTried={isTried} />
        <HiddenEmail email={seen.email} />
        <NewPasswordField value={password} onChange={setPassword} isTried={isTried} />
      </Form>
    </Sheet>
  )
}

/** So that the browser keeps the password with the right address. */
function HiddenEmail({ email }: { email: string }) {
  return <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
}
