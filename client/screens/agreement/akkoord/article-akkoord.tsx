import { type ReactNode, useRef, useState } from 'react'
import { CONSENT_STATES, type ConsentState, needsReason } from '../../../../shared/agreement/consent.ts'
import { REASON_LENGTH } from '../../../../shared/protocol/endpoints-consents.ts'
import { useLanguage, useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { initialOf, PartyMark } from '../../../ui/party-mark.tsx'
import { PASSING, useStands } from '../../../ui/use-stands.ts'
import { formatDay } from '../../format-day.ts'
import type { PartyEntry } from '../overview-of.ts'
import { partyName } from '../people-list.tsx'
import { type AkkoordRoom, type PartySays, useAkkoord } from './akkoord-room.ts'
import type { Waiting } from './akkoord-store.ts'
import { ChangedWords } from './changed-words.tsx'
import { LookIcon } from './look-icon.tsx'

/** Under an article: what each party says of it, and for who speaks for one, the choices. */
export function ArticleAkkoord({ id, name }: { id: string; name: string }) {
  const { akkoord, everywhere } = useText()
  const room = useAkkoord()
  if (room === null) return null
  const { says, yes, waiting } = room.of(id)
  if (says.length === 0) return null
  const own = says.find(({ party }) => party.id === room.ownParty?.id)
  return (
    <div className="hs-akkoord">
      <p className="hs-akkoord__count">
        {room.isKnown ? akkoord.count(yes, says.length) : akkoord.grid.busy}
      </p>
      <ul className="hs-akkoord__parties" aria-label={akkoord.label(name)}>
        {says.map((one) => (
          <Says key={one.party.id} says={one} isKnown={room.isKnown} />
        ))}
      </ul>
      {own === undefined || (room.isFixed && waiting === null) ? null : (
        <Own key={own.party.id} {...{ id, name, room, own, waiting }} />
      )}
      {room.partyOfOther === null || room.isFixed ? null : (
        <p className="hs-akkoord__other">
          {akkoord.byAnother(partyName(room.partyOfOther, everywhere.unnamedParty))}
        </p>
      )}
    </div>
  )
}

function Says({ says: { party, look, consent }, isKnown }: { says: PartySays; isKnown: boolean }) {
  const { akkoord, everywhere } = useText()
  const { language } = useLanguage()
  const name = partyName(party, everywhere.unnamedParty)
  const isSaid = consent !== null && consent.state !== 'none'
  return (
    <li className="hs-akkoord__party">
      <PartyMark index={party.index} initial={initialOf(name)} size={24} />
      <span className="hs-akkoord__name">{name}</span>
      <span className="hs-akkoord__look">
        {isKnown ? (
          <>
            <LookIcon look={look} size={18} />
            {akkoord.states[look]}
          </>
        ) : null}
      </span>
      {isSaid ? (
        <span className="hs-akkoord__by">{akkoord.by(consent.name, formatDay(consent.at, language))}</span>
      ) : null}
      {isSaid && consent.reason !== '' ? (
        <q dir="auto" className="hs-akkoord__reason">
          {consent.reason}
        </q>
      ) : null}
    </li>
  )
}

type OwnProps = { id: string; name: string; room: AkkoordRoom; own: PartySays; waiting: Waiting | null }

function Own({ id, name, room, own, waiting }: OwnProps) {
  return (
    <div className="hs-akkoord__own">
      {own.look === 'changed' && own.consent !== null ? (
        <ChangedWords key={own.consent.hash} id={id} consent={own.consent} room={room} />
      ) : null}
      {room.isFixed ? null : (
        <Choices id={id} name={name} room={room} party={own.party} chosen={chosenBy(own, waiting)} />
      )}
      <NotKept waiting={waiting} room={room} />
    </div>
  )
}

/** What is on its way is what the person chose; what was not given is not. */
function chosenBy({ look }: PartySays, waiting: Waiting | null): ConsentState | null {
  if (waiting?.state === 'waiting') return waiting.command.state
  return look === 'changed' ? null : look
}

function NotKept({ waiting, room }: { waiting: Waiting | null; room: AkkoordRoom }): ReactNode {
  const { akkoord } = useText()
  if (waiting === null) return null
  if (waiting.state === 'waiting') return <NotSent key={waiting.command.id} />
  return (
    <Callout
      kind="attention"
      isUrgent
      action={<Button onPress={() => room.putAway(waiting.command.id)}>{akkoord.putAway}</Button>}
    >
      {waiting.state === 'changed' ? akkoord.notGiven : akkoord.refused}
      {waiting.command.reason === '' ? null : (
        <q dir="auto" className="hs-akkoord__reason">
          {waiting.command.reason}
        </q>
      )}
    </Callout>
  )
}

/** What is with the server in a moment is on its way, and no news: only what stays is said. */
function NotSent() {
  const { akkoord } = useText()
  return (
    <p className="hs-akkoord__unsent" role="status">
      {useStands('', PASSING) ? akkoord.notSent : ''}
    </p>
  )
}

type ChoicesProps = {
  id: string
  name: string
  room: AkkoordRoom
  party: PartyEntry
  chosen: ConsentState | null
}

/** In the order in which one thinks of them: yes first, "not yet" last. */
const ORDER: readonly ConsentState[] = [...CONSENT_STATES.filter((state) => state !== 'none'), 'none']

function Choices({ id, name, room, party, chosen }: ChoicesProps) {
  const { akkoord, everywhere } = useText()
  const [asked, setAsked] = useState<'agreed_with_concern' | 'objection' | null>(null)
  const choices = useRef<HTMLFieldSetElement>(null)
  // The place to write goes away, and the focus would with it: it goes back to what was chosen.
  const putAway = () => {
    choices.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    setAsked(null)
  }
  const label = akkoord.choose(partyName(party, everywhere.unnamedParty))
  const choose = (state: ConsentState) => {
    setAsked(needsReason(state) ? (state as 'agreed_with_concern' | 'objection') : null)
    if (!needsReason(state)) room.say(id, state, '')
  }
  return (
    <>
      {/* One name in one piece: a part for who listens alone is read with a space before its comma. */}
      <fieldset ref={choices} className="hs-akkoord__choices" aria-label={`${label}, ${name}`}>
        <legend>{label}</legend>
        {ORDER.map((state) => {
          const isOn = asked === null ? state === chosen : state === asked
          return (
            <button
              key={state}
              type="button"
              className={`hs-akkoord__choice ${isOn ? 'hs-akkoord__choice--on' : ''}`}
              aria-pressed={isOn}
              onClick={() => choose(state)}
            >
              <LookIcon look={state} size={20} />
              {akkoord.choices[state]}
            </button>
          )
        })}
      </fieldset>
      {asked === null ? null : (
        <Reason
          key={asked}
          label={akkoord.reason[asked]}
          onGive={(reason) => {
            room.say(id, asked, reason)
            putAway()
          }}
          onCancel={putAway}
        />
      )}
    </>
  )
}

type ReasonProps = { label: string; onGive: (reason: string) => void; onCancel: () => void }

function Reason({ label, onGive, onCancel }: ReasonProps) {
  const { akkoord, everywhere } = useText()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  return (
    <form
      className="hs-akkoord__why"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') setMissing(true)
        else onGive(reason.trim())
      }}
    >
      <TextArea
        label={label}
        help={akkoord.reason.help}
        complaint={isMissing ? akkoord.reason.missing : null}
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH}
        autoFocus
      />
      <div className="hs-akkoord__acts">
        <Button look="primary" type="submit">
          {akkoord.reason.give}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {everywhere.cancel}
        </Button>
      </div>
    </form>
  )
}
