import type { AgreementBody } from './agreement.ts'

/** What is brought in, what is spent and what is paid; whole cents behind the comma. */
export type MoneySums = { sources: number; costs: number; payments: number }

export type MoneyTotals = {
  /** Calendar years in order. Sources and costs are spread over the days of the term; payments count in the year they are due. */
  years: ({ year: number } & MoneySums)[]
  /** Per source what is brought in, and the costs that are paid from it alone. */
  sources: ({ sourceId: string } & MoneySums)[]
  /** Costs that name several sources, or none yet. */
  costsOfSeveral: number
  /** Per party what it brings in, the costs made by it, and what it is paid. Parties without money are left out. */
  parties: ({ partyId: string } & MoneySums)[]
  whole: MoneySums
}

/** Adds up the money of an agreement per year, source and party. Always computed, never typed. Domain pack, agreement.md 3.7-3.9. */
export function moneyTotals(body: AgreementBody): MoneyTotals {
  const { sources, lines, payments } = body.financing
  const whole = { sources: sum(sources), costs: sum(lines), payments: sum(payments) }
  return {
    years: totalsByYear(body, whole),
    sources: sources.map((source) => ({
      sourceId: source.id,
      sources: source.amount ?? 0,
      costs: sum(lines.filter(({ sourceIds }) => sourceIds.length === 1 && sourceIds[0] === source.id)),
      payments: 0,
    })),
    costsOfSeveral: sum(lines.filter(({ sourceIds }) => sourceIds.length !== 1)),
    parties: body.parties
      .map(({ id: partyId }) => ({
        partyId,
        sources: sum(sources.filter((source) => source.partyId === partyId)),
        costs: sum(lines.filter((line) => line.partyId === partyId)),
        payments: sum(payments.filter((payment) => payment.toPartyId === partyId)),
      }))
      .filter(({ sources: given, costs, payments: paid }) => given + costs + paid > 0),
    whole,
  }
}

/** In whole cents, so that no tenth of a cent appears from nowhere. */
function sum(items: readonly { amount: number | null }[]): number {
  return items.reduce((cents, { amount }) => cents + Math.round((amount ?? 0) * 100), 0) / 100
}

function totalsByYear(body: AgreementBody, whole: MoneySums): MoneyTotals['years'] {
  const spans = yearsOfTerm(body.term)
  const sources = spread(whole.sources, spans)
  const costs = spread(whole.costs, spans)
  const due = body.financing.payments.filter(({ dueDate }) => dueDate !== null)
  const yearDue = (date: string | null) => Number(date?.slice(0, 4))
  const years = [...new Set([...spans.keys(), ...due.map(({ dueDate }) => yearDue(dueDate))])].sort(
    (a, b) => a - b,
  )
  return years.map((year) => ({
    year,
    sources: sources.get(year) ?? 0,
    costs: costs.get(year) ?? 0,
    payments: sum(due.filter(({ dueDate }) => yearDue(dueDate) === year)),
  }))
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Longer is a slip of the pen; a table of hundreds of years helps nobody. */
const LONGEST_TERM_YEARS = 50

/** How many days of the term lie in each calendar year; none while start or end is missing. */
function yearsOfTerm({ startDate, endDate }: AgreementBody['term']): Map<number, number> {
  const days = new Map<number, number>()
  if (startDate === null || endDate === null || endDate < startDate) return days
  const [first, last] = [Number(startDate.slice(0, 4)), Number(endDate.slice(0, 4))]
  if (first < 1000 || last - first > LONGEST_TERM_YEARS) return days
  for (let year = first; year <= last; year++) {
    const from = Math.max(Date.parse(startDate), Date.UTC(year, 0, 1))
    const until = Math.min(Date.parse(endDate), Date.UTC(year, 11, 31))
    days.set(year, Math.round((until - from) / DAY_MS) + 1)
  }
  return days
}

/** The parts add up to the whole: each year gets what is due up to its end, less what earlier years got. */
function spread(amount: number, spans: ReadonlyMap<number, number>): Map<number, number> {
  const all = [...spans.values()].reduce((days, each) => days + each, 0)
  const parts = new Map<number, number>()
  let days = 0
  let given = 0
  for (const [year, each] of spans) {
    days += each
    const upToNow = Math.round((amount * 100 * days) / all)
    parts.set(year, (upToNow - given) / 100)
    given = upToNow
  }
  return parts
}
