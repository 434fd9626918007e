import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPeople } from '../../server/people/people.ts'
import { agreementStore } from '../../server/storage/agreements.ts'
import { peopleStore } from '../../server/storage/people.ts'
import { openStorage } from '../../server/storage/storage.ts'

/** People and agreement records over a real database in a folder of their own, with a clock that the test sets. */
export async function openPeople() {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-people-'))
  const storage = await openStorage({ dataDir })
  const time = { now: new Date('2026-11-21T12:00:00Z') }
  let count = 0
  const people = createPeople({
    store: peopleStore(storage.records),
    sessionSecret: 'k'.repeat(32),
    clock: () => time.now,
    newId: () => `id${++count}`,
  })
  return {
    people,
    agreements: agreementStore(storage.records),
    records: storage.records,
    log: storage.log,
    time,
    async [Symbol.asyncDispose]() {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
