import type { Task } from '../../../shared/agreement/task.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { hashOf } from './view.ts'

/** The name of a task, leading to all its fields. */
export function TaskLink({ task }: { task: Task }) {
  const { form } = useText().tasks
  return (
    <Link href={hashOf({ name: 'task', taskId: task.id })}>
      <span lang="nl">{task.title || form.untitled}</span>
    </Link>
  )
}
