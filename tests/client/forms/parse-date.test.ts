import { expect, test } from 'vitest'
import { parseDate } from '../../../client/forms/parse-date.ts'

test.each([
  ['1 maart 2027', '2027-03-01'],
  ['1 mrt 2027', '2027-03-01'],
  ['1 mrt. 27', '2027-03-01'],
  ['  15  Oktober  2028 ', '2028-10-15'],
  ['1e januari 2027', '2027-01-01'],
  ['3 may 2027', '2027-05-03'],
  ['3 mei 2027', '2027-05-03'],
  ['1-3-2027', '2027-03-01'],
  ['01/03/2027', '2027-03-01'],
  ['1.3.27', '2027-03-01'],
  ['1 3 2027', '2027-03-01'],
  ['2027-03-01', '2027-03-01'],
  ['29-2-2028', '2028-02-29'],
])('"%s" is the day %s', (typed, date) => {
  expect(parseDate(typed)).toEqual({ ok: true, value: date })
})

test.each([
  '29-2-2027',
  '31 april 2027',
  '1 maart',
  'morgen',
  '32-1-2027',
  '1-13-2027',
  '1 ma 2027',
  '0-0-0000',
  '2027',
])('"%s" is no day, and the complaint says so', (typed) => {
  expect(parseDate(typed)).toEqual({ ok: false, reason: 'date' })
})

test('nothing typed means not answered', () => {
  expect(parseDate('  ')).toEqual({ ok: true, value: null })
})
