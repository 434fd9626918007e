import { expect, test } from 'vitest'
import { formatMoment } from '../../../../client/screens/start/format-moment.ts'

const now = new Date(2027, 2, 1, 15, 0)
const iso = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test('a moment of today is said by its time', () => {
  expect(formatMoment(iso(2027, 2, 1, 9, 5), 'nl', now)).toBe('9.05')
})

test('another moment is said by its day, in the language of the screen', () => {
  expect(formatMoment(iso(2027, 1, 3, 9, 5), 'nl', now)).toBe('3 februari 2027')
  expect(formatMoment(iso(2027, 1, 3, 9, 5), 'en', now)).toBe('3 February 2027')
})

test('what is no date is shown as it came', () => {
  expect(formatMoment('soon', 'nl', now)).toBe('soon')
})
