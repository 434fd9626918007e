import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Account } from '../../../shared/protocol/endpoints-accounts.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Failure } from '../failure.tsx'
import { Form } from '../form.tsx'
import { formatDay } from '../format-day.ts'
import { useAction } from '../load.ts'
import type { OwnProps } from './account-screen.tsx'
import { canUsePasskeys, maybeNewPasskey } from './passkeys.ts'

/** The passkeys of this member: those there are, and a new one. */
export function OwnPasskeys({ account, onChanged }: OwnProps) {
  const text = useText().account
  if (account.email === null) return null
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="own-passkeys">
      <h2 id="own-passkeys">{text.passkeysHeading}</h2>
      <p>{text.passkeysBody}</p>
      {account.passkeys.length === 0 ? <p className="hs-soft">{text.passkeysNone}</p> : null}
      <ul className="hs-account__keys">
        {account.passkeys.map((passkey) => (
          <Key key={passkey.id} passkey={passkey} onChanged={onChanged} />
        ))}
      </ul>
      {canUsePasskeys(window.location.hostname) ? (
        <NewKey onChanged={onChanged} />
      ) : (
        <p className="hs-soft">{text.passkeysNotHere}</p>
      )}
    </section>
  )
}

type KeyProps = { passkey: Account['passkeys'][number]; onChanged: OwnProps['onChanged'] }

function Key({ passkey, onChanged }: KeyProps) {
  const text = useText().account
  const { language } = useLanguage()
  const remove = useAction(() => call(endpoints.removePasskey, { body: { id: passkey.id } }), onChanged)
  const made = text.passkeyMade(formatDay(passkey.createdAt, language))
  const used = passkey.lastUsedAt === null ? null : text.passkeyUsed(formatDay(passkey.lastUsedAt, language))
  return (
    <li className="hs-account__key">
      <div>
        <b>{passkey.name}</b>
        <p className="hs-soft">{used ?? made}</p>
      </div>
      <Button
        look="danger"
        isBusy={remove.isBusy}
        aria-label={text.passkeyRemoveNamed(passkey.name)}
        onPress={() => remove.run(undefined)}
      >
        {text.passkeyRemove}
      </Button>
      {remove.failure === null ? null : <Failure failure={remove.failure} />}
    </li>
  )
}

/** The account with a new passkey; null when none was made after all. */
async function makePasskey(name: string): Promise<Account | null> {
  const { challengeId, options } = await call(endpoints.askNewPasskey, {})
  const response = await maybeNewPasskey(options)
  return response && call(endpoints.addPasskey, { body: { challengeId, name, response } })
}

function NewKey({ onChanged }: Pick<OwnProps, 'onChanged'>) {
  const text = useText().account
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const make = useAction(makePasskey, (account) => {
    setSaid(account === null ? text.passkeyNotMade : text.saved)
    if (account === null) return
    setName('')
    setTried(false)
    onChanged(account)
  })
  const submit = () => {
    setTried(true)
    setSaid('')
    if (name.trim() !== '') make.run(name.trim())
  }
  return (
    <>
      <Form
        look="secondary"
        button={text.passkeyAdd}
        isBusy={make.isBusy}
        failure={make.failure}
        onSubmit={submit}
      >
        <TextField
          label={text.passkeyName}
          help={text.passkeyNameHelp}
          complaint={isTried && name.trim() === '' ? text.passkeyNameMissing : null}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={100}
          isRequired
        />
      </Form>
      <p className="hs-account__said" role="status">
        {said}
      </p>
    </>
  )
}
