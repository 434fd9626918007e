import { isPaidLine, isVolunteerLine, volunteerMonth } from './checks/line-norms.ts'
import type { Line } from './financing.ts'

/** What the cost lines pay for: hours that volunteers give, hours that are paid, and what one volunteer gets at most. */
export type WorkOfLines = {
  volunteerHoursPerMonth: number
  paidHoursPerMonth: number
  /** Of one volunteer, the line that gives most; null when none gives anything. */
  highestVolunteerMonth: number | null
}

/** Adds up the work behind the cost lines. Domain pack, agreement.md 3.8. */
export function workOfLines(lines: readonly Line[]): WorkOfLines {
  const volunteers = lines.filter(isVolunteerLine)
  const months = volunteers.map(volunteerMonth).filter((amount) => amount > 0)
  return {
    volunteerHoursPerMonth: hours(volunteers),
    paidHoursPerMonth: hours(lines.filter(isPaidLine)),
    highestVolunteerMonth: months.length === 0 ? null : Math.max(...months),
  }
}

function hours(lines: readonly Line[]): number {
  const all = lines.reduce((sum, line) => sum + (line.persons ?? 0) * (line.hoursPerPersonMonth ?? 0), 0)
  return Math.round(all * 100) / 100
}
