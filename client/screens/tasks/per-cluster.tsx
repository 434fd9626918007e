import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Task } from '../../../shared/agreement/task.ts'
import { currentTasks } from '../../../shared/agreement/workload.ts'
import { clusterLabel, clustersOnPaper } from '../../../shared/outline/clusters.ts'
import { partyNames } from '../../../shared/outline/parties.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { useTaskFacts } from './open-tasks.ts'
import { OverviewTable } from './overview-table.tsx'
import { TaskLink } from './task-link.tsx'
import { partyName, whenText } from './task-words.ts'

/** The tasks of each cluster or programme line, in the order of the text; last those without one. */
export function PerCluster() {
  const { overview } = useText().tasks
  const { catalog } = useForms()
  const body = useTaskFacts()
  const tasks = currentTasks(body)
  const without = tasks.filter(({ clusterId }) => clusterId === null)
  return (
    <section className="hs-tasks__cluster" aria-labelledby="per-cluster">
      <h2 id="per-cluster">{overview.perCluster}</h2>
      {clustersOnPaper(body, catalog).map((clusterId) => (
        <ClusterTable
          key={clusterId}
          label={clusterLabel(clusterId, catalog, body)}
          tasks={tasks.filter((task) => task.clusterId === clusterId)}
          body={body}
        />
      ))}
      {without.length === 0 ? null : <ClusterTable label={overview.noCluster} tasks={without} body={body} />}
    </section>
  )
}

type TableProps = { label: string; tasks: readonly Task[]; body: AgreementBody }

function ClusterTable({ label, tasks, body }: TableProps) {
  const { overview } = useText().tasks
  const { catalog } = useForms()
  const { enums } = catalog.words
  return (
    <div className="hs-tasks__part">
      <h3 lang="nl">{label}</h3>
      {tasks.length === 0 ? (
        <p className="hs-soft">{overview.noTasks}</p>
      ) : (
        <OverviewTable
          caption={label}
          isCaptionHidden
          columns={[
            { key: 'task', label: overview.task },
            { key: 'lead', label: overview.lead },
            { key: 'joins', label: overview.joins },
            { key: 'when', label: overview.when },
            { key: 'state', label: overview.state },
          ]}
          rows={tasks.map((task) => ({
            key: task.id,
            cells: [
              <TaskLink key="task" task={task} />,
              partyName(task.leadPartyId, body, catalog) ?? overview.nobody,
              partyNames(
                task.partyIds.filter((id) => id !== task.leadPartyId),
                body,
                catalog,
              ).join(', '),
              whenText(task, catalog) || overview.notSaid,
              task.status === null ? overview.notSaid : enums.taskStatus[task.status],
            ],
          }))}
        />
      )}
    </div>
  )
}
