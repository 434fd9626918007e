import { expect, test } from 'vitest'
import type { Participation } from '../../../server/access/participation.ts'
import { agreementRecord } from '../../../server/agreements/agreement-record.ts'
import type { Akkoord } from '../../../server/agreements/akkoord.ts'

const akkoord: Akkoord = { status: 'draft', clauseAgreements: [] }
const stored = { id: 'a', status: 'draft', version: 0, createdAt: '2026-11-21T12:00:00.000Z' }
const person = (personId: string, partyId: string | null): Participation => ({
  agreementId: 'a',
  personId,
  name: personId,
  partyId,
  role: partyId === null ? 'facilitator' : 'writer',
})
const NONE = { comments: 0, proposals: 0 }
const people = [
  person('lead', null),
  person('ann', 'p_z'),
  person('bob', 'p_z'),
  person('eva', 'p_a'),
  person('silent', 'p_m'),
]

test('the parties that wrote along are those of the people who wrote, each once', () => {
  const wrote = new Set(['lead', 'ann', 'bob', 'eva', 'gone'])
  const record = agreementRecord(stored, people, wrote, [], NONE, akkoord)
  expect(record.coDrafterPartyIds).toEqual(['p_a', 'p_z'])
})

test('nobody wrote, though everybody joined: no party wrote along', () => {
  expect(agreementRecord(stored, people, new Set(), [], NONE, akkoord).coDrafterPartyIds).toEqual([])
})
