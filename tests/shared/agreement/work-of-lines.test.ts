import { expect, test } from 'vitest'
import { workOfLines } from '../../../shared/agreement/work-of-lines.ts'
import { agreement } from '../../support/agreement.ts'

const linesOf = (...lines: object[]) =>
  agreement({ financing: { lines: lines.map((line, index) => ({ id: `l${index}`, ...line })) } }).financing
    .lines

test('hours of volunteers stand beside those that are paid, and materials count for neither', () => {
  const lines = linesOf(
    { kind: 'volunteer_allowance', persons: 6, hoursPerPersonMonth: 10, ratePerHour: 5 },
    { kind: 'volunteer_expenses', persons: 2, hoursPerPersonMonth: 1.5, expensesPerPersonMonth: 70 },
    { kind: 'paraprofessional_fee', persons: 1, hoursPerPersonMonth: 32, ratePerHour: 26 },
    { kind: 'professional_salary', persons: 2, hoursPerPersonMonth: 4 },
    { kind: 'materials', persons: 9, hoursPerPersonMonth: 9 },
  )
  expect(workOfLines(lines)).toEqual({
    volunteerHoursPerMonth: 63,
    paidHoursPerMonth: 40,
    highestVolunteerMonth: 70,
  })
})

test('without lines there is no work and nobody gets anything', () => {
  expect(workOfLines([])).toEqual({
    volunteerHoursPerMonth: 0,
    paidHoursPerMonth: 0,
    highestVolunteerMonth: null,
  })
})
