import { expect, test } from 'vitest'
import { createVisits, VISIT_GAP } from '../../../server/agreements/visits.ts'
import { visitStore } from '../../../server/storage/visits.ts'
import { openPeople } from '../../support/open-people.ts'

const MINUTE = 60_000

/** Visits to two agreements over a real database, with a clock in the hand of the test; `begin` is another life of the server. */
async function openVisits() {
  const at = await openPeople()
  const personIds: string[] = []
  for (const name of ['Fatima', 'Jan']) personIds.push((await at.people.addGuest(name)).personId)
  const [fatima = '', jan = ''] = personIds
  for (const id of ['a', 'b'])
    await at.agreements.addAgreement(
      { id, createdBy: fatima, at: at.time.now.toISOString() },
      { agreementId: id, personId: fatima, name: '', partyId: null, role: 'facilitator' },
      [],
    )
  const begin = () =>
    createVisits({
      store: visitStore(at.records),
      clock: () => at.time.now,
      onError: (error) => expect.fail(String(error)),
    })
  const pass = (time: number) => {
    at.time.now = new Date(at.time.now.getTime() + time)
    return at.time.now.toISOString()
  }
  return {
    begin,
    pass,
    fatima,
    jan,
    records: at.records,
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  }
}

test('the end of a visit is known in the next life of the server, per person and agreement', async () => {
  await using at = await openVisits()
  const first = at.begin()
  first.came('a', at.fatima)
  first.came('b', at.jan)
  const ended = at.pass(30 * MINUTE)
  first.left('a', at.fatima)
  await first.close()
  at.pass(VISIT_GAP)
  const second = at.begin()
  expect(await second.maybeLastVisit('a', at.fatima)).toBe(ended)
  expect(await second.maybeLastVisit('b', at.jan)).toBe(ended)
  expect(await second.maybeLastVisit('b', at.fatima)).toBeNull()
  expect(await second.maybeLastVisit('a', at.jan)).toBeNull()
  await second.close()
})

test('a visit goes on through a restart that takes less than the gap', async () => {
  await using at = await openVisits()
  const first = at.begin()
  first.came('a', at.fatima)
  at.pass(MINUTE)
  await first.close()
  at.pass(VISIT_GAP - 1)
  const second = at.begin()
  second.came('a', at.fatima)
  await second.keepNow()
  at.pass(MINUTE)
  expect(await second.maybeLastVisit('a', at.fatima)).toBeNull()
  await second.close()
})

test('who is here sees the visit before this one, also in the moment before it is kept that they came', async () => {
  await using at = await openVisits()
  const visits = at.begin()
  visits.came('a', at.fatima)
  const ended = at.pass(MINUTE)
  visits.left('a', at.fatima)
  await visits.keepNow()
  at.pass(60 * MINUTE)
  visits.came('a', at.fatima)
  expect(await visits.maybeLastVisit('a', at.fatima)).toBe(ended)
  // As when the disk said no for a while: nothing is kept meanwhile.
  at.pass(10 * MINUTE)
  expect(await visits.maybeLastVisit('a', at.fatima)).toBe(ended)
  await visits.keepNow()
  expect(await visits.maybeLastVisit('a', at.fatima)).toBe(ended)
  await visits.close()
})

test('two servers that both see a person keep one visit', async () => {
  await using at = await openVisits()
  const [one, other] = [at.begin(), at.begin()]
  one.came('a', at.fatima)
  const ended = at.pass(MINUTE)
  one.left('a', at.fatima)
  await one.keepNow()
  at.pass(VISIT_GAP)
  one.came('a', at.fatima)
  await one.keepNow()
  at.pass(MINUTE)
  one.left('a', at.fatima)
  other.came('a', at.fatima)
  await Promise.all([one.keepNow(), other.keepNow()])
  expect(await other.maybeLastVisit('a', at.fatima)).toBe(ended)
  expect(await one.maybeLastVisit('a', at.fatima)).toBe(ended)
  await one.close()
  await other.close()
})

test('of who had themselves erased, and of an agreement that is gone, no visit is kept; those of others are', async () => {
  await using at = await openVisits()
  const visits = at.begin()
  for (const id of ['a', 'gone']) for (const person of [at.fatima, at.jan]) visits.came(id, person)
  await at.records
    .updateTable('person')
    .set({ erased_at: at.pass(0) })
    .where('id', '=', at.fatima)
    .execute()
  await visits.close()
  const kept = await at.records.selectFrom('visit').select(['agreement_id', 'person_id']).execute()
  expect(kept).toEqual([{ agreement_id: 'a', person_id: at.jan }])
})
