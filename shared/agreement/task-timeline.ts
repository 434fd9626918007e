import type { AgreementBody } from './agreement.ts'
import type { Task } from './task.ts'
import { currentTasks } from './workload.ts'

/** The tasks along the days of the cooperation. Days are ISO dates, both ends included. */
export type Timeline = {
  from: string
  until: string
  /** First days of the months to draw a line at, as a share of the whole. */
  marks: { day: string; at: number }[]
  bars: TaskBar[]
  /** Tasks that say neither a date nor how often. */
  untimed: string[]
}

export type TaskBar = {
  taskId: string
  from: string
  until: string
  /** Begin and end as a share of the whole, 0 to 1. */
  start: number
  end: number
  /** True: only the day is known on which it is done. */
  isMoment: boolean
  /** True: no date is given; it goes on all the time. */
  isWholeTerm: boolean
  /** True when a date lies before or after the term. */
  isOutside: boolean
}

const DAY = 86_400_000
/** More lines than these do not fit beside each other on a phone. */
const MOST_MARKS = 6

/**
 * Where each task lies in time: from its start to its due date, only its due date, or the whole term when it just says how often.
 * Null when neither the term nor any task has two ends to draw between.
 */
export function timelineOf(body: AgreementBody): Timeline | null {
  const tasks = currentTasks(body)
  const whole = wholeOf(body, tasks)
  if (whole === null) return null
  const share = (day: string) =>
    (number(day) - number(whole.from)) / (number(whole.until) - number(whole.from) + 1)
  const timed = tasks.filter(isTimed)
  return {
    ...whole,
    marks: marksOf(whole).map((day) => ({ day, at: share(day) })),
    bars: timed.map((task) => {
      const from =
        task.startDate ??
        (task.dueDate && isMoment(task) ? task.dueDate : (body.term.startDate ?? whole.from))
      const until = task.dueDate ?? body.term.endDate ?? whole.until
      const [first, last] = from <= until ? [from, until] : [until, from]
      return {
        taskId: task.id,
        from: first,
        until: last,
        start: share(first),
        end: share(last) + 1 / (number(whole.until) - number(whole.from) + 1),
        isMoment: isMoment(task),
        isWholeTerm: !task.startDate && !task.dueDate,
        isOutside: isOutside(task, body),
      }
    }),
    untimed: tasks.filter((task) => !isTimed(task)).map(({ id }) => id),
  }
}

function isTimed({ startDate, dueDate, frequency }: Task): boolean {
  return Boolean(startDate || dueDate || frequency?.trim())
}

/** Who says how often and by when, works towards that day all the time. */
function isMoment({ startDate, dueDate, frequency }: Task): boolean {
  return !startDate && Boolean(dueDate) && !frequency?.trim()
}

function isOutside({ startDate, dueDate }: Task, { term }: AgreementBody): boolean {
  const days = [startDate, dueDate].filter((day) => day !== null)
  return days.some(
    (day) =>
      (term.startDate !== null && day < term.startDate) || (term.endDate !== null && day > term.endDate),
  )
}

function wholeOf({ term }: AgreementBody, tasks: readonly Task[]): { from: string; until: string } | null {
  const days = [term.startDate, term.endDate, ...tasks.flatMap((task) => [task.startDate, task.dueDate])]
    .filter((day) => day !== null)
    .sort()
  const [from, until] = [days[0], days.at(-1)]
  return from === undefined || until === undefined || from === until ? null : { from, until }
}

/** First days of months inside, so many months apart that a few fit. */
function marksOf({ from, until }: { from: string; until: string }): string[] {
  const first = monthNumber(from) + (from.endsWith('-01') ? 0 : 1)
  const count = monthNumber(until) - first + 1
  const step =
    [1, 2, 3, 6, 12, 24, 60].find((months) => count / months <= MOST_MARKS) ?? Math.ceil(count / MOST_MARKS)
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => firstDay(first + index * step))
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

function firstDay(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
