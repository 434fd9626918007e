import { expect, test } from 'vitest'
import { versionStore } from '../../../server/storage/versions.ts'
import type { VersionKind } from '../../../shared/protocol/endpoints-versions.ts'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-26T12:00:00.000Z'
const LATER = '2026-11-26T13:00:00.000Z'

async function openVersions() {
  const at = await openPeople()
  const { personId: petra } = await at.people.startAsFirstMember('Petra')
  const part = { agreementId: 'a1', name: '', partyId: null, role: 'facilitator' }
  await at.agreements.addAgreement({ id: 'a1', createdBy: petra, at: AT }, { ...part, personId: petra }, [])
  const store = versionStore(at.records)
  const bounds = { named: 2, ownOfKind: 2, ever: 5, bytes: 200 }
  const add = (id: string, kind: VersionKind, update = new Uint8Array([1, 2, 3])) =>
    store.addVersion(
      'a1',
      { id, kind, name: id, madeBy: petra, madeAt: AT, hash: 'h', articleId: 'x', update },
      bounds,
    )
  const ids = async () => (await store.versionsOf('a1')).map(({ id }) => id)
  return { ...at, store, add, ids }
}

test('so many versions are named and no more, and removing one makes room', async () => {
  await using at = await openVersions()
  expect([await at.add('one', 'named'), await at.add('two', 'named')]).toEqual(['kept', 'kept'])
  expect(await at.add('three', 'named')).toBe('too-many')
  expect(await at.add('two', 'named')).toBe('known')
  await at.store.removeVersion('a1', 'one', LATER)
  expect(await at.add('three', 'named')).toBe('kept')
  expect(await at.add('one', 'named')).toBe('removed')
  expect(await at.ids()).toEqual(['three', 'two'])
})

test('of what the program keeps by itself the oldest of its kind gives way, and nothing that was named or fixed', async () => {
  await using at = await openVersions()
  await at.add('named', 'named')
  await at.add('fixed', 'fixed')
  await at.add('import', 'before-import')
  for (const id of ['r1', 'r2', 'r3', 'r4']) expect(await at.add(id, 'before-restore')).toBe('kept')
  expect(await at.ids()).toEqual(['r4', 'r3', 'import', 'fixed', 'named'])
})

test('a name is refused when all versions together would be too large; what the program needs is kept', async () => {
  await using at = await openVersions()
  const noise = Uint8Array.from({ length: 400 }, (_, index) => ((index * 7919) % 251) ^ ((index * 31) % 256))
  expect(await at.add('large', 'before-restore', noise)).toBe('kept')
  expect(await at.add('named', 'named', noise)).toBe('too-many')
})

test('what is kept is read back as it was, also after it was made exact', async () => {
  await using at = await openVersions()
  await at.add('r1', 'before-restore', new Uint8Array([9, 8, 7]))
  expect(await at.store.maybeUpdate('a1', 'r1')).toEqual(new Uint8Array([9, 8, 7]))
  expect(await at.store.maybeVersion('a1', 'r1')).toMatchObject({ articleId: 'x', isFollowed: false })
  await at.store.follow('a1', 'r1', LATER, { update: new Uint8Array([6]), hash: 'other' })

  expect(await at.store.maybeUpdate('a1', 'r1')).toEqual(new Uint8Array([6]))
  expect(await at.store.maybeVersion('a1', 'r1')).toMatchObject({ hash: 'other', isFollowed: true })
  expect(await at.store.maybeUpdate('a2', 'r1')).toBeNull()
})
