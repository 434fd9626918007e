import type { Line } from '../../agreement/financing.ts'
import type { Facts } from '../facts.ts'
import { type Check, offence } from '../offence.ts'
import { minimumWageOf, normsOf, type YearNorms } from '../settings.ts'

/** What volunteers and paid intermediaries get, against the norms of the year. Domain pack, agreement.md 3.8. */
export const COMPENSATION_CHECKS = {
  allowance_within_norm: ({ body, settings }) => {
    const norms = normsOf(body.financing.normYear, settings)
    return body.financing.lines
      .filter((line) => line.kind === 'volunteer_allowance' && isAboveNorm(line, norms))
      .map((line) => offence(line.id, addressOfWork(line), [workOf(line), norms]))
  },

  heavy_work_is_paid: ({ body, settings }) => {
    const { heavyWorkHoursPerMonth: limit } = normsOf(body.financing.normYear, settings)
    return body.financing.lines
      .filter(({ kind }) => kind === 'volunteer_allowance' || kind === 'volunteer_expenses')
      .filter((line) => (line.hoursPerPersonMonth ?? 0) > limit)
      .map((line) => offence(line.id, `financing.lines.${line.id}.kind`, [line.hoursPerPersonMonth, limit]))
  },

  paid_work_at_least_minimum_wage: (facts) => {
    const wage = minimumWageOf(facts.body.financing.normYear, facts.settings)
    return wage === null ? [] : linesBelow(wage, facts)
  },
} satisfies Record<string, Check>

/**
 * Expenses paid beside an allowance to the same person count for the same maximum of month and year.
 * Belastingdienst: Vrijwilligersvergoedingen.
 */
function isAboveNorm(line: Line, norms: YearNorms): boolean {
  const rate = line.ratePerHour ?? 0
  const month = rate * (line.hoursPerPersonMonth ?? 0) + (line.expensesPerPersonMonth ?? 0)
  const year = month * Math.min(line.months || 12, 12)
  return rate > norms.volunteerHour || month > norms.volunteerMonth || year > norms.volunteerYear
}

function linesBelow(wage: number, { body }: Facts) {
  return body.financing.lines
    .filter(({ kind }) => kind === 'paraprofessional_fee' || kind === 'professional_salary')
    .filter(({ ratePerHour }) => ratePerHour !== null && ratePerHour > 0 && ratePerHour < wage)
    .map(({ id, ratePerHour }) => offence(id, `financing.lines.${id}.ratePerHour`, [ratePerHour, wage]))
}

function addressOfWork({ id }: Line): string[] {
  return [`financing.lines.${id}.ratePerHour`, `financing.lines.${id}.hoursPerPersonMonth`]
}

function workOf(line: Line): unknown {
  return [line.ratePerHour, line.hoursPerPersonMonth, line.expensesPerPersonMonth, line.months]
}
