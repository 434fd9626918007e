import type { Party } from '../../agreement/party.ts'
import type { Facts } from '../facts.ts'
import { type Check, offence, when } from '../offence.ts'

/** Safety, privacy, what binds and what is made public. Domain pack, agreement.md 3.16, 3.17, 3.22 and 3.23. */
export const SAFEGUARD_CHECKS = {
  vog_for_contact_with_minors: (facts) =>
    facts.parties
      .filter((party) => facts.tasksOf(party.id).some((task) => task.directContactWithMinors))
      .filter((party) => !facts.body.safety.vog.some((vog) => vog.partyId === party.id && vog.required))
      .map((party) => offence(party.id, 'safety.vog')),

  meldcode_or_signal_procedure: (facts) => [
    ...facts.providers.filter((party) => codeOf(facts, party) !== 'statutory').map(unprotected(facts)),
    ...facts.migrantOrganisations.filter((party) => !hasProcedure(facts, party)).map(unprotected(facts)),
  ],

  volunteers_insured: ({ body }) =>
    when(body.safety.insuranceText.trim() === '', 'insurance_text', 'safety.insuranceText'),

  privacy_roles_set: ({ body: { privacy } }) =>
    privacy.sharesPersonalData === null
      ? [offence('shares_personal_data', 'privacy.sharesPersonalData')]
      : when(privacy.sharesPersonalData && privacy.roles.length === 0, 'roles', 'privacy.roles'),

  joint_controllers_arrangement: ({ body: { privacy } }) =>
    when(
      privacy.roles.some(({ type }) => type === 'joint') && !privacy.jointArrangementReference?.trim(),
      'joint_arrangement',
      'privacy.jointArrangementReference',
    ),

  no_ethnic_registration: ({ body: { privacy } }) =>
    when(
      privacy.registersEthnicOrigin === true && !privacy.ethnicOriginLegalGround?.trim(),
      'ethnic_origin',
      ['privacy.registersEthnicOrigin', 'privacy.ethnicOriginLegalGround'],
    ),

  consent_before_sharing: ({ body: { privacy }, migrantOrganisations }) =>
    when(
      privacy.sharesPersonalData === true &&
        migrantOrganisations.length > 0 &&
        privacy.consentText.trim() === '',
      'consent_text',
      'privacy.consentText',
    ),

  legal_status_consistent: ({ body }) => {
    const concrete = body.financing.payments.filter(({ amount, dueDate }) => (amount ?? 0) > 0 && dueDate)
    if (body.legalStatus === 'intent' && concrete.length > 0)
      return [offence('legal_status', 'legalStatus', concrete.length)]
    const open = body.legalStatus === 'mixed' && body.bindingArticleKeys.length === 0
    return when(open, 'binding_article_keys', 'bindingArticleKeys')
  },

  public_version_clean: ({ body: { publication } }) =>
    when(
      publication.willBePublished === true && publication.redactPersonalData !== true,
      'publication',
      'publication.redactPersonalData',
      publication.redactPersonalData,
    ),
} satisfies Record<string, Check>

function codeOf({ body }: Facts, party: Party): string | null {
  return body.safety.meldcode.find((code) => code.partyId === party.id)?.status ?? null
}

/** The statutory code does not bind organisations of volunteers; a procedure of their own is enough. */
function hasProcedure(facts: Facts, party: Party): boolean {
  const code = codeOf(facts, party)
  return code === 'statutory' || code === 'own_procedure'
}

function unprotected(facts: Facts) {
  return (party: Party) => {
    const known = facts.body.safety.meldcode.some((code) => code.partyId === party.id)
    const at = known ? `safety.meldcode.${party.id}.status` : 'safety.meldcode'
    return offence(party.id, at, codeOf(facts, party))
  }
}
