import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'
import { loadParticipants } from '../participants-now.ts'
import { PersonMark } from '../people-list.tsx'
import type { Around } from '../workspace.tsx'
import { type Participant, useSaidPerson } from './said-person.ts'

/** `onDone`: what was done is said where it stays, since the row goes. */
type WaitingRowProps = { around: Around; person: Participant; onDone: (sentence: string) => void }

/** Somebody who wants to come in: let in, or not. */
export function WaitingRow({ around, person, onDone }: WaitingRowProps) {
  const { waiting } = useText().leading
  const { agreementId, overview } = around
  const { name, facts } = useSaidPerson(person, overview.parties)
  const params = { id: agreementId, personId: person.personId }
  const done = (sentence: string) => {
    onDone(sentence)
    return loadParticipants(agreementId)
  }
  const admitting = useAction(
    () => call(endpoints.admitParticipant, { params }).then(() => done(waiting.admitted(name))),
    () => {},
  )
  const refusing = useAction(
    () => call(endpoints.removeParticipant, { params }).then(() => done(waiting.refused(name))),
    () => {},
  )
  const failure = admitting.failure ?? refusing.failure
  return (
    <li className="hs-leading__person">
      <PersonMark person={person} parties={overview.parties} />
      <span>
        <b>{name}</b>
        <br />
        <span className="hs-soft">{facts}</span>
      </span>
      <div className="hs-leading__acts">
        <Button
          look="primary"
          isBusy={admitting.isBusy}
          aria-label={waiting.admitNamed(name)}
          onPress={() => admitting.run(undefined)}
        >
          {admitting.isBusy ? waiting.admitting : waiting.admit}
        </Button>
        <Button
          look="quiet"
          isBusy={refusing.isBusy}
          aria-label={waiting.refuseNamed(name)}
          onPress={() => refusing.run(undefined)}
        >
          {refusing.isBusy ? waiting.admitting : waiting.refuse}
        </Button>
      </div>
      {failure === null ? null : <Failure failure={failure} />}
    </li>
  )
}
