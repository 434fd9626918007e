import { expect, test } from 'vitest'
import { type NewReturn, returnStore, type StoredReturnDecision } from '../../../server/storage/returns.ts'
import { openPeople } from '../../support/open-people.ts'

const AT = '2026-11-26T12:00:00.000Z'

async function openReturns() {
  const opened = await openPeople()
  const { people, agreements, records } = opened
  const personId = await people.ensureFirstMember()
  const part = { agreementId: 'a1', personId, name: '', partyId: null, role: 'facilitator', state: 'active' }
  await agreements.addAgreement({ id: 'a1', createdBy: personId, at: AT }, { ...part, chosenBy: null }, [])
  const file = (id: string, size: number): NewReturn => ({
    ...{ id, by: { personId, partyId: null, at: AT }, fileName: `${id}.docx`, sha256: id, found: 2 },
    bytes: new Uint8Array(size).fill(7),
  })
  return { opened, personId, store: returnStore(records), file }
}

test('no more files of an agreement are kept than there is room for, in number and in bytes together, and one that goes makes room', async () => {
  const { opened, personId, store, file } = await openReturns()
  await using _ = opened
  const bounds = { inAgreement: 3, bytesTogether: 100 }
  expect(await store.addReturn('a1', file('one', 60), bounds)).toBe(true)
  expect(await store.addReturn('a1', file('two', 41), bounds)).toBe(false)
  expect(await store.addReturn('a1', file('two', 20), bounds)).toBe(true)
  expect(await store.addReturn('a1', file('three', 10), bounds)).toBe(true)
  expect(await store.hasRoom('a1', 1, bounds)).toBe(false)
  expect(await store.removeReturn('a1', 'one', { personId, at: AT })).toBe(true)
  expect(await store.removeReturn('a1', 'one', { personId, at: AT })).toBe(false)
  expect(await store.addReturn('a1', file('four', 41), bounds)).toBe(true)
  expect((await store.returnsOf('a1')).map(({ id }) => id)).toEqual(['four', 'three', 'two'])
  expect((await store.maybeBytes('a1', 'two'))?.length).toBe(20)
  expect(await store.maybeSame('a1', personId, 'two')).toMatchObject({ id: 'two', fileName: 'two.docx' })
  const acts = await opened.agreements.actsOf('a1', null, 10)
  expect(acts.map(({ kind }) => kind).slice(0, 3)).toEqual(['bring-back', 'remove-return', 'bring-back'])
})

test('what was taken over stays so, also when the file goes; what was left can be taken over later', async () => {
  const { opened, personId, store, file } = await openReturns()
  await using _ = opened
  await store.addReturn('a1', file('one', 1), { inAgreement: 3, bytesTogether: 100 })
  const decided = (changeId: string, outcome: 'take' | 'leave'): StoredReturnDecision => ({
    ...{ returnId: 'one', changeId, outcome, at: AT, madeId: outcome === 'take' ? `m-${changeId}` : null },
    hands: outcome === 'take' ? '[{"author":"Jan","at":null}]' : '[]',
  })
  const put = (...all: StoredReturnDecision[]) => store.putReturnDecisions('a1', personId, all)
  await put(decided('a', 'take'), decided('b', 'leave'), decided('c', 'leave'))
  await put(decided('a', 'leave'), decided('b', 'take'))
  const outcomes = async () =>
    (await store.returnDecisionsOf('a1')).map(({ changeId, outcome }) => `${changeId} ${outcome}`).sort()
  expect(await outcomes()).toEqual(['a take', 'b take', 'c leave'])
  await store.removeReturn('a1', 'one', { personId, at: AT })
  expect(await outcomes()).toEqual(['a take', 'b take'])
  expect((await store.handsByMade('a1')).map(({ madeId }) => madeId).sort()).toEqual(['m-a', 'm-b'])
})
