import { useText } from '../../text/index.ts'

/** All tasks looked over: per cluster, per party, in time, in hours, in money. */
export function OverviewView() {
  const { overview } = useText().tasks
  return (
    <div className="hs-tasks__stack" data-arrival tabIndex={-1}>
      <p>{overview.intro}</p>
    </div>
  )
}
