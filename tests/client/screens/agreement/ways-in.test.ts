import { expect, test } from 'vitest'
import { endOf, isOpen } from '../../../../client/screens/agreement/sharing/ways-in.ts'

const link = (change: object) => ({
  id: 'i1',
  partyId: null,
  role: 'writer' as const,
  label: '',
  askFirst: false,
  createdAt: '2026-11-26T09:00:00.000Z',
  expiresAt: '2026-12-01T00:00:00.000Z',
  revokedAt: null,
  uses: 0,
  lastUsedAt: null,
  ...change,
})
const now = new Date('2026-11-26T12:00:00.000Z')

test('a link opens until its end, unless it was withdrawn', () => {
  expect(isOpen(link({}), now)).toBe(true)
  expect(isOpen(link({ expiresAt: '2026-11-26T12:00:00.000Z' }), now)).toBe(false)
  expect(isOpen(link({ revokedAt: '2026-11-26T11:00:00.000Z' }), now)).toBe(false)
})

test('tonight is the end of the day where the person is, a week is seven days on, and the longest is for the server to say', () => {
  const tonight = new Date(endOf('tonight', now).expiresAt ?? '')
  expect([tonight.getDate(), tonight.getHours(), tonight.getMinutes()]).toEqual([now.getDate(), 23, 59])
  const week = new Date(endOf('week', now).expiresAt ?? '')
  expect(Math.round((week.getTime() - now.getTime()) / 86_400_000)).toBe(7)
  expect(endOf('quarter', now)).toEqual({})
})

test('in the last second of a day tonight is still to come', () => {
  const late = new Date(2026, 10, 26, 23, 59, 59, 500)
  expect(Date.parse(endOf('tonight', late).expiresAt ?? '')).toBeGreaterThan(late.getTime())
})
