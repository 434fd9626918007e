import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDeletion } from '../../../server/agreements/deletion.ts'
import { agreementStore } from '../../../server/storage/agreements.ts'
import { deletionStore } from '../../../server/storage/deletion.ts'
import { peopleStore } from '../../../server/storage/people.ts'
import { openStorage } from '../../../server/storage/storage.ts'

const START = Date.parse('2026-11-26T12:00:00Z')
const DAY = 24 * 3_600_000

/** Agreements over a real database whose texts last changed on the day they were made, with a clock that the test sets. */
async function openDeletion() {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-deletion-'))
  const storage = await openStorage({ dataDir })
  const people = peopleStore(storage.records)
  const agreements = agreementStore(storage.records)
  const time = { now: START }
  const errors: unknown[] = []
  let canWipe = true
  const { log } = storage
  const deletion = createDeletion({
    store: deletionStore(storage.records),
    documents: { read: () => Promise.reject(new Error('not read here')), remove: (id) => log.remove(id) },
    wipe: async () => canWipe && (await log.wipe()),
    clock: () => new Date(time.now),
    onError: (error) => errors.push(error),
  })
  const at = () => new Date(time.now).toISOString()
  const lead = await people.ensureFirstMember({ workspaceId: 'w1', personId: 'lead', at: at() })
  return {
    deletion,
    time,
    log,
    records: storage.records,
    agreements,
    lead,
    forbidWiping: (forbidden: boolean) => {
      canWipe = !forbidden
    },
    add: async (id: string) => {
      await log.create(id, { personId: lead, at: time.now, bytes: new Uint8Array([0]) })
      const facilitator = { agreementId: id, personId: lead, name: '', partyId: null, role: 'facilitator' }
      await agreements.addAgreement({ id, createdBy: lead, at: at() }, facilitator, [])
    },
    acts: async () =>
      (await storage.records.selectFrom('act').select(['kind', 'agreement_id', 'person_id']).execute()).map(
        ({ kind, agreement_id, person_id }) => `${kind} ${agreement_id} ${person_id}`,
      ),
    async [Symbol.asyncDispose]() {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

describe('an agreement whose time is over', () => {
  test('goes on that day and not before, and the log of acts says that nobody did it', async () => {
    await using at = await openDeletion()
    await at.add('a1')
    await at.deletion.setTerm(12, at.lead)
    expect((await at.deletion.deletions(['a1'])).get('a1')).toBe('2027-11-26T12:00:00.000Z')
    at.time.now = Date.parse('2027-11-26T11:59:59.999Z')
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(true)
    at.time.now += 1
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(false)
    expect(await at.agreements.maybeAgreement('a1')).toBeNull()
    expect(await at.acts()).toEqual([
      'create a1 lead',
      'change-retention null lead',
      'delete-expired-agreement a1 null',
    ])
    expect(await at.agreements.firstBrokenAct()).toBeNull()
  })

  test('stays when its text changed since', async () => {
    await using at = await openDeletion()
    await at.add('a1')
    await at.deletion.setTerm(1, at.lead)
    at.time.now = START + 50 * DAY
    await at.log.append('a1', { personId: at.lead, at: at.time.now, bytes: new Uint8Array([0]) })
    at.time.now = START + 61 * DAY
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(true)
  })

  test('was announced for sixty days, also when it was past its time when the term was set', async () => {
    await using at = await openDeletion()
    await at.add('a1')
    at.time.now = START + 1000 * DAY
    await at.deletion.setTerm(1, at.lead)
    at.time.now += 60 * DAY - 1
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(true)
    await at.deletion.setTerm(1, at.lead)
    at.time.now += 1
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(false)
  })

  test('stays for ever without a term', async () => {
    await using at = await openDeletion()
    await at.add('a1')
    at.time.now = START + 100_000 * DAY
    await at.deletion.look()
    expect(await at.log.exists('a1')).toBe(true)
  })
})

test('a deletion that was cut off before its text was gone is finished at the next look', async () => {
  await using at = await openDeletion()
  await at.add('a1')
  await at.add('a2')
  const store = deletionStore(at.records)
  const when = new Date(START).toISOString()
  expect(
    await store.deleteAgreement({ agreementId: 'a1', kind: 'delete-agreement', by: at.lead, at: when }),
  ).toBe(true)
  expect(
    await store.deleteAgreement({ agreementId: 'a1', kind: 'delete-agreement', by: at.lead, at: when }),
  ).toBe(false)
  expect(await at.log.exists('a1')).toBe(true)
  at.forbidWiping(true)
  await at.deletion.look()
  expect(await at.log.exists('a1')).toBe(false)
  expect(await store.removals()).toEqual(['a1'])
  at.forbidWiping(false)
  await at.deletion.look()
  expect(await store.removals()).toEqual([])
  expect(await at.log.exists('a2')).toBe(true)
})
