import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccounts } from '../../server/people/accounts.ts'
import { createMembers } from '../../server/people/members.ts'
import { createPasswords } from '../../server/people/passwords.ts'
import { createPeople } from '../../server/people/people.ts'
import { accountStore } from '../../server/storage/accounts.ts'
import { admissionStore } from '../../server/storage/admission.ts'
import { agreementStore } from '../../server/storage/agreements.ts'
import { memberStore } from '../../server/storage/members.ts'
import { peopleStore } from '../../server/storage/people.ts'
import { openStorage } from '../../server/storage/storage.ts'

/** People and agreement records over a real database in a folder of their own, with a clock that the test sets. */
export async function openPeople() {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-people-'))
  const storage = await openStorage({ dataDir })
  const time = { now: new Date('2026-11-21T12:00:00Z') }
  let count = 0
  const edges = { clock: () => time.now, newId: () => `id${++count}` }
  const stores = {
    store: accountStore(storage.records),
    people: peopleStore(storage.records),
    members: memberStore(storage.records),
  }
  const passwords = createPasswords({ memory: 64, passes: 1, parallelism: 1 })
  const reconnected: string[] = []
  const accounts = createAccounts({
    ...stores,
    passwords,
    clock: edges.clock,
    reconnect: async (personId) => {
      reconnected.push(personId)
    },
  })
  const refreshed: string[] = []
  const members = createMembers({
    store: stores.members,
    accounts: stores.store,
    passwords,
    checkStrength: accounts.checkStrength,
    ...edges,
    refreshMember: async (agreementId, personId) => {
      refreshed.push(`${personId} in ${agreementId}`)
    },
  })
  return {
    people: createPeople({ store: stores.people, sessionSecret: 'k'.repeat(32), ...edges }),
    accounts,
    members,
    /** Whose live connections had to come in anew. */
    reconnected,
    /** Whose live connections were looked at anew, and where. */
    refreshed,
    agreements: agreementStore(storage.records),
    admission: admissionStore(storage.records),
    records: storage.records,
    log: storage.log,
    time,
    async [Symbol.asyncDispose]() {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
