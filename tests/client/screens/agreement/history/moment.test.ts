import { expect, test, vi } from 'vitest'
import { sayMoment } from '../../../../../client/screens/agreement/history/moment.ts'
import { en } from '../../../../../client/text/en.ts'
import { nl } from '../../../../../client/text/nl.ts'

// Local times, so that the test says the same wherever it runs.
const NOW = new Date(2026, 10, 25, 15, 30)
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test.each([
  [at(2026, 10, 25, 14, 5), 'vandaag 14.05', 'today 14:05'],
  [at(2026, 10, 24, 21, 10), 'gisteren 21.10', 'yesterday 21:10'],
  [at(2026, 10, 20, 9, 30), 'vrijdag 20 november 9.30', 'Friday 20 November 9:30'],
  [at(2025, 2, 3, 12, 0), '3 maart 2025 12.00', '3 March 2025 12:00'],
  ['geen moment', 'geen moment', 'geen moment'],
])('%s is said as people do', (iso, dutch, english) => {
  expect(sayMoment(iso, nl.history, 'nl', NOW)).toBe(dutch)
  expect(sayMoment(iso, en.history, 'en', NOW).replace(/\b0(\d:)/, '$1')).toBe(english)
})

test('a list of moments is said without making a format for each', () => {
  const moments = [at(2026, 10, 25, 14, 5), at(2026, 10, 20, 9, 30), at(2025, 2, 3, 12, 0)]
  const say = () => moments.map((iso) => sayMoment(iso, nl.history, 'nl', NOW))
  say()
  const made = vi.spyOn(Intl, 'DateTimeFormat')
  say()
  expect(made).not.toHaveBeenCalled()
  made.mockRestore()
})
