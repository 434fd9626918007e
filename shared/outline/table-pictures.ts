import type { AgreementBody } from '../agreement/agreement.ts'
import type { Task } from '../agreement/task.ts'
import { clusterLabel, clustersOnPaper } from './clusters.ts'
import { formatDate } from './format.ts'
import type { Paper } from './inlines.ts'
import type { TablePicture } from './outline.ts'
import { paperWord } from './paper-words.ts'
import { callParty } from './parties.ts'

/** The scores of the chosen factors side by side; null while there are none, or of one party alone. */
export function scoresPicture({ body, catalog }: Paper): TablePicture | null {
  const scored = body.focusFactors.flatMap(({ factorId }) => {
    const given = Object.hasOwn(body.factorScores, factorId) ? body.factorScores[factorId] : undefined
    return given === undefined ? [] : [{ factorId, given }]
  })
  const parties = body.parties.filter(({ id }) => scored.some(({ given }) => Object.hasOwn(given, id)))
  if (parties.length < 2) return null
  return {
    kind: 'scores',
    caption: paperWord(catalog, 'scorePicture'),
    columns: parties.map((party) => ({ text: callParty(party, catalog) })),
    rows: scored.map(({ factorId, given }) => ({
      title: catalog.factors.find(({ id }) => id === factorId)?.label ?? factorId,
      scores: parties.map(({ id }) => (Object.hasOwn(given, id) ? (given[id] ?? null) : null)),
    })),
  }
}

/** From so many tasks with a day on there is something to see. */
const FEWEST = 2

/** When the tasks of each cluster are done, as far as they have a day; null when too few have one. */
export function tasksTimeline(paper: Paper): TablePicture | null {
  const { body, catalog } = paper
  const dated = body.tasks.filter(({ startDate, dueDate }) => isDay(startDate) || isDay(dueDate))
  if (dated.length < FEWEST) return null
  const [from, to] = span(body, dated)
  const groups = [...clustersOnPaper(body, catalog), null].flatMap((cluster) => {
    const tasks = dated.filter(({ clusterId }) => clusterId === cluster).sort(byDay)
    if (tasks.length === 0) return []
    const heading =
      cluster === null ? paperWord(catalog, 'withoutLine') : clusterLabel(cluster, catalog, body)
    return [{ heading, rows: tasks.map((task) => rowOf(task, paper)) }]
  })
  return { kind: 'timeline', caption: paperWord(catalog, 'timelinePicture'), from, to, groups }
}

function rowOf({ title, startDate, dueDate }: Task, { catalog }: Paper) {
  const [start, end] = [startDate, dueDate].map((day) => (isDay(day) ? day : null))
  const words = [
    start ? paperWord(catalog, 'fromDate', { date: formatDate(start) }) : '',
    end ? paperWord(catalog, 'dueDate', { date: formatDate(end) }) : '',
  ]
  return {
    title: title ?? '',
    start: start ?? null,
    end: end ?? null,
    text: words.filter(Boolean).join(', '),
  }
}

/** A day that a calendar has; the schema knows no other, and a document may hold anything. */
function isDay(day: string | null): day is string {
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
}

const byDay = (one: Task, other: Task): number => {
  const [a, b] = [one, other].map(({ startDate, dueDate }) => startDate ?? dueDate ?? '')
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''))
}

/** The term of the agreement, and what lies outside it. */
function span({ term }: AgreementBody, tasks: readonly Task[]): [string, string] {
  const days = [
    term.startDate,
    term.endDate,
    ...tasks.flatMap(({ startDate, dueDate }) => [startDate, dueDate]),
  ].filter(isDay)
  days.sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}
