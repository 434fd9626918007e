import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { workOfLines } from '../../shared/agreement/work-of-lines.ts'
import { formatMoney, formatNumber } from '../../shared/outline/format.ts'
import { useText } from '../text/index.ts'
import { useOfFacts } from './forms-agreement.ts'

const linesOf = (body: AgreementBody) => body.financing.lines
const heavyOf = (body: AgreementBody) => body.norms.heavyWorkHoursPerMonth

/** How many hours volunteers give beside how many are paid: what the group should talk about. No verdict. */
export function VolunteersAndPaid() {
  const texts = useText().facts.compare
  const work = workOfLines(useOfFacts(linesOf))
  const heavy = useOfFacts(heavyOf)
  return (
    <section className="hs-norms" aria-label={texts.title}>
      <p className="hs-table__caption">{texts.title}</p>
      <ul className="hs-list">
        <li>{texts.volunteers(formatNumber(work.volunteerHoursPerMonth))}</li>
        <li>{texts.paid(formatNumber(work.paidHoursPerMonth))}</li>
        {work.highestVolunteerMonth === null ? null : (
          <li>{texts.month(formatMoney(work.highestVolunteerMonth))}</li>
        )}
        {heavy === null ? null : <li>{texts.heavy(formatNumber(heavy))}</li>}
      </ul>
    </section>
  )
}
