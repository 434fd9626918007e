import { expect, test } from 'vitest'
import {
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatYear,
  maybeDate,
} from '../../../shared/outline/format.ts'

test('a date is written in full, without leading zero', () => {
  expect(formatDate('2027-03-01')).toBe('1 maart 2027')
  expect(formatDate('0999-01-31')).toBe('31 januari 999')
})

test('a day that was written is read again, and nothing else is', () => {
  const days = ['2027-03-01', '2028-02-29', '1999-12-31', '0999-05-10']
  expect(days.map((day) => maybeDate(formatDate(day)))).toEqual(days)
  for (const text of ['', '2027-03-01', '31 februari 2027', '1 maart', '01 maart 2027', '1 march 2027']) {
    expect(maybeDate(text)).toBeNull()
  }
})

test('what is no date comes back as it is', () => {
  expect(formatDate('ooit')).toBe('ooit')
})

test('an amount has a point per thousand and always two decimals', () => {
  expect(formatMoney(1250)).toBe('€ 1.250,00')
  expect(formatMoney(0.5)).toBe('€ 0,50')
})

test('a number has no more decimals than it needs, a year no point', () => {
  expect(formatNumber(1250.5)).toBe('1.250,5')
  expect(formatYear(2026)).toBe('2026')
})

test('a list ends in "en"', () => {
  expect(formatList(['a', 'b', 'c'])).toBe('a, b en c')
})
