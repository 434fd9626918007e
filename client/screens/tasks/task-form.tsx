import { useCallback } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Task } from '../../../shared/agreement/task.ts'
import { addToSet, removeRecord } from '../../../shared/document/edit.ts'
import { FactForm, useAgreement, useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { useTaskFacts, useTasksRoom } from './open-tasks.ts'
import { partyName } from './task-words.ts'
import { hashOf } from './view.ts'

/** The fields of a task in the order in which people talk about them. `proposedByPartyId` is kept by itself. */
const GROUPS = [
  ['what', ['title', 'description', 'clusterId', 'factorIds', 'kind', 'effect']],
  ['who', ['leadPartyId', 'partyIds', 'contactId', 'directContactWithMinors']],
  ['when', ['frequency', 'startDate', 'dueDate', 'hoursPerMonth', 'lineId']],
  ['result', ['result']],
  ['state', ['status']],
] as const

/** Everything about one task, to read and to change. */
export function TaskForm({ taskId }: { taskId: string }) {
  const { form } = useText().tasks
  const { tasks } = useTaskFacts()
  const task = tasks.find(({ id }) => id === taskId)
  const back = (
    <ButtonLink look="quiet" icon="back" href={hashOf({ name: 'pick' })}>
      {form.back}
    </ButtonLink>
  )
  if (task === undefined) {
    return (
      <section className="hs-tasks__stack" data-arrival tabIndex={-1}>
        <Callout kind="info" action={back}>
          {form.gone}
        </Callout>
      </section>
    )
  }
  return (
    <article className="hs-sheet hs-tasks__form">
      <div>{back}</div>
      <h2 data-arrival tabIndex={-1}>
        {form.title}
      </h2>
      <Origin task={task} />
      <Fields taskId={taskId} />
      <ProposedBy task={task} />
      <LeadJoins task={task} />
      <Remove task={task} />
    </article>
  )
}

function Fields({ taskId }: { taskId: string }) {
  const { form } = useText().tasks
  const { canWrite } = useForms()
  return (
    <fieldset className="hs-tasks__fields" disabled={!canWrite}>
      {GROUPS.map(([name, fields]) => (
        <section key={name} aria-label={form[name]}>
          <h3>{form[name]}</h3>
          <FactForm addresses={fields.map((field) => `tasks.${taskId}.${field}`)} />
        </section>
      ))}
    </fieldset>
  )
}

/** Where it came from, and what the list says to mind. */
function Origin({ task }: { task: Task }) {
  const { form, suggestion } = useText().tasks
  const { catalog } = useForms()
  const from = catalog.tasks.find(({ id }) => id === task.libraryTaskId)
  if (from === undefined) return null
  return (
    <>
      {from.title === task.title ? null : <p className="hs-soft">{form.fromLibrary(from.title)}</p>}
      {from.caution === null ? null : (
        <Callout kind="attention" title={suggestion.caution}>
          <span lang="nl">{from.caution}</span>
        </Callout>
      )}
    </>
  )
}

function ProposedBy({ task }: { task: Task }) {
  const { form } = useText().tasks
  const { catalog } = useForms()
  const name = partyName(task.proposedByPartyId, useTaskFacts(), catalog)
  return name === null ? null : <p className="hs-soft">{form.proposedBy(name)}</p>
}

function LeadJoins({ task }: { task: Task }) {
  const { form } = useText().tasks
  const { doc, canWrite } = useForms()
  const isKnown = useAgreement(
    useCallback(({ parties }: AgreementBody) => parties.some(({ id }) => id === task.leadPartyId), [task]),
  )
  const { leadPartyId } = task
  if (!canWrite || leadPartyId === null || !isKnown || task.partyIds.includes(leadPartyId)) return null
  return (
    <Callout
      kind="info"
      action={
        <Button onPress={() => addToSet(doc, `tasks.${task.id}.partyIds`, leadPartyId)}>
          {form.addLead}
        </Button>
      }
    >
      {form.leadJoins}
    </Callout>
  )
}

function Remove({ task }: { task: Task }) {
  const { form, changed } = useText().tasks
  const { doc, canWrite } = useForms()
  const { say, beginStep } = useTasksRoom()
  if (!canWrite) return null
  const remove = () => {
    beginStep()
    if (removeRecord(doc, 'tasks', task.id)) say(changed.removed(task.title || form.untitled), true)
  }
  return (
    <div>
      <Button look="danger" onPress={remove}>
        {form.remove}
      </Button>
    </div>
  )
}
