import { describe, expect, test } from 'vitest'
import { SESSION_DAYS } from '../../../server/people/people.ts'
import { openPeople } from '../../support/open-people.ts'

const DAY = 24 * 60 * 60 * 1000
const TOKEN = { name: 'koppeling', scope: 'write', agreementId: null, days: 30 } as const

describe('a session', () => {
  test('is known until its time is over, and then kept no longer', async () => {
    await using at = await openPeople()
    const guest = await at.people.addGuest('Fatima')
    const { secret } = await at.people.openSession(guest.personId)
    expect(await at.people.maybeCallerOfSession(secret)).toEqual(guest)
    at.time.now = new Date(at.time.now.getTime() + SESSION_DAYS * DAY - 1)
    expect(await at.people.maybeCallerOfSession(secret)).toEqual(guest)
    at.time.now = new Date(at.time.now.getTime() + 1)
    expect(await at.people.maybeCallerOfSession(secret)).toBeNull()
    await at.people.openSession(guest.personId)
    expect(await at.records.selectFrom('session').select('hash').execute()).toHaveLength(1)
  })

  test('that was left is not known any more, and the others are', async () => {
    await using at = await openPeople()
    const guest = await at.people.addGuest('Fatima')
    const phone = await at.people.openSession(guest.personId)
    const laptop = await at.people.openSession(guest.personId)
    await at.people.endSession(phone.secret)
    expect(await at.people.maybeCallerOfSession(phone.secret)).toBeNull()
    expect(await at.people.maybeCallerOfSession(laptop.secret)).toEqual(guest)
  })
})

describe('the first member', () => {
  test('is one person, however often somebody starts', async () => {
    await using at = await openPeople()
    const first = await at.people.startAsFirstMember('Petra')
    const again = await at.people.startAsFirstMember('Petra de Wit')
    expect(again).toEqual({ ...first, name: 'Petra de Wit' })
    expect(first.staff).toBe(true)
  })

  test('gets a link that works once, and of two links the last', async () => {
    await using at = await openPeople()
    const early = (await at.people.maybeStartLink()) ?? ''
    const late = (await at.people.maybeStartLink()) ?? ''
    await expect(at.people.startWithLink(early, 'Iemand')).rejects.toMatchObject({
      problem: 'invalid-invitation',
    })
    expect((await at.people.startWithLink(late, 'Petra')).name).toBe('Petra')
    await expect(at.people.startWithLink(late, 'Iemand')).rejects.toMatchObject({
      problem: 'invalid-invitation',
    })
  })

  test('gets no link while signed in somewhere, and one again when every session is over', async () => {
    await using at = await openPeople()
    const { personId } = await at.people.startAsFirstMember('Petra')
    await at.people.openSession(personId)
    expect(await at.people.maybeStartLink()).toBeNull()
    at.time.now = new Date(at.time.now.getTime() + SESSION_DAYS * DAY)
    const link = (await at.people.maybeStartLink()) ?? ''
    expect((await at.people.startWithLink(link, 'Petra')).personId).toBe(personId)
  })
})

describe('a token', () => {
  test('acts for the first member, under its own name until the member has one', async () => {
    await using at = await openPeople()
    const token = await at.people.createToken(TOKEN)
    expect(await at.people.maybeCallerOfToken(token)).toMatchObject({
      name: 'koppeling',
      credential: 'token',
    })
    const member = await at.people.startAsFirstMember('Petra')
    const bounds = { tokenId: expect.any(String), scope: 'write', agreementId: null }
    expect(await at.people.maybeCallerOfToken(token)).toEqual({ ...member, credential: 'token', bounds })
  })

  test('is known until its time is over', async () => {
    await using at = await openPeople()
    const token = await at.people.createToken({ ...TOKEN, scope: 'read', agreementId: 'a1' })
    at.time.now = new Date(at.time.now.getTime() + 30 * DAY - 1)
    const caller = await at.people.maybeCallerOfToken(token)
    expect(caller?.bounds).toMatchObject({ scope: 'read', agreementId: 'a1' })
    at.time.now = new Date(at.time.now.getTime() + 1)
    expect(await at.people.maybeCallerOfToken(token)).toBeNull()
    expect((await at.people.tokens()).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'koppeling expired',
    ])
  })

  test('that was withdrawn is not known, and is withdrawn once', async () => {
    await using at = await openPeople()
    const [gone, kept] = [await at.people.createToken(TOKEN), await at.people.createToken(TOKEN)]
    const { bounds } = (await at.people.maybeCallerOfToken(gone)) ?? {}
    const id = bounds?.tokenId ?? ''
    expect(await at.people.revokeToken(id)).toBe(true)
    expect(await at.people.revokeToken(id)).toBe(false)
    expect(await at.people.maybeCallerOfToken(gone)).toBeNull()
    expect(await at.people.maybeCallerOfToken(kept)).not.toBeNull()
    expect(await at.people.tokensOver(new Set([id]))).toEqual(new Set([id]))
  })

  test('that nobody gave any bounds, of an older Handslag, reads and writes for as long as it is not withdrawn', async () => {
    await using at = await openPeople()
    const token = await at.people.createToken(TOKEN)
    await at.records.updateTable('api_token').set({ expires_at: null }).execute()
    at.time.now = new Date(at.time.now.getTime() + 1000 * DAY)
    expect((await at.people.maybeCallerOfToken(token))?.bounds?.scope).toBe('write')
  })
})
