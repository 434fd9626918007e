import { expect, test } from 'vitest'
import { maybeDeletion } from '../../../server/access/retention.ts'

const end = (changedAt: string, months: number | null, since: string | null = null) =>
  maybeDeletion(new Date(changedAt), { months, since })?.toISOString() ?? null

test('without a term an agreement is kept for ever', () => {
  expect(end('2026-01-31T12:00:00Z', null)).toBeNull()
})

test.each([
  ['2026-01-31T12:00:00Z', 1, '2026-02-28T12:00:00.000Z'],
  ['2028-01-31T12:00:00Z', 1, '2028-02-29T12:00:00.000Z'],
  ['2026-11-30T12:00:00Z', 3, '2027-02-28T12:00:00.000Z'],
  ['2026-11-26T12:00:00Z', 12, '2027-11-26T12:00:00.000Z'],
  ['2026-11-26T12:00:00Z', 240, '2046-11-26T12:00:00.000Z'],
])('changed at %s and kept for %i months, it goes at %s', (changedAt, months, gone) => {
  expect(end(changedAt, months)).toBe(gone)
})

test('nothing goes within sixty days after the term was set, however old it is', () => {
  expect(end('2020-01-01T00:00:00Z', 1, '2026-11-26T00:00:00Z')).toBe('2027-01-25T00:00:00.000Z')
})
