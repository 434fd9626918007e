import type { Template } from './template.ts'

export type ProposedTerm = { endDate: string; renewalDecideBy: string }

/**
 * The end that a template suggests for a start (ISO dates): its usual length, the last day included, and by when the
 * parties decide whether they go on. From 1 February 2027 for 24 months it ends on 31 January 2029.
 */
export function proposeTerm(template: Template, startDate: string): ProposedTerm {
  const afterEnd = addMonths(startDate, template.defaultTermMonths)
  return {
    endDate: addDays(afterEnd, -1),
    renewalDecideBy: addDays(
      addMonths(startDate, template.defaultTermMonths - template.decideMonthsBeforeEnd),
      -1,
    ),
  }
}

/** By when the parties decide whether they go on, for an end that they chose themselves (ISO dates). */
export function proposeDecideBy(template: Template, endDate: string): string {
  return addDays(addMonths(addDays(endDate, 1), -template.decideMonthsBeforeEnd), -1)
}

/** The same day some months on; the last day of that month where it is too short. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, lastDay))
  return isoDay(date)
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return isoDay(date)
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
