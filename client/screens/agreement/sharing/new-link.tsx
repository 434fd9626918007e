import { useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { ROLES, type Role } from '../../../../shared/protocol/participant.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Failure } from '../../failure.tsx'
import { rememberInvitations } from '../../invitations.ts'
import { useAction } from '../../load.ts'
import type { PartyEntry } from '../overview-of.ts'
import { partyName } from '../people-list.tsx'
import { endOf, UNTILS, type Until } from './ways-in.ts'

const NOBODY = 'nobody'

type NewLinkProps = { agreementId: string; parties: readonly PartyEntry[]; onMade: (id: string) => void }

/** A link with a name, an end and a role of one's choice. */
export function NewLink({ agreementId, parties, onMade }: NewLinkProps) {
  const { sharing } = useText()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <Button icon="plus" onPress={() => setOpen(true)}>
        {sharing.make.open}
      </Button>
    )
  const done = (id: string) => {
    setOpen(false)
    onMade(id)
  }
  return <Form agreementId={agreementId} parties={parties} onMade={done} />
}

function Form({ agreementId, parties, onMade }: NewLinkProps) {
  const { sharing, agreement, everywhere } = useText()
  const [partyId, setPartyId] = useState<string>(parties[0]?.id ?? NOBODY)
  const [role, setRole] = useState<Role>('writer')
  const [label, setLabel] = useState('')
  const [until, setUntil] = useState<Until>('quarter')
  const [askFirst, setAskFirst] = useState(false)
  const making = useAction(
    () =>
      call(endpoints.invite, {
        params: { id: agreementId },
        body: {
          partyId: partyId === NOBODY ? null : partyId,
          role,
          label: label.trim(),
          askFirst,
          ...endOf(until, new Date()),
        },
      }),
    (made) => {
      rememberInvitations(agreementId, [made])
      onMade(made.id)
    },
  )
  const { make } = sharing
  return (
    <form
      className="hs-share__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        making.run(undefined)
      }}
    >
      <h3>{make.heading}</h3>
      <Select
        label={make.forWhom}
        options={[
          ...parties.map((party) => ({ key: party.id, label: partyName(party, everywhere.unnamedParty) })),
          { key: NOBODY, label: make.nobody },
        ]}
        value={partyId}
        onChange={setPartyId}
      />
      <Select
        label={make.role}
        options={ROLES.map((key) => ({ key, label: make.roles[key] }))}
        value={role}
        onChange={setRole}
      />
      <TextField
        label={make.label}
        optional={everywhere.optional}
        help={make.labelHelp}
        value={label}
        onChange={setLabel}
        maxLength={100}
        autoComplete="off"
      />
      <Select
        label={make.until}
        options={UNTILS.map((key) => ({ key, label: make.untils[key] }))}
        value={until}
        onChange={setUntil}
      />
      <Checkbox isSelected={askFirst} onChange={setAskFirst}>
        {make.askFirst}
      </Checkbox>
      {making.failure === null ? null : <Failure failure={making.failure} />}
      <Button look="primary" type="submit" isBusy={making.isBusy}>
        {making.isBusy ? agreement.share.making : make.button}
      </Button>
    </form>
  )
}
