import { type Check, offence, when } from '../offence.ts'

/** Who decides, leads and carries on. Domain pack, agreement.md 3.11, 3.14 and 3.21. */
export const GOVERNANCE_CHECKS = {
  migrant_org_steers: (facts) => {
    const steering = facts.body.governance.steeringGroupPartyIds
    const lacks = facts.migrantOrganisations.length > 0 && !steering.some(facts.isMigrantOrganisation)
    const at = 'governance.steeringGroupPartyIds'
    return when(steering.length > 0 && lacks, 'steering_group', at, steering)
  },

  project_lead_at_provider: (facts) =>
    facts.body.governance.projectLeads.some((lead) => facts.isProvider(lead.partyId))
      ? []
      : facts.providers.map((party) => offence(party.id, 'governance.projectLeads')),

  project_lead_at_migrant_org: ({ migrantOrganisations, body }) =>
    migrantOrganisations
      .filter((party) => !body.governance.projectLeads.some((lead) => lead.partyId === party.id))
      .map((party) => offence(party.id, 'governance.projectLeads')),

  no_fragmentation: ({ parties, body: { governance } }) => {
    const at = [
      ...(governance.directionPartyId ? [] : ['governance.directionPartyId']),
      ...(governance.steeringGroupPartyIds.length >= 3 ? [] : ['governance.steeringGroupPartyIds']),
    ]
    const saw = [parties.length, governance.directionPartyId, governance.steeringGroupPartyIds]
    return when(parties.length >= MANY_PARTIES && at.length > 0, 'governance', at, saw)
  },

  anchored_in_policy: (facts) => {
    const laidDown = facts.body.anchoring.some(
      ({ partyId, level }) => facts.isProvider(partyId) && level !== null && LASTING_LEVELS.has(level),
    )
    const saw = facts.body.anchoring.map(({ id, partyId, level }) => [id, partyId, level])
    return when(facts.providers.length > 0 && !laidDown, 'anchoring', 'anchoring', saw)
  },

  municipality_anchors_too: (facts) =>
    facts.body.anchoring.some(({ partyId }) => facts.isMunicipality(partyId))
      ? []
      : facts.municipalities.map((party) => offence(party.id, 'anchoring')),

  talk_first_on_dispute: ({ body: { disputes } }) => {
    const first = disputes.steps[0]
    const at = first ? `disputes.steps.${first.id}.kind` : 'disputes.steps'
    return when(first?.kind !== 'conversation', 'disputes', at, first?.kind ?? null)
  },
} satisfies Record<string, Check>

/** From this many parties on, somebody must hold the whole. */
const MANY_PARTIES = 5
/** Levels that outlive the people who made them. */
const LASTING_LEVELS: ReadonlySet<string> = new Set(['policy', 'quality_system', 'hr'])
