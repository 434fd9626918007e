import { useEffect, useState } from 'react'
import { type CallFailure, failureOf } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Failure } from '../../failure.tsx'
import { useFocusGoesOn } from '../../use-focus-goes-on.ts'
import { loadParticipants, useParticipants } from '../participants-now.ts'
import type { Around } from '../workspace.tsx'
import { ParticipantRow } from './participant-row.tsx'
import type { Participant } from './said-person.ts'
import { WaitingRow } from './waiting-row.tsx'
import './leading.css'

type PeopleDialogProps = { around: Around; isOpen: boolean; onClose: () => void }

/** Everybody in the agreement, for who leads: letting in, other names, roles and parties, removing. */
export function PeopleDialog({ around, isOpen, onClose }: PeopleDialogProps) {
  const { leading, everywhere } = useText()
  return (
    <Dialog title={leading.heading} closeLabel={everywhere.close} isOpen={isOpen} onClose={onClose}>
      <People around={around} />
    </Dialog>
  )
}

function People({ around }: { around: Around }) {
  const { leading } = useText()
  const { agreementId } = around
  const now = useParticipants(agreementId)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  useEffect(() => {
    loadParticipants(agreementId).catch((thrown: unknown) => setFailure(failureOf(thrown)))
  }, [agreementId])
  if (now === null) return failure === null ? <p>{leading.busy}</p> : <Failure failure={failure} />
  return <PeopleReady around={around} participants={now.participants} />
}

type ReadyProps = { around: Around; participants: readonly Participant[] }

function PeopleReady({ around, participants }: ReadyProps) {
  const { leading } = useText()
  const [said, setSaid] = useState('')
  // Who was let in or taken out goes from the list with the button that did it: the focus goes on at the next one.
  const waitingOn = useFocusGoesOn({ rows: '.hs-leading__person', end: '[role="status"]' })
  const activeOn = useFocusGoesOn({ rows: '.hs-leading__person', end: 'button' })
  const waiting = participants.filter(({ state }) => state === 'waiting')
  const active = participants.filter(({ state }) => state === 'active')
  return (
    <div className="hs-leading">
      <div className="hs-leading__first" {...waitingOn}>
        <p role="status" tabIndex={-1} className="hs-leading__said">
          {said}
        </p>
        {waiting.length === 0 ? null : (
          <section aria-labelledby="waiting" className="hs-leading__waiting">
            <h3 id="waiting">{leading.waiting.heading}</h3>
            <ul className="hs-leading__list">
              {waiting.map((person) => (
                <WaitingRow key={person.personId} around={around} person={person} onDone={setSaid} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="hs-soft">{leading.lead}</p>
      <div {...activeOn}>
        <ul className="hs-leading__list">
          {active.map((person) => (
            <ParticipantRow key={person.personId} around={around} person={person} onDone={setSaid} />
          ))}
        </ul>
      </div>
    </div>
  )
}
