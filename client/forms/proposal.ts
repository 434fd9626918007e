import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { computedAmount } from '../../shared/agreement/checks/computed-amount.ts'
import { proposeDecideBy, proposeTerm } from '../../shared/template/propose-term.ts'
import type { Template } from '../../shared/template/template.ts'

/** A value that follows from other facts and is offered, never filled in by itself. */
export type Proposal = { kind: 'date'; value: string } | { kind: 'computed'; value: number }

const AMOUNT = /^financing\.lines\.([^.]+)\.amount$/

/**
 * What is offered for the fact at an address: an end and a day to decide for a start that is known, and what a cost line comes to.
 * Null when nothing follows or when it says so already.
 */
export function proposalFor(
  address: string,
  body: AgreementBody,
  template: Template | null,
): Proposal | null {
  if (address === 'term.endDate') return proposedEnd(body, template)
  if (address === 'term.renewalDecideBy') return proposedDecision(body, template)
  const line = body.financing.lines.find(({ id }) => id === AMOUNT.exec(address)?.[1])
  if (!line) return null
  const value = computedAmount(line)
  return value === null || value === line.amount ? null : { kind: 'computed', value }
}

/** A chosen end is left alone. */
function proposedEnd({ term }: AgreementBody, template: Template | null): Proposal | null {
  if (template === null || term.startDate === null || term.endDate !== null || term.indefinite) return null
  return { kind: 'date', value: proposeTerm(template, term.startDate).endDate }
}

function proposedDecision({ term }: AgreementBody, template: Template | null): Proposal | null {
  if (template === null || term.renewalDecideBy !== null || term.indefinite) return null
  if (term.endDate !== null) return { kind: 'date', value: proposeDecideBy(template, term.endDate) }
  if (term.startDate === null) return null
  return { kind: 'date', value: proposeTerm(template, term.startDate).renewalDecideBy }
}
