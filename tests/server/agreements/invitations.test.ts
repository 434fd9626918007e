import { describe, expect, test } from 'vitest'
import { type Present, participationByLink, prepareLink } from '../../../server/agreements/invitations.ts'

const now = new Date('2026-11-21T12:00:00Z')
const invited = {
  agreementId: 'a1',
  partyId: 'p1',
  role: 'writer',
  createdBy: 'petra',
  askFirst: false,
} as const
const fatima = { personId: 'f', name: 'Fatima' }
const part = (change: Partial<Present>): Present => ({
  agreementId: 'a1',
  ...fatima,
  partyId: null,
  role: 'reader',
  state: 'active',
  chosenBy: null,
  ...change,
})

test('what is kept of a link is not the link, and two links differ', () => {
  const one = prepareLink(invited, now, () => 'i1')
  const two = prepareLink(invited, now, () => 'i2')
  expect(one.link.secret).toMatch(/^[\w-]{43}$/)
  expect(one.link.secret).not.toBe(two.link.secret)
  expect(JSON.stringify(one.stored)).not.toContain(one.link.secret)
  expect(one.stored.expiresAt).toBe('2027-02-19T12:00:00.000Z')
})

test('a link that is to end tonight ends tonight', () => {
  const tonight = { ...invited, expiresAt: '2026-11-21T23:00:00+01:00' }
  expect(prepareLink(tonight, now, () => 'i1').stored.expiresAt).toBe('2026-11-21T22:00:00.000Z')
})

test('a link gives its part to who has none or a lesser one', () => {
  const given = { agreementId: 'a1', ...fatima, partyId: 'p1', role: 'writer', state: 'active' }
  expect(participationByLink(invited, fatima, null)).toMatchObject(given)
  expect(participationByLink(invited, fatima, part({}))).toMatchObject(given)
})

describe('nobody loses rights by looking', () => {
  test.each([
    ['who leads', part({ role: 'facilitator' }), fatima],
    ['who comes to read along and writes already', part({ role: 'writer' }), { ...fatima, readAlong: true }],
  ])('%s keeps that part', (_, present, person) => {
    expect(participationByLink(invited, person, present)).toBe(present)
  })
})

test('who comes to read along belongs to no party, whatever the link is for', () => {
  const reader = participationByLink(invited, { personId: 'x', name: '', readAlong: true }, null)
  expect(reader).toMatchObject({ name: '', partyId: null, role: 'reader', state: 'active' })
})

test('a link does not undo what somebody who leads chose', () => {
  const reader = part({ chosenBy: 'petra' })
  expect(participationByLink(invited, fatima, reader)).toBe(reader)
})

describe('who waits to be admitted', () => {
  const asking = { ...invited, askFirst: true }
  test('who comes by a link that asks first, unless they are in', () => {
    expect(participationByLink(asking, fatima, null).state).toBe('waiting')
    expect(participationByLink(asking, fatima, part({})).state).toBe('active')
  })

  test('who was removed, and then opens any link again', () => {
    const back = participationByLink(invited, fatima, part({ state: 'removed', role: 'facilitator' }))
    expect(back).toMatchObject({ state: 'waiting', role: 'writer' })
    expect(participationByLink(invited, fatima, back).state).toBe('waiting')
  })
})
