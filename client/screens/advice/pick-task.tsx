import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { addRecord } from '../../../shared/document/edit.ts'
import { partyById } from '../../../shared/outline/parties.ts'
import { takenOver } from '../../../shared/template/task-suggestions.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FieldsByRecord } from './fields-by-record.tsx'
import { type PickStep, picksFor, type TaskPick } from './picks.ts'
import { useAdvice, useAdviceNow } from './use-advice.ts'

/** More than this at once makes a list that nobody reads. */
const AT_ONCE = 4
/** What a task that was just taken over still needs. */
const STILL_TO_FILL = ['leadPartyId', 'partyIds', 'frequency', 'dueDate', 'proposedByPartyId', 'status']

/** Tasks that would meet an advice; one is taken over and completed without leaving. */
export function PickTask({ finding, step }: { finding: Finding; step: PickStep }) {
  const { pick } = useText().advice
  const { you } = useAdvice()
  const { body } = useAdviceNow()
  const { doc, catalog, store } = useForms()
  const [takenId, setTakenId] = useState<string | null>(null)
  const take = ({ suggestion, clusterId }: TaskPick, leadPartyId: string) => {
    const values = takenOver(suggestion, clusterId, leadPartyId, you.partyId)
    setTakenId(addRecord(doc, 'tasks', { values }))
  }
  const title = store.get().tasks.find(({ id }) => id === takenId)?.title ?? ''
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: what came of it takes the focus.
  useEffect(() => {
    if (takenId !== null) said.current?.focus()
  }, [takenId])
  return (
    <div className="hs-advice__fields">
      <p ref={said} role="status" tabIndex={-1} className="hs-advice__said">
        {takenId === null ? '' : pick.taken(title)}
      </p>
      {takenId === null ? (
        <Choosing picks={picksFor(body, catalog, finding, step)} onTake={take} />
      ) : (
        <FieldsByRecord addresses={STILL_TO_FILL.map((name) => `tasks.${takenId}.${name}`)} />
      )}
    </div>
  )
}

type ChoosingProps = { picks: TaskPick[]; onTake: RowProps['onTake'] }

function Choosing({ picks, onTake }: ChoosingProps) {
  const { pick } = useText().advice
  const { agreementId } = useAdvice()
  const [isLong, setLong] = useState(false)
  return (
    <>
      <p>{picks.length === 0 ? pick.none : pick.lead}</p>
      <ul className="hs-advice__picks">
        {(isLong ? picks : picks.slice(0, AT_ONCE)).map((each) => (
          <PickRow key={`${each.clusterId} ${each.suggestion.libraryTask.id}`} pick={each} onTake={onTake} />
        ))}
      </ul>
      <div className="hs-advice__actions">
        {picks.length > AT_ONCE && !isLong ? (
          <Button look="quiet" icon="down" onPress={() => setLong(true)}>
            {pick.more}
          </Button>
        ) : null}
        <ButtonLink look="quiet" href={`/agreements/${encodeURIComponent(agreementId)}/taken`}>
          {pick.toTasks}
        </ButtonLink>
      </div>
    </>
  )
}

type RowProps = { pick: TaskPick; onTake: (pick: TaskPick, leadPartyId: string) => void }

function PickRow({ pick, onTake }: RowProps) {
  const words = useText().advice.pick
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  const { libraryTask } = pick.suggestion
  const nameOf = (id: string) => words.takeFor(partyById(id, body, catalog))
  return (
    <li>
      <p lang="nl">{libraryTask.title}</p>
      {libraryTask.caution === null ? null : (
        <p className="hs-soft" lang="nl">
          {words.caution}: {libraryTask.caution}
        </p>
      )}
      <div className="hs-advice__actions">
        {pick.leadPartyIds.map((id) => (
          <Button
            key={id}
            icon="plus"
            aria-label={words.label(nameOf(id), libraryTask.title)}
            onPress={() => onTake(pick, id)}
          >
            {nameOf(id)}
          </Button>
        ))}
      </div>
    </li>
  )
}
