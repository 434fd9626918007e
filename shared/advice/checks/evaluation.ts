import type { Facts } from '../facts.ts'
import { monthsBetween } from '../months.ts'
import { type Check, offence, when } from '../offence.ts'

/** Looking back, with whom, and what follows from it. Domain pack, agreement.md 3.18. */
export const EVALUATION_CHECKS = {
  evaluation_exists: ({ body: { evaluation } }) =>
    evaluation.moments.length === 0
      ? [offence('evaluation', 'evaluation.moments')]
      : evaluation.moments
          .filter((moment) => !moment.date)
          .map(({ id }) => offence(id, `evaluation.moments.${id}.date`)),

  migrant_org_in_evaluation: ({ migrantOrganisations, body: { evaluation } }) => {
    const at = evaluation.moments.map(({ id }) => `evaluation.moments.${id}.partyIds`)
    return migrantOrganisations
      .filter(() => evaluation.moments.length > 0)
      .filter((party) => !evaluation.moments.some((moment) => moment.partyIds.includes(party.id)))
      .map((party) => offence(party.id, at, at.length))
  },

  evaluation_with_community: ({ body: { evaluation } }) =>
    when(
      !evaluation.moments.some((moment) => moment.involvesCommunity),
      'evaluation',
      placesOf(evaluation.moments, 'involvesCommunity'),
      evaluation.moments.length,
    ),

  interim_evaluation: (facts) => {
    const { moments } = facts.body.evaluation
    const dates = moments.flatMap(({ date }) => date ?? []).sort()
    const kinds = moments.map(({ kind }) => kind)
    if (dates.length === 0) return []
    const lacks = isLong(facts) && !kinds.some((kind) => kind === 'interim' || kind === 'annual')
    const { startDate, endDate } = facts.body.term
    const saw = [dates, kinds, startDate, endDate]
    return when(lacks || isLate(startDate, dates[0]), 'evaluation', 'evaluation.moments', saw)
  },

  evaluation_leads_to_decision: ({ body: { evaluation } }) =>
    evaluation.moments.flatMap(({ id, responsiblePartyId, decisionBy }) => {
      const at = [
        ...(responsiblePartyId ? [] : [`evaluation.moments.${id}.responsiblePartyId`]),
        ...(decisionBy ? [] : [`evaluation.moments.${id}.decisionBy`]),
      ]
      return when(at.length > 0, id, at, [responsiblePartyId, decisionBy])
    }),

  evaluation_reaches_management: ({ body: { evaluation } }) =>
    when(
      evaluation.moments.length > 0 && !evaluation.moments.some((moment) => moment.forManagement),
      'evaluation',
      placesOf(evaluation.moments, 'forManagement'),
      evaluation.moments.length,
    ),

  feedback_moment: ({ body }) =>
    when(body.evaluation.feedbackText.trim() === '', 'feedback_text', 'evaluation.feedbackText'),

  successes_shared: ({ body }) =>
    when(
      body.evaluation.successSharingText.trim() === '',
      'success_sharing_text',
      'evaluation.successSharingText',
    ),
} satisfies Record<string, Check>

const WITHIN_MONTHS = 12

function isLong({ body, termMonths }: Facts): boolean {
  return body.term.indefinite === true || (termMonths ?? 0) > WITHIN_MONTHS
}

function isLate(start: string | null, first: string | undefined): boolean {
  return start !== null && first !== undefined && monthsBetween(start, first) > WITHIN_MONTHS
}

/** The field in each moment; the list itself while it is empty. */
function placesOf(moments: readonly { id: string }[], field: string): string[] {
  return moments.length === 0
    ? ['evaluation.moments']
    : moments.map(({ id }) => `evaluation.moments.${id}.${field}`)
}
