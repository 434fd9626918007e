import { z } from 'zod'
import * as f from './field.ts'

export const EVALUATION_KINDS = ['interim', 'annual', 'final'] as const

/** A dated moment to look back, and by when it leads to a decision. Domain pack, agreement.md 3.18. */
export const evaluationMoment = z.object({
  id: f.id(),
  kind: f.choice(EVALUATION_KINDS),
  date: f.date(),
  method: f.line(500),
  partyIds: f.referenceSet('parties'),
  involvesCommunity: f.boolean(),
  responsiblePartyId: f.reference('parties'),
  forManagement: f.boolean(),
  decisionBy: f.date(),
})

export const evaluation = f.object({
  moments: f.list(evaluationMoment),
  feedbackText: f.longText(),
  successSharingText: f.longText(),
})
