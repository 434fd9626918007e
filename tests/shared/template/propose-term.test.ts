import { expect, test } from 'vitest'
import { proposeTerm } from '../../../shared/template/propose-term.ts'
import { readTemplate } from './files.ts'

const main = readTemplate('coop_youth')

test.each([
  ['2027-02-01', '2029-01-31', '2028-09-30'],
  ['2027-01-01', '2028-12-31', '2028-08-31'],
  ['2026-02-28', '2028-02-27', '2027-10-27'],
  ['2027-07-15', '2029-07-14', '2029-03-14'],
])('24 months from %s end on %s, to be decided by %s', (startDate, endDate, renewalDecideBy) => {
  expect(proposeTerm(main, startDate)).toEqual({ endDate, renewalDecideBy })
})

test('a start at the end of a long month ends in a short one', () => {
  const halfYear = { ...main, defaultTermMonths: 6, decideMonthsBeforeEnd: 0 }
  expect(proposeTerm(halfYear, '2026-08-31').endDate).toBe('2027-02-27')
})
