import type { Line, Source } from '../../agreement/financing.ts'
import type { Party } from '../../agreement/party.ts'
import type { Facts } from '../facts.ts'
import { monthsBetween } from '../months.ts'
import { type Check, offence, when } from '../offence.ts'

/** Where the money comes from, where it goes and when. Domain pack, agreement.md 3.7 and 3.9. */
export const MONEY_CHECKS = {
  compensation_for_migrant_org: (facts) =>
    facts.migrantOrganisations
      .filter((party) => facts.tasksOf(party.id).length > 0)
      .filter((party) => !linesOf(facts, party.id).some((line) => (line.amount ?? 0) > 0))
      .map((party) => offence(party.id, 'financing.lines', linesOf(facts, party.id).map(amountOf))),

  more_than_one_funder: ({ body }) => {
    const paying = body.financing.sources.filter((source) => !source.inKind && (source.amount ?? 0) > 0)
    const funders = [
      ...new Set(paying.map((source) => source.partyId || source.funderName || 'unnamed_funder')),
    ]
    return when(funders.length === 1, funders[0] ?? '', 'financing.sources', funders)
  },

  light_accountability: (facts) =>
    facts.migrantOrganisations
      .filter((party) => !((party.paidStaffFte ?? 0) > 0))
      .filter((party) => total(linesOf(facts, party.id)) < facts.settings.limits.lightAccountabilityBelow)
      .flatMap((party) => heavyAccount(facts, party)),

  budget_balances: ({ body: { financing } }) => {
    const costs = total(financing.lines)
    const income = total(financing.sources)
    const at = ['financing.lines', 'financing.sources']
    return when(differ(costs, income), 'financing', at, [costs, income])
  },

  lines_computed_right: ({ body }) =>
    body.financing.lines.flatMap((line) => {
      const computed = computedAmount(line)
      const wrong = computed !== null && differ(computed, line.amount ?? 0)
      return when(wrong, line.id, `financing.lines.${line.id}.amount`, [computed, line.amount])
    }),

  subsidy_needs_decision: ({ body }) =>
    subsidies(body.financing.sources)
      .filter((source) => !source.decisionReference)
      .map(({ id, amount }) => offence(id, `financing.sources.${id}.decisionReference`, amount)),

  subsidy_ends_gently: ({ body }) =>
    body.term.windDownText.trim()
      ? []
      : subsidies(body.financing.sources)
          .filter((source) => (source.forYears ?? 0) >= LONG_SUBSIDY_YEARS)
          .map(({ id, forYears }) => offence(id, 'term.windDownText', forYears)),

  payment_in_advance: (facts) =>
    facts.migrantOrganisations.flatMap((party) => {
      const first = paymentsTo(facts, party.id).toSorted((a, b) => byDate(a.dueDate, b.dueDate))[0]
      const start = facts.body.term.startDate
      if (!first?.dueDate || !start) return []
      const late = monthsBetween(start, first.dueDate) > 1
      return when(late, party.id, `financing.payments.${first.id}.dueDate`, [start, first.dueDate])
    }),

  payments_add_up: (facts) =>
    facts.migrantOrganisations.flatMap((party) => {
      const costs = total(linesOf(facts, party.id).filter((line) => line.kind !== 'in_kind'))
      const paid = total(paymentsTo(facts, party.id))
      return when(costs > 0 && differ(costs, paid), party.id, 'financing.payments', [costs, paid])
    }),

  no_money_to_unregistered_group: (facts) =>
    facts.parties
      .filter((party) => party.legalForm === 'informal_association' || party.legalForm === 'none')
      .filter((party) => receives(facts, party))
      .map((party) => offence(party.id, `parties.${party.id}.legalForm`, party.legalForm)),
} satisfies Record<string, Check>

/** From three years of subsidy on, stopping takes a reasonable period. Algemene wet bestuursrecht art. 4:51. */
const LONG_SUBSIDY_YEARS = 3

type Amount = { amount: number | null }
const amountOf = ({ amount }: Amount) => amount

function total(items: readonly Amount[]): number {
  return items.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}

/** Amounts may differ by a euro: they are rounded by hand. */
function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > 1
}

function linesOf({ body }: Facts, partyId: string): Line[] {
  return body.financing.lines.filter((line) => line.partyId === partyId)
}

function paymentsTo({ body }: Facts, partyId: string) {
  return body.financing.payments.filter((payment) => payment.toPartyId === partyId)
}

/** Payments without a date come last. */
function byDate(a: string | null, b: string | null): number {
  return (a ?? '9999') < (b ?? '9999') ? -1 : 1
}

function subsidies(sources: readonly Source[]): Source[] {
  return sources.filter((source) => source.kind === 'subsidy' && (source.amount ?? 0) > 0)
}

/** Persons x months x (hours x rate + expenses); null while a factor is missing. */
function computedAmount(line: Line): number | null {
  const { persons, hoursPerPersonMonth: hours, ratePerHour: rate, months, expensesPerPersonMonth } = line
  if (!persons || !hours || !rate || !months) return null
  return persons * months * (hours * rate + (expensesPerPersonMonth ?? 0))
}

function heavyAccount({ body }: Facts, party: Party) {
  const heavy = body.financing.accountability.filter(
    ({ partyId, form }) => partyId === party.id && (form === 'report_with_figures' || form === 'audited'),
  )
  const at = heavy.map(({ id }) => `financing.accountability.${id}.form`)
  return when(
    heavy.length > 0,
    party.id,
    at,
    heavy.map(({ form }) => form),
  )
}

function receives(facts: Facts, party: Party): boolean {
  return (
    linesOf(facts, party.id).some((line) => (line.amount ?? 0) > 0) || paymentsTo(facts, party.id).length > 0
  )
}
