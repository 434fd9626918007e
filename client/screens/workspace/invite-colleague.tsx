import { useState } from 'react'
import { isEmailAddress } from '../../../shared/protocol/email-address.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { RIGHTS, type Rights } from '../../../shared/protocol/endpoints-accounts.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import { LinkToCopy } from './link-to-copy.tsx'
import type { WorkspaceProps } from './workspace-screen.tsx'

type Sent = { email: string; url: string | null }

/** Inviting a colleague: by mail, or with a link to hand over when no mail went out. */
export function InviteColleague({ onChanged }: WorkspaceProps) {
  const text = useText().workspace
  const [email, setEmail] = useState('')
  const [rights, setRights] = useState<Rights>('member')
  const [isTried, setTried] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const invite = useAction(
    () => call(endpoints.inviteMember, { body: { email, rights } }),
    ({ url, workspace }) => {
      setSent({ email, url })
      setEmail('')
      setTried(false)
      onChanged(workspace)
    },
  )
  const submit = () => {
    setTried(true)
    setSent(null)
    if (isEmailAddress(email)) invite.run(undefined)
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="invite">
      <h2 id="invite">{text.inviteHeading}</h2>
      <p className="hs-soft">{text.inviteHelp}</p>
      <Form button={text.invite} isBusy={invite.isBusy} failure={invite.failure} onSubmit={submit}>
        <TextField
          label={text.email}
          complaint={isTried && !isEmailAddress(email) ? text.emailMissing : null}
          value={email}
          onChange={setEmail}
          type="email"
          autoComplete="off"
          maxLength={254}
          isRequired
        />
        <Select
          label={text.rightsLabel}
          options={RIGHTS.map((key) => ({ key, label: text.rights[key] }))}
          value={rights}
          onChange={setRights}
        />
      </Form>
      {sent === null ? null : <HowItWent sent={sent} />}
    </section>
  )
}

function HowItWent({ sent: { email, url } }: { sent: Sent }) {
  const text = useText().workspace
  if (url === null)
    return (
      <Callout kind="good" isUrgent>
        {text.invited(email)}
      </Callout>
    )
  return (
    <Callout kind="attention" isUrgent action={<LinkToCopy url={url} />}>
      {text.handOver(email)}
    </Callout>
  )
}
