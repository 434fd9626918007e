import type { AgreementBody } from '../agreement/agreement.ts'
import type { PlaceholderName } from '../agreement/placeholders.ts'
import { formatAmount, formatDate, formatList, formatNumber } from './format.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'
import { partyById, partyNames } from './parties.ts'

/** Numbers of articles and annexes by id, see `drawNumbers`. */
export type Numbers = ReadonlyMap<string, string | null>

/** Works out one fact; null when what it needs is not filled in yet. */
type Deriver = (body: AgreementBody, catalog: PaperCatalog, numbers: Numbers) => string | null

/** Facts that are worked out instead of read at one place; the same names as in `PLACEHOLDERS` with `derived`. */
export const DERIVED: Readonly<Partial<Record<PlaceholderName, Deriver>>> = {
  municipality_city: (body) => body.parties.find((party) => party.role === 'municipality')?.city ?? null,
  allowance_rate: (body, catalog) => rateRange(ratesOf(body, 'volunteer_allowance'), catalog),
  paid_rate: (body) => lowestRate(ratesOf(body, 'paraprofessional_fee')),
  direction_party: (body, catalog) => named(body.governance.directionPartyId, body, catalog),
  steering_group: (body, catalog) => listed(partyNames(body.governance.steeringGroupPartyIds, body, catalog)),
  programme_manager: programmeManager,
  volunteer_safety_contact: (body) =>
    contactWithRole(body, 'volunteer_lead') ?? coordinatorOf(body, body.governance.directionPartyId),
  safety_contact: coordinatorOfProvider,
  referral_contact: coordinatorOfProvider,
  privacy_contact: (body, catalog) => named(body.privacy.contactPointPartyId, body, catalog),
  adjust_weeks: adjustWeeks,
  accession_consent: accessionConsent,
  binding_articles: bindingArticles,
  annex_contacts: annexNumber('contacts'),
  annex_protocol: annexNumber('protocol'),
  annex_conduct: annexNumber('conduct'),
  service_change: (body) => body.tasks.find((task) => task.effect === 'improve_service')?.title ?? null,
  first_payment_date: firstPaymentDate,
  accountability_note: (body) => body.financing.accountability[0]?.note ?? null,
  subsidy_reference: subsidyReference,
  meeting_count: (body) => {
    const count = body.meetings.find((meeting) => meeting.kind === 'coordinators')?.frequencyPerYear
    return count == null ? null : formatNumber(count)
  },
}

function named(partyId: string | null, body: AgreementBody, catalog: PaperCatalog): string | null {
  return partyId ? partyById(partyId, body, catalog) : null
}

function listed(items: readonly string[]): string | null {
  return items.length > 0 ? formatList(items) : null
}

function ratesOf(body: AgreementBody, kind: string): number[] {
  return body.financing.lines.filter((line) => line.kind === kind).flatMap((line) => line.ratePerHour ?? [])
}

function rateRange(rates: readonly number[], catalog: PaperCatalog): string | null {
  if (rates.length === 0) return null
  const [low, high] = [Math.min(...rates), Math.max(...rates)].map(formatAmount)
  if (low === undefined || high === undefined || low === high) return low ?? null
  return `${low} ${paperWord(catalog, 'upTo')} ${high}`
}

function lowestRate(rates: readonly number[]): string | null {
  return rates.length === 0 ? null : formatAmount(Math.min(...rates))
}

function contactWithRole(body: AgreementBody, role: string): string | null {
  return body.contacts.find((contact) => contact.roles.includes(role))?.name ?? null
}

function coordinatorOf(body: AgreementBody, partyId: string | null): string | null {
  const coordinator = body.contacts.find(
    (contact) => contact.partyId === partyId && contact.roles.includes('coordinator'),
  )
  return coordinator?.name ?? null
}

/** The first provider that has a coordinator. */
function coordinatorOfProvider(body: AgreementBody): string | null {
  const providers = body.parties.filter((party) => party.role === 'youth_care_provider')
  return providers.map((party) => coordinatorOf(body, party.id)).find(Boolean) ?? null
}

function programmeManager(body: AgreementBody): string | null {
  const lead = body.governance.projectLeads.find(
    (candidate) => candidate.partyId === body.governance.directionPartyId,
  )
  return body.contacts.find((contact) => contact.id === lead?.contactId)?.name ?? null
}

const DAY = 24 * 60 * 60 * 1000
const USUAL_WEEKS = 6

/** Whole weeks, rounded up: the decision is taken within them. */
function adjustWeeks(body: AgreementBody): string {
  const days = body.evaluation.moments
    .map(({ date, decisionBy }) =>
      date && decisionBy ? (Date.parse(decisionBy) - Date.parse(date)) / DAY : 0,
    )
    .filter((gap) => gap > 0)
  return formatNumber(days.length === 0 ? USUAL_WEEKS : Math.ceil(Math.min(...days) / 7))
}

function accessionConsent(body: AgreementBody, catalog: PaperCatalog): string | null {
  if (body.accession.consent === null) return null
  return paperWord(catalog, body.accession.consent === 'all' ? 'allParties' : 'steeringGroupMembers')
}

/** In the order of the articles, which is the order of their numbers. */
function bindingArticles(body: AgreementBody, _: PaperCatalog, numbers: Numbers): string | null {
  const binding = body.articles.filter((article) => body.bindingArticleKeys.includes(article.key ?? ''))
  return listed(binding.flatMap((article) => numbers.get(article.id) ?? []))
}

function annexNumber(kind: string): Deriver {
  return ({ annexes }, _, numbers) =>
    numbers.get(annexes.find((annex) => annex.kind === kind)?.id ?? '') ?? null
}

function firstPaymentDate(body: AgreementBody): string | null {
  const receivers = body.parties.filter((party) => party.role === 'migrant_organisation').map(({ id }) => id)
  const [first] = body.financing.payments
    .filter((payment) => receivers.includes(payment.toPartyId ?? ''))
    .flatMap((payment) => payment.dueDate ?? [])
    .sort()
  return first === undefined ? null : formatDate(first)
}

function subsidyReference(body: AgreementBody, catalog: PaperCatalog): string | null {
  const subsidy = body.financing.sources.find((source) => source.kind === 'subsidy')
  if (!subsidy) return null
  return subsidy.decisionReference || paperWord(catalog, 'decisionNotTaken')
}
