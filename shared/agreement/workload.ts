import type { AgreementBody } from './agreement.ts'
import type { Line } from './financing.ts'
import type { Task } from './task.ts'

/** What the tasks ask of one party, beside what it has and what is paid. All hours are per month. */
export type PartyHours = {
  partyId: string
  /** True when volunteers do its work. */
  isVolunteers: boolean
  /** Tasks it leads; hours count for who leads (domain pack, agreement.md 3.10). */
  tasksLed: number
  hoursLed: number
  /** Tasks it leads that say no hours yet. */
  withoutHours: number
  /** What it said it has; null when it did not. */
  capacity: number | null
  /** Hours that the money article pays, and hours for which it gives a volunteer allowance. */
  paidHours: number
  allowanceHours: number
}

/** A line of the money article with the tasks that name it. Hours are per month. */
export type LineWork = {
  lineId: string
  amount: number | null
  /** Null when persons or hours are not filled in. */
  hoursPaid: number | null
  taskIds: string[]
  hoursAsked: number
  /** Hours asked × rate × months; null while one of them is missing. */
  cost: number | null
}

export type PartyMoney = {
  /** Null for the lines that name no party. */
  partyId: string | null
  lines: LineWork[]
  total: number
  /** Tasks it leads that name no line. */
  tasksWithoutLine: number
}

/** Hours that somebody is paid for; an allowance is no wage (domain pack, agreement.md 3.8). */
const PAID_KINDS: ReadonlySet<string | null> = new Set([
  'paraprofessional_fee',
  'professional_salary',
  'coordination',
])

/** The tasks that count: those that are not dropped. */
export function currentTasks(body: AgreementBody): Task[] {
  return body.tasks.filter((task) => task.status !== 'dropped')
}

/** Hours per month as hours per week, to one decimal: a year has 12 months and 52 weeks. */
export function perWeek(hoursPerMonth: number): number {
  return round((hoursPerMonth * 12) / 52, 1)
}

/** Hours for each party that has not left, in the order of the agreement. */
export function hoursPerParty(body: AgreementBody): PartyHours[] {
  const tasks = currentTasks(body)
  return body.parties
    .filter(({ leftOn }) => !leftOn)
    .map(({ id, isVolunteerOrganisation, capacityHoursPerMonth }) => {
      const led = tasks.filter((task) => task.leadPartyId === id)
      const lines = body.financing.lines.filter((line) => line.partyId === id)
      return {
        partyId: id,
        isVolunteers: isVolunteerOrganisation === true,
        tasksLed: led.length,
        hoursLed: sum(led.map((task) => task.hoursPerMonth)),
        withoutHours: led.filter((task) => task.hoursPerMonth === null).length,
        capacity: capacityHoursPerMonth,
        paidHours: sum(lines.filter(({ kind }) => PAID_KINDS.has(kind)).map(hoursOfLine)),
        allowanceHours: sum(lines.filter(({ kind }) => kind === 'volunteer_allowance').map(hoursOfLine)),
      }
    })
}

/** The lines of the money article for each party that has not left, then those of nobody in the agreement, with their tasks. */
export function moneyPerParty(body: AgreementBody): PartyMoney[] {
  const tasks = currentTasks(body)
  const parties = body.parties.filter(({ leftOn }) => !leftOn).map(({ id }) => id)
  const ofNobody = body.financing.lines.filter(({ partyId }) => !parties.includes(partyId ?? ''))
  const of = (partyId: string | null, lines: readonly Line[]): PartyMoney => ({
    partyId,
    lines: lines.map((line) => workOf(line, tasks)),
    total: sum(lines.map((line) => line.amount)),
    tasksWithoutLine: tasks.filter((task) => partyId && task.leadPartyId === partyId && !task.lineId).length,
  })
  return [
    ...parties.map((id) =>
      of(
        id,
        body.financing.lines.filter((line) => line.partyId === id),
      ),
    ),
    ...(ofNobody.length > 0 ? [of(null, ofNobody)] : []),
  ]
}

function workOf(line: Line, tasks: readonly Task[]): LineWork {
  const own = tasks.filter((task) => task.lineId === line.id)
  const hoursAsked = sum(own.map((task) => task.hoursPerMonth))
  const { ratePerHour, months } = line
  return {
    lineId: line.id,
    amount: line.amount,
    hoursPaid: hoursOfLine(line),
    taskIds: own.map(({ id }) => id),
    hoursAsked,
    cost: ratePerHour === null || months === null ? null : round(hoursAsked * ratePerHour * months, 2),
  }
}

function hoursOfLine({ persons, hoursPerPersonMonth }: Line): number | null {
  return persons === null || hoursPerPersonMonth === null ? null : round(persons * hoursPerPersonMonth, 2)
}

function sum(values: readonly (number | null)[]): number {
  return round(
    values.reduce<number>((total, value) => total + (value ?? 0), 0),
    2,
  )
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round((value + Number.EPSILON) * factor) / factor
}
