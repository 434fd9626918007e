import type { Task } from '../../../shared/agreement/task.ts'
import { formatNumber } from '../../../shared/outline/format.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { PartyNames } from './party-names.tsx'
import { whenText } from './task-words.ts'
import { hashOf } from './view.ts'

/** Chosen tasks in short: what, who leads, when, how it stands; each leads to all its fields. */
export function TaskRows({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="hs-tasks__rows">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  )
}

function TaskRow({ task }: { task: Task }) {
  const { pick, form } = useText().tasks
  const { catalog } = useForms()
  const { enums } = catalog.words
  const hours = task.hoursPerMonth === null ? '' : pick.hours(formatNumber(task.hoursPerMonth))
  const state = task.status === null ? '' : enums.taskStatus[task.status]
  return (
    <li className="hs-tasks__row" data-task={task.id}>
      <Link href={hashOf({ name: 'task', taskId: task.id })}>
        <span lang="nl">{task.title || form.untitled}</span>
      </Link>
      <span className="hs-tasks__row-facts">
        {task.leadPartyId === null ? (
          <span className="hs-soft">{pick.without}</span>
        ) : (
          <PartyNames partyIds={[task.leadPartyId]} />
        )}
        <span className="hs-soft" lang="nl">
          {[whenText(task, catalog), hours, state].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  )
}
