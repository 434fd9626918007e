import { describe, expect, test } from 'vitest'
import { computedAmount } from '../../../../shared/agreement/checks/computed-amount.ts'

const NOTHING = {
  persons: null,
  hoursPerPersonMonth: null,
  ratePerHour: null,
  expensesPerPersonMonth: null,
  months: null,
}

describe('the amount of a cost line', () => {
  test('is persons times months times hours at their rate and expenses', () => {
    const line = {
      persons: 6,
      hoursPerPersonMonth: 10,
      ratePerHour: 5,
      expensesPerPersonMonth: 12.5,
      months: 24,
    }
    expect(computedAmount(line)).toBe(9000)
  })

  test('can be expenses alone, or hours alone', () => {
    expect(computedAmount({ ...NOTHING, persons: 2, months: 12, expensesPerPersonMonth: 15 })).toBe(360)
    expect(
      computedAmount({ ...NOTHING, persons: 1, months: 1, hoursPerPersonMonth: 3, ratePerHour: 14.71 }),
    ).toBe(44.13)
  })

  test('is unknown while a factor of it is', () => {
    expect(computedAmount(NOTHING)).toBeNull()
    expect(computedAmount({ ...NOTHING, persons: 2, months: 12 })).toBeNull()
    expect(
      computedAmount({
        ...NOTHING,
        persons: 2,
        months: 12,
        hoursPerPersonMonth: 3,
        expensesPerPersonMonth: 1,
      }),
    ).toBeNull()
    expect(computedAmount({ ...NOTHING, persons: 2, expensesPerPersonMonth: 15 })).toBeNull()
  })
})
