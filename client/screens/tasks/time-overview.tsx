import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Task } from '../../../shared/agreement/task.ts'
import { type TaskBar, type Timeline, timelineOf } from '../../../shared/agreement/task-timeline.ts'
import { formatDate } from '../../../shared/outline/format.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { partyColorClass } from '../../ui/party-mark.tsx'
import { useTaskFacts } from './open-tasks.ts'
import { OverviewTable } from './overview-table.tsx'
import { TaskLink } from './task-link.tsx'
import { partyIndex, partyName } from './task-words.ts'

/** The tasks along the days of the cooperation: a picture, and the same in a table. */
export function TimeOverview() {
  const { overview, time } = useText().tasks
  const body = useTaskFacts()
  const timeline = timelineOf(body)
  return (
    <section className="hs-tasks__cluster" aria-labelledby="in-time">
      <h2 id="in-time">{overview.inTime}</h2>
      {timeline === null ? (
        <p>{time.noTerm}</p>
      ) : (
        <>
          <p>{time.intro}</p>
          <Picture timeline={timeline} body={body} />
          <TimeTable timeline={timeline} body={body} />
          <Untimed timeline={timeline} body={body} />
        </>
      )}
    </section>
  )
}

type Props = { timeline: Timeline; body: AgreementBody }

const percent = (share: number) => `${(share * 100).toFixed(3)}%`
const taskOf = (body: AgreementBody, id: string) => body.tasks.find((task) => task.id === id)

/** Title above its bar, so that it is read at every width. In order of beginning, as time goes. */
function Picture({ timeline, body }: Props) {
  const { time, form } = useText().tasks
  const { catalog } = useForms()
  return (
    <div
      className="hs-timeline"
      role="img"
      aria-label={time.picture(formatDate(timeline.from), formatDate(timeline.until))}
    >
      <div className="hs-timeline__scale" lang="nl">
        {timeline.marks.map(({ day, at }) => (
          <span key={day} className="hs-timeline__mark" style={{ insetInlineStart: percent(at) }}>
            {monthOf(day)}
          </span>
        ))}
      </div>
      {byBeginning(timeline.bars).map((bar) => {
        const task = taskOf(body, bar.taskId)
        const lead = task?.leadPartyId ?? null
        const index = partyIndex(lead, body)
        return (
          <div
            key={bar.taskId}
            className={`hs-timeline__row ${index < 0 ? '' : partyColorClass(index)}`}
            data-bar={bar.taskId}
          >
            <span className="hs-timeline__name" lang="nl">
              {task?.title || form.untitled}
              {lead === null ? '' : ` (${partyName(lead, body, catalog) ?? ''})`}
            </span>
            <span className="hs-timeline__track">
              {timeline.marks.map(({ day, at }) => (
                <span key={day} className="hs-timeline__line" style={{ insetInlineStart: percent(at) }} />
              ))}
              <Bar bar={bar} />
            </span>
          </div>
        )
      })}
    </div>
  )
}

function Bar({ bar }: { bar: TaskBar }) {
  if (bar.isMoment) {
    return (
      <span
        className="hs-timeline__moment"
        style={{ insetInlineStart: percent((bar.start + bar.end) / 2) }}
      />
    )
  }
  return (
    <span
      className="hs-timeline__bar"
      data-whole={bar.isWholeTerm || undefined}
      style={{ insetInlineStart: percent(bar.start), width: percent(bar.end - bar.start) }}
    />
  )
}

function TimeTable({ timeline, body }: Props) {
  const { overview, time } = useText().tasks
  const rows = byBeginning(timeline.bars).flatMap((bar) => {
    const task = taskOf(body, bar.taskId)
    return task ? [{ bar, task }] : []
  })
  return (
    <OverviewTable
      caption={time.table}
      columns={[
        { key: 'task', label: overview.task },
        { key: 'from', label: time.from },
        { key: 'until', label: time.until },
        { key: 'often', label: time.howOften },
      ]}
      rows={rows.map(({ bar, task }) => ({
        key: task.id,
        cells: [
          <TaskLink key="task" task={task} />,
          bar.isMoment ? '' : bar.isWholeTerm ? time.wholeTerm : formatDate(bar.from),
          `${bar.isWholeTerm ? '' : formatDate(bar.until)}${bar.isOutside ? ` (${time.outside})` : ''}`,
          task.frequency ?? '',
        ],
      }))}
    />
  )
}

function Untimed({ timeline, body }: Props) {
  const { time } = useText().tasks
  const tasks = timeline.untimed.flatMap((id) => taskOf(body, id) ?? [])
  if (tasks.length === 0) return null
  return (
    <div className="hs-tasks__part">
      <h3>{time.noTime}</h3>
      <ul className="hs-tasks__rows">
        {tasks.map((task: Task) => (
          <li key={task.id}>
            <TaskLink task={task} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function byBeginning(bars: readonly TaskBar[]): TaskBar[] {
  return [...bars].sort((a, b) => a.start - b.start || a.end - b.end)
}

const months = new Intl.DateTimeFormat('nl-NL', { month: 'short', year: '2-digit', timeZone: 'UTC' })
/** `2027-03-01` → "mrt 27". */
const monthOf = (day: string) => months.format(new Date(`${day}T00:00:00Z`)).replace('.', '')
