import { z } from 'zod'
import * as f from './field.ts'

export const DECISION_RULES = ['consensus', 'consensus_then_majority', 'majority'] as const
export const MEETING_KINDS = ['coordinators', 'steering', 'case_discussion', 'community', 'chain'] as const
export const MEETING_FORMATS = ['in_person', 'hybrid', 'online'] as const
export const TIMES_OF_DAY = ['office_hours', 'evening', 'weekend'] as const
export const ANCHORING_LEVELS = ['policy', 'quality_system', 'hr', 'training', 'management'] as const

/** Project lead per party: at most one each, so known by the party. Domain pack, agreement.md 3.11. */
export const projectLead = z.object({ partyId: f.id(), contactId: f.reference('contacts') })

export const governance = f.object({
  directionPartyId: f.reference('parties'),
  coordinationPartyId: f.reference('parties'),
  projectLeads: f.list(projectLead, 'partyId'),
  processGuideContactId: f.reference('contacts'),
  steeringGroupPartyIds: f.referenceSet('parties'),
  decisionRule: f.choice(DECISION_RULES),
})

/** A recurring meeting. `locationPartyId` is a party or the word `rotating`. Domain pack, agreement.md 3.13. */
export const meeting = z.object({
  id: f.id(),
  kind: f.choice(MEETING_KINDS),
  title: f.line(200),
  frequencyPerYear: f.number(1),
  format: f.choice(MEETING_FORMATS),
  timeOfDay: f.choice(TIMES_OF_DAY),
  locationPartyId: f.reference('parties'),
  partyIdsAlways: f.referenceSet('parties'),
  partyIdsIfNeeded: f.referenceSet('parties'),
  chairPartyId: f.reference('parties'),
})

export const communication = f.object({
  preferredText: f.longText(),
  firstResponseDays: f.number(),
  handoverText: f.longText(),
  visibilityText: f.longText(),
  ideasText: f.longText(),
  languages: f.referenceSet('languages'),
})

/** An improvement that outlives the project, and where it is laid down. Domain pack, agreement.md 3.14. */
export const anchoringMeasure = z.object({
  id: f.id(),
  partyId: f.reference('parties'),
  measure: f.line(1000),
  level: f.choice(ANCHORING_LEVELS),
  responsibleContactId: f.reference('contacts'),
  dueDate: f.date(),
})

/** Programme agreements only (template D). */
export const programme = f.object({
  frontDeskText: f.longText(),
  annualPlanInputDate: f.line(100),
  annualPlanDecisionDate: f.line(100),
})
