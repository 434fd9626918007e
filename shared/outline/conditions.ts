import type { AgreementBody } from '../agreement/agreement.ts'
import { isNamedCondition, type NamedCondition } from '../agreement/named-conditions.ts'

const CONDITIONS: Readonly<Record<NamedCondition, (body: AgreementBody) => boolean>> = {
  joint_family_work_allowed: (body) => body.boundaries.jointFamilyWorkAllowed === true,
  fixed_term: (body) => body.term.indefinite !== true,
  indefinite: (body) => body.term.indefinite === true,
  paid_intermediaries: (body) => body.financing.lines.some((line) => line.kind === 'paraprofessional_fee'),
  binding_mixed: (body) => body.legalStatus === 'mixed',
  binding_all: (body) => body.legalStatus === 'binding',
  intent_only: (body) => body.legalStatus === 'intent',
}

/**
 * Whether a paragraph with `onlyIf: name` stands on paper. A name that this edition does not know holds: what people wrote
 * is rather shown than lost.
 */
export function conditionHolds(name: string, body: AgreementBody): boolean {
  return isNamedCondition(name) ? CONDITIONS[name](body) : true
}
