import { describe, expect, test } from 'vitest'
import { GUESSES, LINK_MINUTES } from '../../../server/people/accounts.ts'
import { openPeople } from '../../support/open-people.ts'

const MINUTE = 60_000
const EMAIL = 'petra@weidehaven.example'
const PASSWORD = 'vier losse olijven'

async function withPetra() {
  const at = await openPeople()
  const { personId } = await at.people.startAsFirstMember('Petra')
  await at.accounts.openAccount(personId, { name: 'Petra', email: EMAIL, password: PASSWORD })
  const later = (minutes: number) => (at.time.now = new Date(at.time.now.getTime() + minutes * MINUTE))
  return { ...at, personId, later, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() }
}

type Petra = Awaited<ReturnType<typeof withPetra>>
const signIn = ({ accounts }: Petra, password = PASSWORD, email = EMAIL, network = '192.0.2.1') =>
  accounts.signIn({ email, password, network })

describe('signing in with a password', () => {
  test('gives the person, whatever the letters of the address', async () => {
    await using at = await withPetra()
    expect(await signIn(at)).toBe(at.personId)
    expect(await signIn(at, PASSWORD, ' Petra@Weidehaven.EXAMPLE ')).toBe(at.personId)
  })

  test('with a wrong password and with an unknown address is refused alike', async () => {
    await using at = await withPetra()
    await expect(signIn(at, 'iets heel anders')).rejects.toMatchObject({ problem: 'wrong-sign-in' })
    await expect(signIn(at, PASSWORD, 'niemand@weidehaven.example')).rejects.toMatchObject({
      problem: 'wrong-sign-in',
    })
  })

  test('is shut for an account after too many guesses, known or not, and open again a quarter of an hour later', async () => {
    await using at = await withPetra()
    for (const email of [EMAIL, 'niemand@weidehaven.example']) {
      for (let count = 0; count < GUESSES.account; count++)
        await expect(signIn(at, 'mis', email, `192.0.2.${count}`)).rejects.toMatchObject({
          problem: 'wrong-sign-in',
        })
      await expect(signIn(at, PASSWORD, email, '198.51.100.1')).rejects.toMatchObject({
        problem: 'too-many-requests',
      })
    }
    at.later(15)
    expect(await signIn(at)).toBe(at.personId)
  })

  test('many guesses at once count each: none slips through while others are weighed', async () => {
    await using at = await withPetra()
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => signIn(at, 'mis')))
    const wrong = all.filter((each) => each.status === 'rejected' && each.reason.problem === 'wrong-sign-in')
    expect(wrong).toHaveLength(GUESSES.account)
  })

  test('is shut for a network that guesses at many accounts, and for others it is not', async () => {
    await using at = await withPetra()
    for (let count = 0; count < GUESSES.network; count++)
      await signIn(at, 'mis', `n${count}@weidehaven.example`).catch(() => {})
    await expect(signIn(at)).rejects.toMatchObject({ problem: 'too-many-requests' })
    expect(await signIn(at, PASSWORD, EMAIL, '198.51.100.1')).toBe(at.personId)
  })
})

describe('a link by mail', () => {
  const secretOf = async ({ accounts }: Petra, kind: 'sign-in' | 'password') =>
    (await accounts.maybeLinkFor(EMAIL, kind))?.secret ?? ''

  test('signs in once', async () => {
    await using at = await withPetra()
    const secret = await secretOf(at, 'sign-in')
    expect(await at.accounts.seeLink(secret)).toEqual({
      kind: 'sign-in',
      email: EMAIL,
      name: 'Petra',
      workspace: '',
    })
    expect(await at.accounts.useLink(secret)).toBe(at.personId)
    await expect(at.accounts.useLink(secret)).rejects.toMatchObject({ problem: 'invalid-link' })
  })

  test('is used by one of two pages that use it at once', async () => {
    await using at = await withPetra()
    const secret = await secretOf(at, 'sign-in')
    const both = await Promise.allSettled([at.accounts.useLink(secret), at.accounts.useLink(secret)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('works until its time is over', async () => {
    await using at = await withPetra()
    const secret = await secretOf(at, 'sign-in')
    at.later(LINK_MINUTES)
    await expect(at.accounts.useLink(secret)).rejects.toMatchObject({ problem: 'invalid-link' })
    await secretOf(at, 'sign-in')
    expect(await at.records.selectFrom('account_link').select('hash').execute()).toHaveLength(1)
  })

  test('to choose a password signs nobody in by itself, and one to sign in chooses no password', async () => {
    await using at = await withPetra()
    const choose = await secretOf(at, 'password')
    await expect(at.accounts.useLink(choose)).rejects.toMatchObject({ problem: 'invalid-link' })
    const enter = await secretOf(at, 'sign-in')
    await expect(at.accounts.setPasswordWithLink(enter, 'zes ronde tafels dansen')).rejects.toMatchObject({
      problem: 'invalid-link',
    })
  })

  test('chooses a password, which ends every session and every other link', async () => {
    await using at = await withPetra()
    const { secret: session } = await at.people.openSession(at.personId)
    const enter = await secretOf(at, 'sign-in')
    const choose = await secretOf(at, 'password')
    await expect(at.accounts.setPasswordWithLink(choose, 'weidehaven123')).rejects.toMatchObject({
      problem: 'weak-password',
    })
    expect(await at.accounts.setPasswordWithLink(choose, 'zes ronde tafels dansen')).toBe(at.personId)
    expect(await at.people.maybeCallerOfSession(session)).toBeNull()
    expect(at.reconnected).toEqual([at.personId])
    await expect(at.accounts.useLink(enter)).rejects.toMatchObject({ problem: 'invalid-link' })
    await expect(signIn(at)).rejects.toMatchObject({ problem: 'wrong-sign-in' })
    expect(await signIn(at, 'zes ronde tafels dansen')).toBe(at.personId)
  })

  test('is not made for an unknown address, and asked for too often it is refused for known and unknown alike', async () => {
    await using at = await withPetra()
    expect(await at.accounts.maybeLinkFor('niemand@weidehaven.example', 'sign-in')).toBeNull()
    for (const email of [EMAIL, 'niemand@weidehaven.example']) {
      for (let count = 0; count < 5; count++) at.accounts.countMail(email)
      expect(() => at.accounts.countMail(email)).toThrow(
        expect.objectContaining({ problem: 'too-many-requests' }),
      )
    }
  })

  test('to a new address makes that the address, unless somebody else took it meanwhile', async () => {
    await using at = await withPetra()
    const change = { email: 'p.dewit@weidehaven.example', password: PASSWORD, byMail: true }
    const link = await at.accounts.changeEmail(at.personId, change)
    expect((await at.accounts.view(at.personId)).email).toBe(EMAIL)
    await at.accounts.useLink(link?.secret ?? '')
    expect((await at.accounts.view(at.personId)).email).toBe('p.dewit@weidehaven.example')
    expect(await signIn(at, PASSWORD, 'p.dewit@weidehaven.example')).toBe(at.personId)
  })
})

describe('the own account', () => {
  test('is not changed by who does not know the password', async () => {
    await using at = await withPetra()
    const change = { email: 'dief@elders.example', password: null, byMail: false }
    await expect(at.accounts.changeEmail(at.personId, change)).rejects.toMatchObject({
      problem: 'wrong-sign-in',
    })
    await expect(
      at.accounts.changePassword(at.personId, {
        current: 'mis',
        password: 'zes ronde tafels',
        keepSession: null,
      }),
    ).rejects.toMatchObject({ problem: 'wrong-sign-in' })
  })

  test('of the first member on the own machine begins with an address', async () => {
    await using at = await openPeople()
    const { personId } = await at.people.startAsFirstMember('Petra')
    const password = { current: null, password: 'zes ronde tafels dansen', keepSession: null }
    await expect(at.accounts.changePassword(personId, password)).rejects.toMatchObject({
      problem: 'no-address',
    })
    await at.accounts.changeEmail(personId, { email: EMAIL, password: null, byMail: false })
    // An address alone lets nobody in yet.
    expect(await at.accounts.firstCanSignIn()).toBe(false)
    await at.accounts.changePassword(personId, password)
    expect(await at.accounts.firstCanSignIn()).toBe(true)
    expect(await at.accounts.view(personId)).toMatchObject({ email: EMAIL, hasPassword: true })
    expect(await at.agreements.firstBrokenAct()).toBeNull()
  })
})
