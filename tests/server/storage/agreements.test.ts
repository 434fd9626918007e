import { describe, expect, test } from 'vitest'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-21T12:00:00.000Z'

async function openWithAgreement() {
  const at = await openPeople()
  const { personId } = await at.people.startAsFirstMember('Petra')
  await at.agreements.addAgreement(
    { id: 'a1', createdBy: personId, at: AT },
    { agreementId: 'a1', personId, name: '', partyId: null, role: 'facilitator' },
    [],
  )
  return { ...at, personId }
}

const link = (change: object) => ({
  id: 'i1',
  hash: 'h1',
  agreementId: 'a1',
  partyId: 'p1',
  role: 'writer',
  createdBy: 'id2',
  at: AT,
  expiresAt: '2027-01-01T00:00:00.000Z',
  label: '',
  askFirst: false,
  ...change,
})

describe('people in an agreement', () => {
  test('a member goes by the name of now, a guest by the name it joined with', async () => {
    await using at = await openWithAgreement()
    const guest = await at.people.addGuest('Fatima')
    const joined = {
      agreementId: 'a1',
      personId: guest.personId,
      name: 'Mevrouw Fatima',
      partyId: 'p1',
      role: 'writer',
    }
    await at.agreements.putParticipant(joined, AT)
    await at.people.startAsFirstMember('Petra de Wit')
    const people = await at.agreements.participantsOf('a1')
    expect(people.map(({ name }) => name).sort()).toEqual(['Mevrouw Fatima', 'Petra de Wit'])
  })

  test('who joins again is there once, with the newest name, party and role', async () => {
    await using at = await openWithAgreement()
    const { personId } = await at.people.addGuest('Fatima')
    for (const [name, partyId, role] of [
      ['Fatima', 'p1', 'reader'],
      ['F. Aydin', 'p2', 'writer'],
    ] as const)
      await at.agreements.putParticipant({ agreementId: 'a1', personId, name, partyId, role }, AT)
    expect(await at.agreements.maybeParticipant('a1', personId)).toMatchObject({
      name: 'F. Aydin',
      partyId: 'p2',
      role: 'writer',
    })
    expect(await at.agreements.participantsOf('a1')).toHaveLength(2)
  })
})

describe('an invitation', () => {
  test('opens until its time is over', async () => {
    await using at = await openWithAgreement()
    await at.agreements.addInvitation(link({ createdBy: at.personId }))
    expect(await at.agreements.maybeInvitation('h1', '2026-12-31T23:59:59.999Z')).toEqual({
      id: 'i1',
      askFirst: false,
      agreementId: 'a1',
      partyId: 'p1',
      role: 'writer',
    })
    expect(await at.agreements.maybeInvitation('h1', '2027-01-01T00:00:00.000Z')).toBeNull()
  })

  test('that was withdrawn opens nothing', async () => {
    await using at = await openWithAgreement()
    await at.agreements.addInvitation(link({ createdBy: at.personId }))
    await at.records.updateTable('invitation').set({ revoked_at: AT }).execute()
    expect(await at.agreements.maybeInvitation('h1', AT)).toBeNull()
  })
})

describe('the log of acts', () => {
  test('has a row for each act, without names, and is whole', async () => {
    await using at = await openWithAgreement()
    await at.agreements.addInvitation(link({ createdBy: at.personId }))
    await at.agreements.addAct({ at: AT, kind: 'export', agreementId: 'a1', personId: at.personId })
    const acts = await at.records.selectFrom('act').selectAll().orderBy('seq').execute()
    expect(acts.map(({ kind }) => kind)).toEqual(['create', 'invite', 'export'])
    expect(JSON.stringify(acts)).not.toContain('Petra')
    expect(await at.agreements.firstBrokenAct()).toBeNull()
  })

  test('shows the first row that was changed, and the first after one that was taken out', async () => {
    await using at = await openWithAgreement()
    for (const kind of ['export', 'export', 'export'] as const)
      await at.agreements.addAct({ at: AT, kind, agreementId: 'a1', personId: at.personId })
    await at.records.updateTable('act').set({ kind: 'join' }).where('seq', '=', 3).execute()
    expect(await at.agreements.firstBrokenAct()).toBe(3)
    await at.records.deleteFrom('act').where('seq', '=', 2).execute()
    expect(await at.agreements.firstBrokenAct()).toBe(3)
  })

  test('an act that fails leaves neither its change nor its row', async () => {
    await using at = await openWithAgreement()
    await at.agreements.addInvitation(link({ createdBy: at.personId }))
    await expect(at.agreements.addInvitation(link({ id: 'i2', createdBy: at.personId }))).rejects.toThrow(
      /UNIQUE/,
    )
    expect(await at.records.selectFrom('act').select('seq').execute()).toHaveLength(2)
    expect(await at.records.selectFrom('invitation').select('id').execute()).toHaveLength(1)
  })
})
