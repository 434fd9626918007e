import type { AgreementBody } from '../agreement.ts'
import type { Line } from '../financing.ts'

/** A yearly amount that a cost line is held against, as the agreement took it over. */
export type LineNorm = {
  /** `most`: no more than this; `least`: no less. */
  bound: 'most' | 'least'
  per: 'hour' | 'month' | 'year'
  amount: number
  year: number | null
  source: string | null
}

const VOLUNTEER_KINDS: readonly string[] = ['volunteer_allowance', 'volunteer_expenses']
const PAID_KINDS: readonly string[] = ['paraprofessional_fee', 'professional_salary']

/** True for work that volunteers do: it is no wage. */
export const isVolunteerLine = ({ kind }: Pick<Line, 'kind'>): boolean => VOLUNTEER_KINDS.includes(kind ?? '')
/** True for hours that somebody is paid for. */
export const isPaidLine = ({ kind }: Pick<Line, 'kind'>): boolean => PAID_KINDS.includes(kind ?? '')

/**
 * What the law asks of a rate per hour on a line of this kind: an allowance has a highest amount, paid work a lowest. Null where
 * none applies or none is known. Domain pack, agreement.md 3.8.
 */
export function rateNorm({ kind }: Pick<Line, 'kind'>, norms: AgreementBody['norms']): LineNorm | null {
  const { year, source } = norms
  if (kind === 'volunteer_allowance' && norms.volunteerHour !== null)
    return { bound: 'most', per: 'hour', amount: norms.volunteerHour, year, source }
  if (isPaidLine({ kind }) && norms.minimumWagePerHour !== null)
    return { bound: 'least', per: 'hour', amount: norms.minimumWagePerHour, year, source }
  return null
}

/** What one volunteer gets a month on this line; paid next to an allowance, expenses count for the same maximum. */
export function volunteerMonth(line: Line): number {
  return cents((line.ratePerHour ?? 0) * (line.hoursPerPersonMonth ?? 0) + (line.expensesPerPersonMonth ?? 0))
}

/**
 * The norm that a line breaks, the one of the hour first; null when it keeps them all. Only costs that go with an allowance have
 * a maximum: real costs with proof alone have none.
 */
export function brokenNorm(line: Line, norms: AgreementBody['norms']): LineNorm | null {
  const byHour = rateNorm(line, norms)
  const rate = line.ratePerHour
  if (byHour !== null && rate !== null && rate > 0) {
    if (byHour.bound === 'most' ? rate > byHour.amount : rate < byHour.amount) return byHour
  }
  return line.kind === 'volunteer_allowance' ? brokenOverTime(line, norms) : null
}

function brokenOverTime(line: Line, norms: AgreementBody['norms']): LineNorm | null {
  const { year, source, volunteerMonth: month, volunteerYear } = norms
  const each = volunteerMonth(line)
  if (month !== null && each > month) return { bound: 'most', per: 'month', amount: month, year, source }
  const inYear = cents(each * Math.min(line.months || 12, 12))
  if (volunteerYear !== null && inYear > volunteerYear)
    return { bound: 'most', per: 'year', amount: volunteerYear, year, source }
  return null
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
