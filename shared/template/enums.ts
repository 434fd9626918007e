import { DOCUMENT_TYPES, LEGAL_STATUSES } from '../agreement/agreement.ts'
import * as closing from '../agreement/closing.ts'
import { EVALUATION_KINDS } from '../agreement/evaluation.ts'
import * as financing from '../agreement/financing.ts'
import * as governance from '../agreement/governance.ts'
import { AUTHORITY_BASES, LEGAL_FORMS, PARTY_ROLES } from '../agreement/party.ts'
import { PRIORITIES } from '../agreement/purpose.ts'
import { AGREEMENT_STATUSES } from '../agreement/record.ts'
import { MELDCODE_STATUSES, PRIVACY_TYPES } from '../agreement/safeguards.ts'
import { TASK_EFFECTS, TASK_STATUSES } from '../agreement/task.ts'
import { RENEWAL_TYPES } from '../agreement/term.ts'

/** What a contact person is for. Domain pack, agreement.md 3.12. */
export const CONTACT_ROLES = [
  'coordinator',
  'deputy',
  'executive',
  'process_guide',
  'volunteer_lead',
  'finance',
  'privacy',
  'confidential_adviser',
] as const

/** What kind of work a task is. Domain pack, clusters.json, task_kinds. */
export const TASK_KINDS = [
  'information',
  'outreach',
  'referral',
  'support',
  'empowerment',
  'meeting',
  'interpreting',
  'learning',
  'advice',
  'workforce',
  'service_change',
  'policy',
  'space',
  'financing',
  'coordination',
  'communication',
  'monitoring',
  'facilitation',
  'care',
  'safety',
] as const

/** A party's akkoord with an article, and how a signature was set. Domain pack, agreement.md 4 and 3.25. */
export const CLAUSE_STATES = ['none', 'agreed', 'agreed_with_concern', 'objection', 'needs_review'] as const
export const SIGNATURE_METHODS = [
  'wet_ink',
  'simple_electronic',
  'advanced_electronic',
  'qualified_electronic',
] as const

/** Every list of words that people choose from, by the name under which `words.yaml` holds its labels. */
export const ENUMS = {
  documentType: DOCUMENT_TYPES,
  legalStatus: LEGAL_STATUSES,
  agreementStatus: AGREEMENT_STATUSES,
  partyRole: PARTY_ROLES,
  legalForm: LEGAL_FORMS,
  authorityBasis: AUTHORITY_BASES,
  contactRole: CONTACT_ROLES,
  priority: PRIORITIES,
  renewalType: RENEWAL_TYPES,
  sourceKind: financing.SOURCE_KINDS,
  sourceStatus: financing.SOURCE_STATUSES,
  lineKind: financing.LINE_KINDS,
  accountabilityForm: financing.ACCOUNTABILITY_FORMS,
  taskKind: TASK_KINDS,
  taskEffect: TASK_EFFECTS,
  taskStatus: TASK_STATUSES,
  decisionRule: governance.DECISION_RULES,
  meetingKind: governance.MEETING_KINDS,
  meetingFormat: governance.MEETING_FORMATS,
  timeOfDay: governance.TIMES_OF_DAY,
  anchoringLevel: governance.ANCHORING_LEVELS,
  meldcodeStatus: MELDCODE_STATUSES,
  privacyType: PRIVACY_TYPES,
  evaluationKind: EVALUATION_KINDS,
  amendmentConsent: closing.AMENDMENT_CONSENTS,
  accessionConsent: closing.ACCESSION_CONSENTS,
  disputeKind: closing.DISPUTE_KINDS,
  annexKind: closing.ANNEX_KINDS,
  humanAnswer: closing.HUMAN_ANSWERS,
  clauseState: CLAUSE_STATES,
  signatureMethod: SIGNATURE_METHODS,
} as const

export type EnumName = keyof typeof ENUMS

/** The name of a list of values that a choice field was made of; null for a list that `ENUMS` does not hold. */
export function enumNameOf(values: readonly string[]): EnumName | null {
  const found = Object.entries(ENUMS).find(([, each]) => each === values)
  return found ? (found[0] as EnumName) : null
}
