import type { Facts } from '../facts.ts'
import { type Check, offence, when } from '../offence.ts'

/** What the parties want to reach, and the thresholds they chose to work on. Domain pack, agreement.md 3.4. */
export const PURPOSE_CHECKS = {
  results_defined: ({ body: { purpose } }) => [
    ...when(purpose.goalText.trim() === '', 'goal_text', 'purpose.goalText'),
    ...when(
      !purpose.results.some((result) => result.text.trim() && result.measuredBy?.trim()),
      'results',
      'purpose.results',
      purpose.results.map(({ id, text, measuredBy }) => [id, text, measuredBy]),
    ),
  ],

  priority_factor_has_task: ({ body, tasks }) =>
    body.focusFactors
      .filter(({ priority }) => priority === 'high')
      .filter(({ factorId }) => !tasks.some((task) => task.factorIds.includes(factorId)))
      .map(({ factorId }) => offence(factorId, 'tasks')),

  both_sides_scored: (facts) => {
    if (facts.body.focusFactors.length === 0) return [offence('focus_factors', 'focusFactors')]
    const saw = facts.body.factorScores
    return [
      ...when(lacksScores(facts, 'migrantOrganisations'), 'mo', 'focusFactors', saw),
      ...when(lacksScores(facts, 'providers'), 'ycp', 'focusFactors', saw),
    ]
  },

  look_at_own_side: ({ body }) => {
    const chosen = body.focusFactors.filter(({ priority }) => priority === 'high' || priority === 'medium')
    const ids = chosen.map(({ factorId }) => factorId)
    return when(ids.length > 0 && !ids.some(isAtTheService), 'focus_factors', 'focusFactors', ids)
  },
} satisfies Record<string, Check>

/** F01 to F10 are thresholds at the families' side, F11 to F17 at the side of the service. Domain pack, clusters.json. */
const FIRST_AT_THE_SERVICE = 11

function isAtTheService(factorId: string): boolean {
  return Number(factorId.slice(1)) >= FIRST_AT_THE_SERVICE
}

function lacksScores(facts: Facts, side: 'migrantOrganisations' | 'providers'): boolean {
  const { focusFactors, factorScores } = facts.body
  const scored = facts[side].some(({ id }) =>
    focusFactors.some(({ factorId }) => factorScores[factorId]?.[id]),
  )
  return facts[side].length > 0 && !scored
}
