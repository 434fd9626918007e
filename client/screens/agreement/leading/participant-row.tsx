import { useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { ROLES, type Role } from '../../../../shared/protocol/participant.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Asked } from '../../asked.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'
import { useFocusGoesOn } from '../../use-focus-goes-on.ts'
import { loadParticipants } from '../participants-now.ts'
import { PersonMark, partyName } from '../people-list.tsx'
import type { Around } from '../workspace.tsx'
import { type Participant, useSaidPerson } from './said-person.ts'

/** `onDone`: what was done is said where it stays, since a row may go. */
type RowProps = { around: Around; person: Participant; onDone: (sentence: string) => void }

/** Somebody who takes part, and what who leads can make different. */
export function ParticipantRow({ around, person, onDone }: RowProps) {
  const { leading, agreement } = useText()
  const { overview, people, you } = around
  const { name, facts } = useSaidPerson(person, overview.parties)
  const [isOpen, setOpen] = useState(false)
  const goesOn = useFocusGoesOn<HTMLLIElement>({ end: 'button' })
  const isHere = people.some(({ personId }) => personId === person.personId)
  return (
    <li className="hs-leading__person" {...goesOn}>
      <PersonMark person={person} parties={overview.parties} />
      <span>
        <b>{name}</b> {person.personId === you.personId ? agreement.people.you : null}
        <br />
        <span className="hs-soft">
          {facts}
          {isHere ? ` · ${leading.here}` : null}
        </span>
      </span>
      <div className="hs-leading__acts">
        <Button
          look="quiet"
          aria-expanded={isOpen}
          aria-label={leading.changeNamed(name)}
          onPress={() => setOpen(!isOpen)}
        >
          {leading.change}
        </Button>
      </div>
      {isOpen ? (
        <Change around={around} person={person} onDone={onDone} onClose={() => setOpen(false)} />
      ) : null}
    </li>
  )
}

const NOBODY = 'nobody'

function Change({ around, person, onDone, onClose }: RowProps & { onClose: () => void }) {
  const { leading, everywhere } = useText()
  const { agreementId, overview } = around
  const [name, setName] = useState(person.name)
  const [role, setRole] = useState<Role>(person.role)
  const [partyId, setPartyId] = useState<string>(person.partyId ?? NOBODY)
  const [speaksFor, setSpeaksFor] = useState(person.speaksFor)
  const [missing, setMissing] = useState(false)
  const params = { id: agreementId, personId: person.personId }
  const canSpeak = partyId !== NOBODY && role !== 'reader' && role !== 'commenter'
  const keeping = useAction(async () => {
    const chosen = partyId === NOBODY ? null : partyId
    // What stays as it is stays the person's own: a member's name goes on following the member.
    const body = {
      ...(name.trim() === person.name ? {} : { name: name.trim() }),
      ...(role === person.role ? {} : { role }),
      ...(chosen === person.partyId ? {} : { partyId: chosen }),
      ...(!canSpeak || speaksFor === person.speaksFor ? {} : { speaksFor }),
    }
    if (Object.keys(body).length > 0) await call(endpoints.changeParticipant, { params, body })
    onDone(leading.kept(name.trim() || leading.someone))
    await loadParticipants(agreementId)
  }, onClose)
  const submit = () => {
    const isMissing = name.trim() === '' && person.name !== ''
    setMissing(isMissing)
    if (!isMissing) keeping.run(undefined)
  }
  return (
    <form
      className="hs-leading__change"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={leading.name}
        complaint={missing ? leading.nameMissing : null}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
      />
      <Select
        label={leading.role}
        options={ROLES.map((key) => ({ key, label: leading.roles[key] }))}
        value={role}
        onChange={setRole}
      />
      <Select
        label={leading.party}
        options={[
          ...overview.parties.map((party) => ({
            key: party.id,
            label: partyName(party, everywhere.unnamedParty),
          })),
          { key: NOBODY, label: leading.nobodyParty },
        ]}
        value={partyId}
        onChange={setPartyId}
      />
      {canSpeak ? (
        <Checkbox isSelected={speaksFor} onChange={setSpeaksFor}>
          {leading.speaks}
        </Checkbox>
      ) : null}
      {keeping.failure === null ? null : <Failure failure={keeping.failure} />}
      <div className="hs-leading__acts">
        <Button look="primary" type="submit" isBusy={keeping.isBusy}>
          {keeping.isBusy ? leading.keeping : leading.keep}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {everywhere.cancel}
        </Button>
      </div>
      <Remove around={around} person={person} onDone={onDone} />
    </form>
  )
}

function Remove({ around, person, onDone }: RowProps) {
  const { leading, everywhere } = useText()
  const { remove } = leading
  const { agreementId, overview } = around
  const { name } = useSaidPerson(person, overview.parties)
  const [isAsking, setAsking] = useState<boolean | null>(null)
  const removing = useAction(
    () =>
      call(endpoints.removeParticipant, { params: { id: agreementId, personId: person.personId } }).then(
        () => {
          onDone(remove.done(name))
          return loadParticipants(agreementId)
        },
      ),
    () => {},
  )
  if (isAsking !== true)
    return (
      <Button look="danger" autoFocus={isAsking === false} onPress={() => setAsking(true)}>
        {remove.button}
      </Button>
    )
  return (
    <Asked title={remove.heading(name)}>
      <p>{remove.body}</p>
      <p>{remove.link}</p>
      <div className="hs-leading__acts">
        <Button look="danger" isBusy={removing.isBusy} onPress={() => removing.run(undefined)}>
          {removing.isBusy ? remove.busy : remove.go}
        </Button>
        <Button look="quiet" onPress={() => setAsking(false)}>
          {everywhere.cancel}
        </Button>
      </div>
      {removing.failure === null ? null : <Failure failure={removing.failure} />}
    </Asked>
  )
}
