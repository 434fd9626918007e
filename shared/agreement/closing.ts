import { z } from 'zod'
import * as f from './field.ts'
import { emptyRichText, richTextDocument } from './rich-text.ts'

export const AMENDMENT_CONSENTS = ['all', 'steering_group_for_annual_plan', 'parties_concerned'] as const
export const ACCESSION_CONSENTS = ['all', 'steering_group'] as const
export const DISPUTE_KINDS = ['conversation', 'management', 'mediation', 'court'] as const
export const ANNEX_KINDS = [
  'budget',
  'tasks',
  'contacts',
  'conduct',
  'protocol',
  'privacy',
  'annual_plan',
  'accession_form',
  'summary',
  'other',
] as const

export const amendment = f.object({ inWriting: f.boolean(), consent: f.choice(AMENDMENT_CONSENTS) })

export const accession = f.object({
  allowed: f.boolean(),
  consent: f.choice(ACCESSION_CONSENTS),
  conditionText: f.longText(),
})

/** One step when something goes wrong; their order is the order of the list. Domain pack, agreement.md 3.21. */
export const disputeStep = z.object({
  id: f.id(),
  kind: f.choice(DISPUTE_KINDS),
  withinDays: f.number(),
  text: f.longText(),
})

export const disputes = f.object({ steps: f.list(disputeStep), court: f.line(300) })

export const publication = f.object({
  willBePublished: f.boolean(),
  publisherPartyId: f.reference('parties'),
  redactPersonalData: f.boolean(),
})

/** An annex has a text of its own, like an article. Domain pack, agreement.md 3.24. */
export const annex = z.object({
  id: f.id(),
  title: f.line(300),
  kind: f.choice(ANNEX_KINDS),
  /** Language of its text, BCP 47; null is that of the agreement. */
  language: f.reference('languages'),
  body: f.richText(richTextDocument.default(emptyRichText)),
})
export type Annex = z.infer<typeof annex>

/** How the agreement came about. Who wrote along is derived by the server and stands in the record. */
export const drafting = f.object({
  initiatedByPartyIds: f.referenceSet('parties'),
  firstMeetingDate: f.date(),
  communityConsultedOnDraft: f.boolean(),
  communityConsultedText: f.longText(),
})

export const HUMAN_ANSWERS = ['yes', 'not_yet', 'not_applicable'] as const
/** The answer to a question that no program can answer; known by its rule. */
export const humanCheck = z.object({
  ruleSlug: f.id(),
  answer: f.choice(HUMAN_ANSWERS),
  note: f.longText(),
})
