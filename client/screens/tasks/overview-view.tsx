import { drawTitle } from '../../../shared/agreement/title.ts'
import { currentTasks } from '../../../shared/agreement/workload.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PrintButton } from '../print-button.tsx'
import { HoursOverview } from './hours-overview.tsx'
import { MoneyOverview } from './money-overview.tsx'
import { useTaskFacts } from './open-tasks.ts'
import { PerCluster } from './per-cluster.tsx'
import { PerParty } from './per-party.tsx'
import { TimeOverview } from './time-overview.tsx'
import { hashOf } from './view.ts'

/** All tasks looked over: per cluster, per party, in time, in hours, in money. One page, so that it prints as a whole. */
export function OverviewView() {
  const { overview } = useText().tasks
  const { store } = useForms()
  const body = useTaskFacts()
  if (currentTasks(body).length === 0) {
    return (
      <div className="hs-tasks__stack" data-arrival tabIndex={-1}>
        <Callout
          kind="info"
          action={<ButtonLink href={hashOf({ name: 'pick' })}>{overview.toPick}</ButtonLink>}
        >
          {overview.empty}
        </Callout>
      </div>
    )
  }
  return (
    <div className="hs-tasks__stack" data-arrival tabIndex={-1}>
      <p className="hs-tasks__print-title" lang="nl">
        {drawTitle(store.get())}
      </p>
      <p>{overview.intro}</p>
      <div className="hs-tasks__screen-only">
        <PrintButton>{overview.print}</PrintButton>
      </div>
      <PerCluster />
      <PerParty />
      <TimeOverview />
      <HoursOverview />
      <MoneyOverview />
    </div>
  )
}
