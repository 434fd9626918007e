import { type RefObject, useState } from 'react'
import { isEmailAddress } from '../../../shared/protocol/email-address.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { isSharedComputer, rememberSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { Form } from '../form.tsx'
import { useAction, useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { SharedComputerChoice } from '../shared-computer-choice.tsx'
import { useFocusOn } from '../use-focus-on.ts'
import { EmailField, PasswordField } from './fields.tsx'
import { canUsePasskeys, maybePasskeyAnswer } from './passkeys.ts'
import './account.css'

type SignInProps = { onSignedIn: () => void }

const askWhoIAm = () => call(endpoints.me, {})

/** Signing in for staff: with a password, with a link by mail, or with a passkey. */
export function SignInScreen({ onSignedIn }: SignInProps) {
  const { account } = useText()
  const [mailedTo, setMailedTo] = useState<string | null>(null)
  const heading = useFocusOn(mailedTo)
  return (
    <Page title={account.signInPage}>
      {mailedTo === null ? (
        <SignIn heading={heading} onSignedIn={onSignedIn} onMailed={setMailedTo} />
      ) : (
        <Mailed heading={heading} email={mailedTo} onBack={() => setMailedTo(null)} />
      )}
    </Page>
  )
}

type Purpose = 'sign-in' | 'password'
/** It takes the focus when the other part of the screen comes: the button that was pressed is gone. */
type HeadingProps = { heading: RefObject<HTMLHeadingElement | null> }

type FormProps = SignInProps & HeadingProps & { onMailed: (email: string) => void }

function SignIn({ heading, onSignedIn, onMailed }: FormProps) {
  const { account } = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState<'nothing' | 'mail' | 'all'>('nothing')
  const [sharedComputer, setShared] = useState(isSharedComputer)
  // Before anything of an agreement is opened: on a shared computer nothing of it may be kept.
  const enter = () => {
    rememberSharedComputer(sharedComputer)
    onSignedIn()
  }
  const signIn = useAction(() => call(endpoints.signIn, { body: { email, password, sharedComputer } }), enter)
  const mail = useAction(
    (purpose: Purpose) => call(endpoints.mailLink, { body: { email, purpose } }),
    () => {
      // The link opens in this browser, most often.
      rememberSharedComputer(sharedComputer)
      onMailed(email)
    },
  )
  const submit = () => {
    mail.reset()
    setTried('all')
    if (isEmailAddress(email) && password !== '') signIn.run(undefined)
  }
  const sendLink = (purpose: Purpose) => {
    signIn.reset()
    setTried('mail')
    if (isEmailAddress(email)) mail.run(purpose)
  }
  return (
    <section className="hs-sheet hs-sheet--narrow hs-account__entry hs-stack" aria-labelledby="sign-in">
      <h1 id="sign-in" ref={heading} tabIndex={-1}>
        {account.signIn}
      </h1>
      <p className="hs-soft">{account.signInHelp}</p>
      <Form
        button={account.signIn}
        isBusy={signIn.isBusy}
        failure={signIn.failure ?? mail.failure}
        onSubmit={submit}
      >
        <EmailField value={email} onChange={setEmail} isTried={tried !== 'nothing'} />
        <PasswordField value={password} onChange={setPassword} isTried={tried === 'all'} />
        <SharedComputerChoice isShared={sharedComputer} onChange={setShared} />
      </Form>
      <OtherWays {...{ sharedComputer }} isBusy={mail.isBusy} onMail={sendLink} onSignedIn={enter} />
      <p className="hs-soft">{account.guest}</p>
    </section>
  )
}

type OtherWaysProps = PasskeyProps & { isBusy: boolean; onMail: (purpose: Purpose) => void }

function OtherWays({ isBusy, onMail, sharedComputer, onSignedIn }: OtherWaysProps) {
  const { account } = useText()
  const known = useLoad(askWhoIAm)
  const canMail = known.state === 'ready' && known.value.canMail
  const hasPasskeys = canUsePasskeys(window.location.hostname)
  if (!canMail && !hasPasskeys) return null
  return (
    <div className="hs-account__ways">
      <h2>{account.otherWays}</h2>
      {hasPasskeys ? <PasskeyWay {...{ sharedComputer, onSignedIn }} /> : null}
      {canMail ? (
        <div className="hs-account__way">
          <Button isBusy={isBusy} onPress={() => onMail('sign-in')}>
            {account.mailMe}
          </Button>
          <p className="hs-soft">{account.mailMeHelp}</p>
          <Button look="quiet" onPress={() => onMail('password')}>
            {account.forgot}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** True when somebody came in; false when the passkey was not used after all. */
async function enterWithPasskey(sharedComputer: boolean): Promise<boolean> {
  const { challengeId, options } = await call(endpoints.askPasskey, {})
  const response = await maybePasskeyAnswer(options)
  if (response === null) return false
  await call(endpoints.signInWithPasskey, { body: { challengeId, response, sharedComputer } })
  return true
}

type PasskeyProps = SignInProps & { sharedComputer: boolean }

function PasskeyWay({ sharedComputer, onSignedIn }: PasskeyProps) {
  const { account } = useText()
  const [isStopped, setStopped] = useState(false)
  const enter = useAction(
    () => enterWithPasskey(sharedComputer),
    (isIn) => {
      setStopped(!isIn)
      if (isIn) onSignedIn()
    },
  )
  return (
    <div className="hs-account__way">
      <Button icon="lock" isBusy={enter.isBusy} onPress={() => enter.run(undefined)}>
        {account.passkey}
      </Button>
      <p className="hs-soft">{account.passkeyHelp}</p>
      <p role="status" className="hs-account__said">
        {isStopped ? account.passkeyStopped : null}
      </p>
      {enter.failure === null ? null : <Failure failure={enter.failure} />}
    </div>
  )
}

type MailedProps = HeadingProps & { email: string; onBack: () => void }

function Mailed({ heading, email, onBack }: MailedProps) {
  const { account } = useText()
  return (
    <section className="hs-sheet hs-sheet--narrow hs-account__entry hs-stack" aria-labelledby="mailed">
      <h1 id="mailed" ref={heading} tabIndex={-1}>
        {account.mailed.heading}
      </h1>
      <p role="status" className="hs-account__said">
        {account.mailed.body(email)}
      </p>
      <p className="hs-soft">{account.mailed.notThere}</p>
      <Button icon="back" look="quiet" onPress={onBack}>
        {account.mailed.back}
      </Button>
    </section>
  )
}
