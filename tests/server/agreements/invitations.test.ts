import { expect, test } from 'vitest'
import type { Participation } from '../../../server/access/participation.ts'
import { participationByLink, prepareLink } from '../../../server/agreements/invitations.ts'

const now = new Date('2026-11-21T12:00:00Z')
const invited = { agreementId: 'a1', partyId: 'p1', role: 'writer', createdBy: 'petra' } as const
const fatima = { personId: 'f', name: 'Fatima' }
const part = (role: Participation['role']): Participation => ({
  agreementId: 'a1',
  ...fatima,
  partyId: null,
  role,
})

test('what is kept of a link is not the link, and two links differ', () => {
  const one = prepareLink(invited, now, () => 'i1')
  const two = prepareLink(invited, now, () => 'i2')
  expect(one.link.secret).toMatch(/^[\w-]{43}$/)
  expect(one.link.secret).not.toBe(two.link.secret)
  expect(JSON.stringify(one.stored)).not.toContain(one.link.secret)
  expect(one.stored.expiresAt).toBe('2027-02-19T12:00:00.000Z')
})

test('a link gives its part to who has none or a lesser one', () => {
  const given = { agreementId: 'a1', ...fatima, partyId: 'p1', role: 'writer' }
  expect(participationByLink(invited, fatima, null)).toMatchObject(given)
  expect(participationByLink(invited, fatima, part('reader'))).toMatchObject(given)
})

test('who leads the agreement keeps leading', () => {
  expect(participationByLink(invited, fatima, part('facilitator'))).toEqual(part('facilitator'))
})
