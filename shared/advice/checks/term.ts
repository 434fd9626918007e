import type { Facts } from '../facts.ts'
import { monthsBetween } from '../months.ts'
import { type Check, type Offence, when } from '../offence.ts'

/** How long, and how it ends. The end date is inclusive. Domain pack, agreement.md 3.6. */
export const TERM_CHECKS = {
  duration_at_least_a_year: ({ body: { term }, termMonths }) =>
    when(!term.indefinite && termMonths !== null && termMonths < 12, 'term', 'term.endDate', [
      term.startDate,
      term.endDate,
    ]),

  after_the_end: ({ body: { term } }) => {
    if (term.indefinite || !term.endDate) return []
    const inTime = term.renewalDecideBy && monthsBetween(term.renewalDecideBy, term.endDate) >= 2
    const saw = [term.renewalDecideBy, term.endDate]
    return when(!inTime, 'renewal_decide_by', 'term.renewalDecideBy', saw)
  },

  end_or_notice: ({ body: { term } }) => {
    const endless = term.indefinite === true || !term.endDate
    const at = term.indefinite ? 'term.noticeMonths' : ['term.endDate', 'term.noticeMonths']
    const saw = [term.indefinite, term.noticeMonths]
    return when(endless && !((term.noticeMonths ?? 0) > 0), 'term', at, saw)
  },

  dates_in_order: (facts) => {
    const { term, evaluation } = facts.body
    const backwards = Boolean(term.startDate && term.endDate && term.endDate <= term.startDate)
    const saw = [term.startDate, term.endDate]
    return [
      ...when(backwards, 'term', ['term.startDate', 'term.endDate'], saw),
      ...facts.tasks.flatMap(({ id, dueDate }) => outside(facts, id, dueDate, `tasks.${id}.dueDate`)),
      ...evaluation.moments.flatMap(({ id, date }) =>
        outside(facts, id, date, `evaluation.moments.${id}.date`),
      ),
    ]
  },
} satisfies Record<string, Check>

/** Closing up may take a while after the end. */
const MONTHS_AFTER_END = 3

function outside({ body: { term } }: Facts, id: string, date: string | null, at: string): Offence[] {
  if (!date) return []
  const early = term.startDate !== null && date < term.startDate
  const late = term.endDate !== null && monthsBetween(term.endDate, date) > MONTHS_AFTER_END
  return when(early || late, id, at, [date, term.startDate, term.endDate])
}
