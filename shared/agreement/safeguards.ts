import { z } from 'zod'
import * as f from './field.ts'

/** What a party does not do. Domain pack, agreement.md 3.15. */
export const notTask = z.object({ id: f.id(), partyId: f.reference('parties'), text: f.longText() })
/** One step on the way from a family's question to help. */
export const referralStep = z.object({ id: f.id(), text: f.longText() })

export const boundaries = f.object({
  notTasks: f.list(notTask),
  referralSteps: f.list(referralStep),
  warmHandover: f.boolean(),
  feedbackDays: f.number(),
  jointFamilyWorkAllowed: f.boolean(),
  jointFamilyWorkMaxMonths: f.number(),
  jointFamilyWorkProfessionalLeads: f.boolean(),
  workloadText: f.longText(),
  interpreterText: f.longText(),
  urgentText: f.longText(),
  noMediation: f.boolean(),
  expertConsultText: f.longText(),
})

/** A certificate of conduct (VOG): who needs one and why. Domain pack, agreement.md 3.16. */
export const vog = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  appliesTo: f.line(500),
  required: f.boolean(),
  basis: f.line(500),
  renewAfterYears: f.number(),
})

export const MELDCODE_STATUSES = ['statutory', 'own_procedure', 'none'] as const
/** The reporting code of a party; one each, so known by the party. */
export const meldcode = z.object({ partyId: f.id(), status: f.choice(MELDCODE_STATUSES) })

export const safety = f.object({
  vog: f.list(vog),
  meldcode: f.list(meldcode, 'partyId'),
  confidentialAdviserText: f.longText(),
  insuranceText: f.longText(),
  conductText: f.longText(),
  volunteerSupportText: f.longText(),
})

export const PRIVACY_TYPES = ['independent', 'joint', 'processor'] as const
/** Who is responsible for one processing of personal data. Domain pack, agreement.md 3.17. */
export const privacyRole = z.object({
  id: f.id(),
  processing: f.line(500),
  type: f.choice(PRIVACY_TYPES),
  controllerPartyIds: f.referenceSet('parties'),
  processorPartyId: f.reference('parties'),
})

export const privacy = f.object({
  sharesPersonalData: f.boolean(),
  roles: f.list(privacyRole),
  jointArrangementReference: f.line(500),
  contactPointPartyId: f.reference('parties'),
  legalBasisText: f.longText(),
  consentText: f.longText(),
  registersEthnicOrigin: f.boolean(),
  ethnicOriginLegalGround: f.line(1000),
  retentionText: f.longText(),
  breachText: f.longText(),
})
