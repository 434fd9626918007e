import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actStore } from '../../../server/storage/acts.ts'
import { openStorage } from '../../../server/storage/storage.ts'

/** Two acts as they were kept before acts told whom they were about, and one that does. */
async function openActs() {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-acts-'))
  const storage = await openStorage({ dataDir })
  const acts = actStore(storage.records)
  const at = '2026-11-26T12:00:00.000Z'
  let previous = ''
  for (const kind of ['create', 'invite']) {
    const hash = hashOf(previous, at, kind, 'a1', 'p1')
    const row = { at, kind, agreement_id: 'a1', person_id: 'p1', about_person_id: null, hash }
    await storage.records
      .insertInto('act')
      .values({ ...row, previous_hash: previous })
      .execute()
    previous = hash
  }
  await acts.addAct({
    at,
    kind: 'remove-participant',
    agreementId: 'a1',
    personId: 'p1',
    aboutPersonId: 'p2',
  })
  return {
    acts,
    about: (seq: number, personId: string | null) =>
      storage.records.updateTable('act').set({ about_person_id: personId }).where('seq', '=', seq).execute(),
    async [Symbol.asyncDispose]() {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

const hashOf = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

test('a log that began before acts told whom they were about stays whole, and goes on', async () => {
  await using at = await openActs()
  expect(await at.acts.checkActs()).toMatchObject({ count: 3, firstBroken: null })
  const [newest, old] = await at.acts.actsOf('a1', null, 2)
  expect([newest?.aboutPersonId, old?.aboutPersonId]).toEqual(['p2', null])
})

test.each([
  ['somebody put into an old act', 1, 'p2'],
  ['another person put into a new one', 3, 'p3'],
  ['the person taken out of it', 3, null],
])('%s breaks the chain there', async (_, seq, personId) => {
  await using at = await openActs()
  await at.about(seq, personId)
  expect((await at.acts.checkActs()).firstBroken).toBe(seq)
})
