import { z } from 'zod'
import * as f from './field.ts'

export const PARTY_ROLES = [
  'municipality',
  'youth_care_provider',
  'migrant_organisation',
  'welfare_organisation',
  'school',
  'safe_at_home',
  'police',
  'womens_shelter',
  'volunteer_centre',
  'funder',
  'other',
] as const

export const LEGAL_FORMS = [
  'municipality',
  'foundation',
  'association',
  'informal_association',
  'cooperative',
  'private_company',
  'public_body',
  'none',
] as const

/** An organisation that is bound by the agreement. Domain pack, agreement.md 3.1. */
export const party = z.object({
  id: f.id(),
  role: f.choice(PARTY_ROLES),
  name: f.line(200),
  shortName: f.line(200),
  legalForm: f.choice(LEGAL_FORMS),
  kvkNumber: f.line(40),
  address: f.line(300),
  postalCode: f.line(40),
  city: f.line(200),
  decisionBody: f.line(200),
  decisionReference: f.line(200),
  decisionDate: f.date(),
  requiredSignatories: f.number(),
  authorityCheckedOn: f.date(),
  isVolunteerOrganisation: f.boolean(),
  paidStaffFte: f.number(2),
  volunteersCount: f.number(),
  capacityHoursPerMonth: f.number(2),
  supportBaseText: f.longText(),
  joinedOn: f.date(),
  leftOn: f.date(),
})
export type Party = z.infer<typeof party>
export type PartyRole = (typeof PARTY_ROLES)[number]

export const AUTHORITY_BASES = [
  'mandate_mayor',
  'sole_authority',
  'joint_authority',
  'power_of_attorney',
  'personal',
] as const

/** A person who may sign for a party. Domain pack, agreement.md 3.1. */
export const signatory = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  name: f.line(200),
  position: f.line(200),
  authorityBasis: f.choice(AUTHORITY_BASES),
})
export type Signatory = z.infer<typeof signatory>

/** A fixed contact person of a party. Personal data: shown in the annex only. Domain pack, agreement.md 3.12. */
export const contact = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  name: f.line(200),
  position: f.line(200),
  roles: f.referenceSet('contactRoles'),
  phone: f.line(60),
  email: f.line(254),
  preferredChannel: f.line(200),
  availableText: f.longText(),
  isVolunteer: f.boolean(),
})
export type Contact = z.infer<typeof contact>
