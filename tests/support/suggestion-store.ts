import { agreementStore } from '../../server/storage/agreements.ts'
import { peopleStore } from '../../server/storage/people.ts'
import { proposalStore } from '../../server/storage/proposals.ts'
import { openStorage } from '../../server/storage/storage.ts'
import { type FallingStore, fallingStore } from './falling-store.ts'

const AT = '2026-11-26T12:00:00.000Z'

export type HistoryStore = {
  store: FallingStore
  newAgreement(seed: number): Promise<string>
  close(): Promise<void>
}

/** A real database for many histories, with the people in it. */
export async function openHistoryStore(dataDir: string, people: readonly string[]): Promise<HistoryStore> {
  const storage = await openStorage({ dataDir })
  const lead = await peopleStore(storage.records).ensureFirstMember({
    workspaceId: 'w1',
    personId: 'lead',
    at: AT,
  })
  for (const id of people) await peopleStore(storage.records).addPerson({ id, name: id, at: AT })
  const agreements = agreementStore(storage.records)
  return {
    store: fallingStore(proposalStore(storage.records)),
    newAgreement: async (seed) => {
      const id = `history-${seed}`
      const facilitator = { agreementId: id, personId: lead, name: '', partyId: null, role: 'facilitator' }
      await agreements.addAgreement({ id, createdBy: lead, at: AT }, facilitator, [])
      return id
    },
    close: () => storage.close(),
  }
}
