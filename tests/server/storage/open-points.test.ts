import { expect, test } from 'vitest'
import { openPointStore } from '../../../server/storage/open-points.ts'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-26T12:00:00.000Z'
const WORDS = {
  sectionId: null,
  heading: '',
  text: 'Wie belt?',
  ownerPersonId: null,
  ownerPartyId: null,
  due: null,
}

test('a list holds so many points and no more, those that were taken away count for as long as it lives, and what was sent before is never one too many', async () => {
  await using at = await openPeople()
  const { personId: petra } = await at.people.startAsFirstMember('Petra')
  const part = { agreementId: 'a1', name: '', partyId: null, role: 'facilitator' }
  await at.agreements.addAgreement({ id: 'a1', createdBy: petra, at: AT }, { ...part, personId: petra }, [])
  const store = openPointStore(at.records)
  const by = { by: petra, at: AT }
  const add = (id: string) => store.addPoint('a1', id, WORDS, by, { living: 2, ever: 3 })
  expect(await add('one')).toBe('kept')
  expect(await add('two')).toBe('kept')
  expect(await add('three')).toBe('too-many')
  expect(await add('two')).toBe('kept')
  await store.removePoint('a1', 'one', by)
  expect(await add('three')).toBe('kept')
  await store.removePoint('a1', 'two', by)
  expect(await add('four')).toBe('too-many')
  expect(await add('two')).toBe('removed')
  expect((await store.pointsOf('a1')).map(({ id }) => id)).toEqual(['three'])
})
