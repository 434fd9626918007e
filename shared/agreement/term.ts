import * as f from './field.ts'

export const RENEWAL_TYPES = ['none', 'by_decision', 'automatic'] as const

/** How long the cooperation lasts and how it ends. The end date is inclusive. Domain pack, agreement.md 3.6. */
export const term = f.object({
  startDate: f.date(),
  endDate: f.date(),
  indefinite: f.boolean(),
  renewalType: f.choice(RENEWAL_TYPES),
  renewalMonths: f.number(),
  renewalDecideBy: f.date(),
  noticeMonths: f.number(),
  windDownText: f.longText(),
})
