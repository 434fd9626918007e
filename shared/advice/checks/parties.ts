import type { Party } from '../../agreement/party.ts'
import type { Facts } from '../facts.ts'
import { type Check, offence } from '../offence.ts'

/** Parties and who may sign for them. Domain pack, agreement.md 3.1. */
export const PARTY_CHECKS = {
  support_base_described: (facts) =>
    facts.migrantOrganisations
      .filter((party) => party.supportBaseText.trim() === '')
      .map((party) => offence(party.id, `parties.${party.id}.supportBaseText`)),

  authorised_signatories: (facts) => facts.parties.flatMap((party) => signing(facts, party)),

  authority_checked: (facts) =>
    facts.parties
      .filter((party) => !party.authorityCheckedOn)
      .map((party) => offence(party.id, `parties.${party.id}.authorityCheckedOn`)),

  college_decision: (facts) =>
    facts.municipalities
      .filter((party) => !party.decisionReference || !party.decisionDate)
      .map(({ id, decisionReference, decisionDate }) =>
        offence(
          id,
          [
            ...(decisionReference ? [] : [`parties.${id}.decisionReference`]),
            ...(decisionDate ? [] : [`parties.${id}.decisionDate`]),
          ],
          [decisionReference, decisionDate],
        ),
      ),
} satisfies Record<string, Check>

function signing({ body }: Facts, party: Party) {
  const signatories = body.signatories.filter((each) => each.partyId === party.id)
  const nameless = signatories.filter((each) => !each.name || !each.position)
  const tooFew = signatories.length < (party.requiredSignatories || 1)
  if (!tooFew && nameless.length === 0) return []
  const at = [
    ...(tooFew ? ['signatories'] : []),
    ...nameless.map(({ id, name }) => `signatories.${id}.${name ? 'position' : 'name'}`),
  ]
  const saw = [
    party.requiredSignatories,
    ...signatories.map(({ id, name, position }) => [id, name, position]),
  ]
  return [offence(party.id, at, saw)]
}
