import { currentTasks } from '../../../shared/agreement/workload.ts'
import { clusterLabel } from '../../../shared/outline/clusters.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { useTaskFacts } from './open-tasks.ts'
import { OverviewTable } from './overview-table.tsx'
import { PartyNames } from './party-names.tsx'
import { TaskLink } from './task-link.tsx'
import { partyName, whenText } from './task-words.ts'

/** For each party, in the order of the text, the tasks it leads and those it takes part in. */
export function PerParty() {
  const { overview } = useText().tasks
  const body = useTaskFacts()
  return (
    <section className="hs-tasks__cluster" aria-labelledby="per-party">
      <h2 id="per-party">{overview.perParty}</h2>
      {body.parties
        .filter(({ leftOn }) => !leftOn)
        .map(({ id }) => (
          <div key={id} className="hs-tasks__part">
            <h3>
              <PartyNames partyIds={[id]} />
            </h3>
            <PartyTable partyId={id} />
          </div>
        ))}
    </section>
  )
}

function PartyTable({ partyId }: { partyId: string }) {
  const { overview } = useText().tasks
  const { catalog } = useForms()
  const body = useTaskFacts()
  const tasks = currentTasks(body)
  const led = tasks.filter((task) => task.leadPartyId === partyId)
  const joined = tasks.filter((task) => task.leadPartyId !== partyId && task.partyIds.includes(partyId))
  if (led.length + joined.length === 0) return <p className="hs-soft">{overview.noTasks}</p>
  return (
    <OverviewTable
      caption={partyName(partyId, body, catalog) ?? ''}
      isCaptionHidden
      columns={[
        { key: 'task', label: overview.task },
        { key: 'part', label: overview.part },
        { key: 'cluster', label: overview.cluster },
        { key: 'when', label: overview.when },
      ]}
      rows={[...led, ...joined].map((task) => ({
        key: task.id,
        cells: [
          <TaskLink key="task" task={task} />,
          task.leadPartyId === partyId ? overview.leads : overview.takesPart,
          task.clusterId === null ? overview.noCluster : clusterLabel(task.clusterId, catalog, body),
          whenText(task, catalog) || overview.notSaid,
        ],
      }))}
    />
  )
}
