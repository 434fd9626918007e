/** How the value of a placeholder is written: `year` has no thousands mark, `list` is joined with commas and "en". */
export type PlaceholderType = 'text' | 'date' | 'number' | 'year' | 'money' | 'list'

export type Placeholder = {
  /** Dotted path in `AgreementBody` of what it shows, and where somebody goes to change it. */
  target: string
  type: PlaceholderType
  /** True when the value is worked out from what stands at `target` instead of read there. */
  derived: boolean
  /** True when the sentence around it is whole without it, so that an empty value is no gap. */
  mayBeEmpty: boolean
}

const shows = (target: string, type: PlaceholderType = 'text'): Placeholder => ({
  target,
  type,
  derived: false,
  mayBeEmpty: false,
})
const derives = (target: string, type: PlaceholderType = 'text'): Placeholder => ({
  ...shows(target, type),
  derived: true,
})
const optional = (target: string): Placeholder => ({ ...shows(target), mayBeEmpty: true })

/** The names that a field in the text can have, in the order of the domain pack (templates.md, Placeholders). */
export const PLACEHOLDERS = {
  short_title: shows('shortTitle'),
  citation_title: shows('citationTitle'),
  /** City of the first party with role municipality. */
  municipality_city: derives('parties'),
  goal: shows('purpose.goalText'),
  target_group: shows('purpose.targetGroup'),
  area: shows('purpose.area'),
  problem_statement: shows('purpose.problemStatement'),
  start_date: shows('term.startDate', 'date'),
  end_date: shows('term.endDate', 'date'),
  renewal_decide_by: shows('term.renewalDecideBy', 'date'),
  notice_months: shows('term.noticeMonths', 'number'),
  wind_down: optional('term.windDownText'),
  unspent: shows('financing.unspentText'),
  /** Lowest and highest rate of the lines with kind volunteer_allowance: "5,00" or "4,00 tot 5,00". */
  allowance_rate: derives('financing.lines', 'money'),
  norm_year: shows('financing.normYear', 'year'),
  heavy_work_hours: shows('norms.heavyWorkHoursPerMonth', 'number'),
  /** Lowest rate of the lines with kind paraprofessional_fee. */
  paid_rate: derives('financing.lines', 'money'),
  employer: shows('financing.employerText'),
  /** Short name of the party that leads. */
  direction_party: derives('governance.directionPartyId'),
  /** Short names of the parties in the steering group. */
  steering_group: derives('governance.steeringGroupPartyIds', 'list'),
  /** Name of the project lead of the party that leads. */
  programme_manager: derives('governance.projectLeads'),
  first_response_days: shows('communication.firstResponseDays', 'number'),
  feedback_days: shows('boundaries.feedbackDays', 'number'),
  joint_family_months: shows('boundaries.jointFamilyWorkMaxMonths', 'number'),
  interpreter_rule: shows('boundaries.interpreterText'),
  expert_consult: shows('boundaries.expertConsultText'),
  /** Contact with role volunteer_lead, else the coordinator of the party that leads. */
  volunteer_safety_contact: derives('contacts'),
  /** Coordinator of the youth-care provider. */
  safety_contact: derives('contacts'),
  /** Coordinator of the youth-care provider. */
  referral_contact: derives('contacts'),
  confidential_adviser: shows('safety.confidentialAdviserText'),
  insurance: shows('safety.insuranceText'),
  volunteer_support: shows('safety.volunteerSupportText'),
  consent_rule: optional('privacy.consentText'),
  retention: shows('privacy.retentionText'),
  /** Short name of the party where questions about privacy go. */
  privacy_contact: derives('privacy.contactPointPartyId'),
  joint_arrangement: shows('privacy.jointArrangementReference'),
  /** Weeks between an evaluation and its decision: the shortest gap among the moments, 6 when there is none. */
  adjust_weeks: derives('evaluation.moments', 'number'),
  success_sharing: shows('evaluation.successSharingText'),
  /** Who must agree to a new party, in words. */
  accession_consent: derives('accession.consent'),
  court: shows('disputes.court'),
  /** Numbers of the binding articles. */
  binding_articles: derives('bindingArticleKeys', 'list'),
  /** Number of the first annex of kind contacts. */
  annex_contacts: derives('annexes', 'number'),
  /** Number of the first annex of kind protocol. */
  annex_protocol: derives('annexes', 'number'),
  /** Number of the first annex of kind conduct. */
  annex_conduct: derives('annexes', 'number'),
  /** Day and month, as typed: "1 oktober". */
  annual_plan_input_date: shows('programme.annualPlanInputDate'),
  annual_plan_decision_date: shows('programme.annualPlanDecisionDate'),
  front_desk: shows('programme.frontDeskText'),
  /** Title of the first task with effect improve_service. */
  service_change: derives('tasks'),
  /** Earliest due date of a payment to a migrant organisation. */
  first_payment_date: derives('financing.payments', 'date'),
  /** Note of the first line of accountability. */
  accountability_note: { ...derives('financing.accountability'), mayBeEmpty: true },
  /** Reference of the decision on the first subsidy; without one, that it is not taken yet. */
  subsidy_reference: derives('financing.sources'),
  /** Times a year of the first meeting of kind coordinators. */
  meeting_count: derives('meetings', 'number'),
} as const satisfies Record<string, Placeholder>

export type PlaceholderName = keyof typeof PLACEHOLDERS

/** True for a name in `PLACEHOLDERS`. */
export function isPlaceholderName(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name)
}
