import { type Check, offence, when } from '../offence.ts'

/** What volunteers do not do, how families are referred, what to do in danger. Domain pack, agreement.md 3.15. */
export const BOUNDARY_CHECKS = {
  role_limits_written: ({ migrantOrganisations, body: { boundaries } }) =>
    migrantOrganisations
      .filter((party) => !boundaries.notTasks.some((limit) => limit.partyId === party.id))
      .map((party) => offence(party.id, 'boundaries.notTasks')),

  referral_route: ({ body: { boundaries } }) => {
    const { referralSteps, feedbackDays } = boundaries
    const steps = referralSteps.length >= 2 ? [] : ['boundaries.referralSteps']
    const feedback = (feedbackDays ?? 0) > 0 ? [] : ['boundaries.feedbackDays']
    const at = [...steps, ...feedback]
    return when(at.length > 0, 'referral', at, [referralSteps.length, feedbackDays])
  },

  joint_family_work_limited: ({ body: { boundaries } }) => {
    const { jointFamilyWorkMaxMonths: months, jointFamilyWorkProfessionalLeads: professional } = boundaries
    const at = [
      ...((months ?? 0) > 0 ? [] : ['boundaries.jointFamilyWorkMaxMonths']),
      ...(professional ? [] : ['boundaries.jointFamilyWorkProfessionalLeads']),
    ]
    const open = boundaries.jointFamilyWorkAllowed === true && at.length > 0
    return when(open, 'joint_family_work', at, [months, professional])
  },

  urgent_route: ({ body }) =>
    when(body.boundaries.urgentText.trim() === '', 'urgent_text', 'boundaries.urgentText'),

  honour_violence_safeguards: ({ body: { boundaries } }) => {
    const expert = boundaries.expertConsultText.trim()
    const at = [
      ...(boundaries.noMediation === true ? [] : ['boundaries.noMediation']),
      ...(expert ? [] : ['boundaries.expertConsultText']),
    ]
    return when(at.length > 0, 'boundaries', at, [boundaries.noMediation, expert])
  },

  interpreter_rule: ({ body, tasks }) => {
    const asked =
      tasks.some(({ kind }) => kind === 'interpreting') ||
      body.focusFactors.some(({ factorId }) => factorId === LANGUAGE_FACTOR)
    const open = asked && body.boundaries.interpreterText.trim() === ''
    return when(open, 'interpreter_text', 'boundaries.interpreterText')
  },
} satisfies Record<string, Check>

/** "Taal" among the seventeen thresholds. Domain pack, clusters.json. */
const LANGUAGE_FACTOR = 'F09'
