import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { body, findings, mo, mun, ycp } from './items.ts'

const EMPTY = [
  'municipal_executive_contact: no_municipality',
  'results_defined: goal_text results',
  'community_consulted: drafting',
  'referral_route: referral',
  'handover_agreed: handover_text',
  'met_in_person_first: first_meeting_date',
  'regular_personal_contact: meetings',
  'not_only_email: first_response_days',
  'feedback_moment: feedback_text',
  'talk_first_on_dispute: disputes',
  'evaluation_exists: evaluation',
  'evaluation_with_community: evaluation',
  'successes_shared: success_sharing_text',
  'quality_cluster_has_tasks: quality',
  'all_clusters_covered: awareness trust quality',
  'both_sides_scored: focus_factors',
  'ideas_protected: ideas_text',
  'end_or_notice: term',
  'urgent_route: urgent_text',
  'privacy_roles_set: shares_personal_data',
  'volunteers_insured: insurance_text',
]

const THREE = [
  'municipal_executive_contact: mun',
  'results_defined: goal_text results',
  'migrant_org_co_drafts: mo',
  'community_consulted: drafting',
  'role_limits_written: mo',
  'referral_route: referral',
  'anchored_in_policy: anchoring',
  'municipality_anchors_too: mun',
  'two_contacts_per_party: mun ycp mo',
  'handover_agreed: handover_text',
  'met_in_person_first: first_meeting_date',
  'support_base_described: mo',
  'regular_personal_contact: meetings',
  'not_only_email: first_response_days',
  'feedback_moment: feedback_text',
  'talk_first_on_dispute: disputes',
  'evaluation_exists: evaluation',
  'evaluation_with_community: evaluation',
  'successes_shared: success_sharing_text',
  'quality_cluster_has_tasks: quality',
  'all_clusters_covered: awareness trust quality',
  'advice_role_for_migrant_org: improve_service',
  'both_sides_scored: focus_factors',
  'project_lead_at_provider: ycp',
  'project_lead_at_migrant_org: mo',
  'ideas_protected: ideas_text',
  'end_or_notice: term',
  'meldcode_or_signal_procedure: ycp mo',
  'urgent_route: urgent_text',
  'privacy_roles_set: shares_personal_data',
  'authorised_signatories: mun ycp mo',
  'authority_checked: mun ycp mo',
  'college_decision: mun',
  'volunteers_insured: insurance_text',
]

describe('an agreement in which nobody has written anything', () => {
  const slugs = (of: AgreementBody) => findings(of).map(({ slug, items }) => `${slug}: ${items.join(' ')}`)

  test('without parties, what is said needs no party to be true', () => {
    expect(slugs(body({}))).toEqual(EMPTY)
  })

  test('with the three parties, what each of them lacks is said too', () => {
    expect(slugs(body({ parties: [mun, ycp, mo({ isVolunteerOrganisation: true })] }))).toEqual(THREE)
  })
})
