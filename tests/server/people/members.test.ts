import { describe, expect, test } from 'vitest'
import type { Caller } from '../../../server/access/caller.ts'
import { MEMBER_INVITATION_DAYS } from '../../../server/people/members.ts'
import { openPeople } from '../../support/open-people.ts'

const PASSWORD = 'vier losse olijven eten'
type At = Awaited<ReturnType<typeof openPeople>>

async function memberOf(
  at: At,
  by: Caller,
  name: string,
  rights: 'admin' | 'member' = 'member',
): Promise<Caller> {
  const { secret } = await at.members.invite(by, {
    email: `${name.toLowerCase()}@weidehaven.example`,
    rights,
  })
  return at.people.callerFor(await at.members.become(secret, { name, password: PASSWORD }))
}

/** An agreement with these people leading it; `link` is by whom the link of a party was made. */
async function agreementLedBy(at: At, id: string, ...leads: Caller[]): Promise<void> {
  const [first] = leads
  const by = first?.personId ?? ''
  const on = at.time.now.toISOString()
  const link = {
    id: `link-${id}`,
    hash: `hash-${id}`,
    agreementId: id,
    partyId: 'p1',
    role: 'writer',
    createdBy: by,
    label: '',
    askFirst: false,
  }
  const lead = {
    agreementId: id,
    name: '',
    partyId: null,
    role: 'facilitator',
    state: 'active',
    chosenBy: null,
  }
  await at.agreements.addAgreement({ id, createdBy: by, at: on }, { ...lead, personId: by }, [
    { ...link, at: on, expiresAt: '2027-01-01T00:00:00Z' },
  ])
  for (const { personId } of leads.slice(1)) await at.agreements.putParticipant({ ...lead, personId }, on)
}

const leads = async (at: At, id: string) =>
  (await at.agreements.participantsOf(id))
    .filter(({ role }) => role === 'facilitator')
    .map(({ name }) => name)

describe('an invitation to the workspace', () => {
  test('makes a colleague a member with an account, once', async () => {
    await using at = await openPeople()
    const petra = await at.people.startAsFirstMember('Petra')
    const { secret } = await at.members.invite(petra, { email: 'Karim@weidehaven.example', rights: 'member' })
    expect(await at.accounts.seeLink(secret)).toMatchObject({
      kind: 'member',
      email: 'Karim@weidehaven.example',
    })
    const karim = await at.people.callerFor(
      await at.members.become(secret, { name: 'Karim', password: PASSWORD }),
    )
    expect(karim).toMatchObject({ name: 'Karim', staff: true, rights: 'member' })
    const signedIn = { email: 'karim@weidehaven.example', password: PASSWORD, network: '192.0.2.1' }
    expect(await at.accounts.signIn(signedIn)).toBe(karim.personId)
    await expect(at.members.become(secret, { name: 'X', password: PASSWORD })).rejects.toMatchObject({
      problem: 'invalid-link',
    })
  })

  test('stays usable when the password was too easy; ends when its time is over, or withdrawn, or sent anew', async () => {
    await using at = await openPeople()
    const petra = await at.people.startAsFirstMember('Petra')
    const invite = () => at.members.invite(petra, { email: 'karim@weidehaven.example', rights: 'member' })
    const become = (secret: string, password = PASSWORD) =>
      at.members.become(secret, { name: 'Karim', password })
    const gone = { problem: 'invalid-link' }
    const early = await invite()
    const late = await invite()
    await expect(become(early.secret)).rejects.toMatchObject(gone)
    await expect(become(late.secret, 'karim')).rejects.toMatchObject({ problem: 'weak-password' })
    const { invitations } = await at.members.view(petra)
    await at.members.withdraw(petra, invitations[0]?.id ?? '')
    await expect(become(late.secret)).rejects.toMatchObject(gone)
    const last = await invite()
    at.time.now = new Date(at.time.now.getTime() + MEMBER_INVITATION_DAYS * 86_400_000)
    await expect(become(last.secret)).rejects.toMatchObject(gone)
  })

  test('is not made for who is a member already', async () => {
    await using at = await openPeople()
    const petra = await at.people.startAsFirstMember('Petra')
    await memberOf(at, petra, 'Karim')
    await expect(
      at.members.invite(petra, { email: 'KARIM@weidehaven.example', rights: 'admin' }),
    ).rejects.toMatchObject({ problem: 'address-in-use' })
  })
})

test('a member sees the names of colleagues; addresses and invitations are for admins', async () => {
  await using at = await openPeople()
  const petra = await at.people.startAsFirstMember('Petra')
  const karim = await memberOf(at, petra, 'Karim')
  await at.members.invite(petra, { email: 'nog@weidehaven.example', rights: 'member' })
  const seen = await at.members.view(karim)
  expect(seen.invitations).toEqual([])
  expect(seen.members).toMatchObject([
    { name: 'Petra', email: null, leadsAlone: null, isYou: false },
    { name: 'Karim', email: 'karim@weidehaven.example', leadsAlone: null, isYou: true },
  ])
  expect((await at.members.view(petra)).members).toMatchObject([
    { name: 'Petra', rights: 'admin', leadsAlone: 0 },
    { name: 'Karim', rights: 'member', email: 'karim@weidehaven.example', leadsAlone: 0 },
  ])
})

test('there is always an admin: the last one is neither made a member nor removed', async () => {
  await using at = await openPeople()
  const petra = await at.people.startAsFirstMember('Petra')
  const karim = await memberOf(at, petra, 'Karim')
  const last = { problem: 'last-admin' }
  await expect(at.members.setRights(petra, petra.personId, 'member')).rejects.toMatchObject(last)
  await expect(at.members.remove(petra, petra.personId, karim.personId)).rejects.toMatchObject(last)
  await at.members.setRights(petra, karim.personId, 'admin')
  await at.members.setRights(petra, petra.personId, 'member')
  expect(await at.people.callerFor(petra.personId)).toMatchObject({ rights: 'member' })
  await expect(at.members.setRights(karim, 'nobody', 'admin')).rejects.toMatchObject({
    problem: 'unknown-member',
  })
})

describe('removing a member', () => {
  test('asks who takes over what nobody else leads, and hands it over in one step with the removal', async () => {
    await using at = await openPeople()
    const petra = await at.people.startAsFirstMember('Petra')
    const karim = await memberOf(at, petra, 'Karim')
    const sanne = await memberOf(at, petra, 'Sanne')
    await agreementLedBy(at, 'alone', karim)
    await agreementLedBy(at, 'together', karim, petra)
    await expect(at.members.remove(petra, karim.personId, null)).rejects.toMatchObject({
      problem: 'needs-hand-over',
    })
    await expect(at.members.remove(petra, karim.personId, karim.personId)).rejects.toMatchObject({
      problem: 'needs-hand-over',
    })
    await expect(at.members.remove(petra, karim.personId, 'nobody')).rejects.toMatchObject({
      problem: 'unknown-member',
    })
    expect(await leads(at, 'alone')).toEqual(['Karim'])
    await at.members.remove(petra, karim.personId, sanne.personId)
    expect(await leads(at, 'alone')).toEqual(['Sanne'])
    expect(await leads(at, 'together')).toEqual(['Petra'])
    const acts = await at.records.selectFrom('act').select(['kind', 'agreement_id', 'person_id']).execute()
    expect(acts).toContainEqual({ kind: 'hand-over', agreement_id: 'alone', person_id: petra.personId })
    expect(acts).toContainEqual({ kind: 'remove-member', agreement_id: null, person_id: petra.personId })
    expect(await at.agreements.firstBrokenAct()).toBeNull()
  })

  test('takes everything that lets somebody in: sessions, password, links, invitations that were made, live connections', async () => {
    await using at = await openPeople()
    const petra = await at.people.startAsFirstMember('Petra')
    const karim = await memberOf(at, petra, 'Karim', 'admin')
    await agreementLedBy(at, 'alone', karim)
    const { secret: session } = await at.people.openSession(karim.personId)
    const link = await at.accounts.maybeLinkFor('karim@weidehaven.example', 'sign-in')
    const friend = await at.members.invite(karim, { email: 'vriend@elders.example', rights: 'admin' })
    expect(await at.agreements.maybeInvitation('hash-alone', at.time.now.toISOString())).not.toBeNull()
    await at.members.remove(petra, karim.personId, petra.personId)
    expect(await at.people.maybeCallerOfSession(session)).toBeNull()
    await expect(
      at.accounts.signIn({ email: 'karim@weidehaven.example', password: PASSWORD, network: 'n' }),
    ).rejects.toMatchObject({ problem: 'wrong-sign-in' })
    await expect(at.accounts.useLink(link?.secret ?? '')).rejects.toMatchObject({ problem: 'invalid-link' })
    await expect(at.members.become(friend.secret, { name: 'V', password: PASSWORD })).rejects.toMatchObject({
      problem: 'invalid-link',
    })
    expect(await at.agreements.maybeInvitation('hash-alone', at.time.now.toISOString())).toBeNull()
    expect(await at.agreements.maybeParticipant('alone', karim.personId)).toMatchObject({ state: 'removed' })
    expect(at.refreshed).toEqual([`${karim.personId} in alone`, `${petra.personId} in alone`])
    // What she wrote stays hers by name.
    expect(await at.agreements.knownBy('alone', [karim.personId])).toMatchObject([{ name: 'Karim' }])
  })
})
