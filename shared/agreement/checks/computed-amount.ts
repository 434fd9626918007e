import type { Line } from '../financing.ts'

type Factors = Pick<
  Line,
  'persons' | 'hoursPerPersonMonth' | 'ratePerHour' | 'expensesPerPersonMonth' | 'months'
>

/**
 * What a cost line comes to by its factors, in whole cents: persons × months × (hours × rate + expenses). Null while persons or
 * months are missing, or nothing per month is known. Domain pack, agreement.md 3.7.
 */
export function computedAmount(line: Factors): number | null {
  const { persons, hoursPerPersonMonth: hours, ratePerHour: rate, expensesPerPersonMonth: expenses } = line
  const work = hours === null || rate === null ? null : hours * rate
  const isHalfKnown = work === null && (hours !== null || rate !== null)
  if (persons === null || line.months === null || isHalfKnown || (work === null && expenses === null))
    return null
  return Math.round(persons * line.months * ((work ?? 0) + (expenses ?? 0)) * 100) / 100
}
