import { z } from 'zod'
import * as f from './field.ts'

export const SOURCE_KINDS = ['subsidy', 'own_funds', 'fund', 'in_kind', 'other'] as const
export const SOURCE_STATUSES = ['pledged', 'applied', 'granted'] as const
export const LINE_KINDS = [
  'volunteer_allowance',
  'volunteer_expenses',
  'paraprofessional_fee',
  'professional_salary',
  'housing',
  'travel',
  'phone',
  'materials',
  'training',
  'interpreter',
  'coordination',
  'evaluation',
  'in_kind',
  'other',
] as const
export const ACCOUNTABILITY_FORMS = [
  'conversation',
  'visit_and_short_report',
  'short_report',
  'report_with_figures',
  'audited',
] as const

/** Where money or a contribution in kind comes from: a party, or a funder by name. */
export const source = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  funderName: f.line(200),
  kind: f.choice(SOURCE_KINDS),
  amount: f.money(),
  forYears: f.number(1),
  status: f.choice(SOURCE_STATUSES),
  decisionReference: f.line(200),
  decisionDate: f.date(),
  inKind: f.boolean(),
})
export type Source = z.infer<typeof source>

/** What something costs. With all factors filled: persons x months x (hours x rate + expenses). Pack 3.7, 3.8. */
export const line = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  kind: f.choice(LINE_KINDS),
  description: f.longText(),
  persons: f.number(2),
  hoursPerPersonMonth: f.number(2),
  ratePerHour: f.money(),
  expensesPerPersonMonth: f.money(),
  months: f.number(1),
  amount: f.money(),
  sourceIds: f.referenceSet('financing.sources'),
})
export type Line = z.infer<typeof line>

/** Who pays whom, how much, when. Pack 3.9. */
export const payment = z.object({
  id: f.id(),
  fromPartyId: f.reference('parties'),
  fromFunderName: f.line(200),
  toPartyId: f.reference('parties'),
  amount: f.money(),
  dueDate: f.date(),
  condition: f.line(1000),
  paidOn: f.date(),
})

/** What is asked in return for the money. Pack 3.9. */
export const accountability = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  form: f.choice(ACCOUNTABILITY_FORMS),
  dueDate: f.date(),
  toPartyId: f.reference('parties'),
  note: f.longText(),
})

export const financing = f.object({
  currency: f.line(3),
  normYear: f.number(),
  sources: f.list(source),
  lines: f.list(line),
  payments: f.list(payment),
  accountability: f.list(accountability),
  unspentText: f.longText(),
  employerText: f.longText(),
})

/** Yearly amounts and limits, copied in when the agreement is made: a change of settings never changes an agreement. */
export const norms = f.object({
  year: f.number(),
  volunteerHour: f.money(),
  volunteerHourUnder21: f.money(),
  volunteerMonth: f.money(),
  volunteerYear: f.money(),
  minimumWagePerHour: f.money(),
  heavyWorkHoursPerMonth: f.number(1),
  source: f.line(500),
})
