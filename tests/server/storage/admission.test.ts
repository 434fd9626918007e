import { describe, expect, test } from 'vitest'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-26T12:00:00.000Z'
const LATER = '2026-11-26T13:00:00.000Z'
const OVER = '2026-11-27T00:00:00.000Z'

/** An agreement of Petra with one link, and Fatima in it. */
async function openWithFatima() {
  const at = await openPeople()
  const { personId: petra } = await at.people.startAsFirstMember('Petra')
  const { personId: fatima } = await at.people.addGuest('Fatima')
  const part = { agreementId: 'a1', name: '', partyId: null, role: 'facilitator' }
  await at.agreements.addAgreement({ id: 'a1', createdBy: petra, at: AT }, { ...part, personId: petra }, [])
  await at.agreements.putParticipant({ ...part, personId: fatima, partyId: 'p1', role: 'writer' }, AT)
  const link = { id: 'i1', hash: 'h1', agreementId: 'a1', partyId: 'p1', role: 'writer', createdBy: petra }
  await at.agreements.addInvitation({ ...link, at: AT, expiresAt: OVER, label: 'Bestuur', askFirst: true })
  const done = { agreementId: 'a1', by: petra, at: LATER }
  const acts = async () => {
    const rows = await at.records.selectFrom('act').selectAll().orderBy('seq').execute()
    return rows.map(({ kind }) => kind)
  }
  return { ...at, petra, fatima, done, acts }
}

describe('a link', () => {
  test('is counted, withdrawn once, and stays in the list', async () => {
    await using at = await openWithFatima()
    await at.admission.countUse('i1', LATER)
    expect(await at.admission.revokeLink('i1', at.done)).toBe(true)
    expect(await at.admission.revokeLink('i1', { ...at.done, at: OVER })).toBe(true)
    expect(await at.admission.linksOf('a1')).toMatchObject([
      { label: 'Bestuur', askFirst: true, uses: 1, lastUsedAt: LATER, revokedAt: LATER },
    ])
    expect((await at.acts()).filter((kind) => kind === 'revoke-invitation')).toHaveLength(1)
  })

  test('of another agreement is none of this one', async () => {
    await using at = await openWithFatima()
    expect(await at.admission.revokeLink('i1', { ...at.done, agreementId: 'a2' })).toBe(false)
    expect(await at.agreements.maybeInvitation('h1', AT)).not.toBeNull()
  })
})

describe('a room code', () => {
  const code = (hash: string) => ({ hash, askFirst: false, expiresAt: OVER })

  test('opens until its time is over, and only the last one does', async () => {
    await using at = await openWithFatima()
    await at.admission.putRoomCode(code('c1'), at.done)
    await at.admission.putRoomCode(code('c2'), at.done)
    expect(await at.admission.maybeRoomCode('c1', LATER)).toBeNull()
    expect(await at.admission.maybeRoomCode('c2', LATER)).toMatchObject({ agreementId: 'a1', uses: 0 })
    expect(await at.admission.maybeRoomCode('c2', OVER)).toBeNull()
    expect(await at.admission.maybeRoomCodeOf('a1', OVER)).toBeNull()
  })

  test('ends with all links at once', async () => {
    await using at = await openWithFatima()
    await at.admission.putRoomCode(code('c1'), at.done)
    expect(await at.admission.closeAll(at.done)).toBe(1)
    expect(await at.admission.closeAll(at.done)).toBe(0)
    expect(await at.admission.maybeRoomCode('c1', LATER)).toBeNull()
    expect(await at.agreements.maybeInvitation('h1', LATER)).toBeNull()
  })
})

test('what who leads changes stands, with its acts and without names in them', async () => {
  await using at = await openWithFatima()
  const { admission, fatima, done } = at
  await admission.changeParticipant(fatima, { state: 'waiting' }, ['admit'], done)
  expect(await at.agreements.maybeParticipant('a1', fatima)).toMatchObject({
    state: 'waiting',
    chosenBy: null,
  })
  await admission.changeParticipant(fatima, { role: 'reader', partyId: null }, ['change-role'], done)
  const changed = { role: 'reader', partyId: null, state: 'waiting', chosenBy: at.petra }
  expect(await at.agreements.maybeParticipant('a1', fatima)).toMatchObject(changed)
  expect(await at.acts()).toEqual(['create', 'join', 'invite', 'admit', 'change-role'])
  expect(JSON.stringify(await at.records.selectFrom('act').selectAll().execute())).not.toContain('Fatima')
})

test('who waits or was removed is in no list but that of everybody, and has no agreements', async () => {
  await using at = await openWithFatima()
  for (const state of ['waiting', 'removed']) {
    await at.admission.changeParticipant(at.fatima, { state }, [], at.done)
    expect((await at.agreements.participantsOf('a1')).map(({ personId }) => personId)).toEqual([at.petra])
    expect(await at.agreements.everybodyIn('a1')).toHaveLength(2)
    expect(await at.agreements.agreementsOf(at.fatima)).toEqual([])
  }
})
