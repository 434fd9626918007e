import { describe, expect, test } from 'vitest'
import { mayLeadRound, maySeeRemarks, mayShareRemarks } from '../../../server/access/consultation.ts'
import type { Participation } from '../../../server/access/participation.ts'
import type { Role } from '../../../shared/protocol/endpoints.ts'

const who = (partyId: string | null, role: Role): Participation => ({
  agreementId: 'a1',
  personId: 'somebody',
  name: 'Somebody',
  partyId,
  role,
})

describe('the round of a party', () => {
  test.each([
    ['a writer of it', who('p1', 'writer'), { leads: true, sees: true, shares: true }],
    ['who leads and belongs to it', who('p1', 'facilitator'), { leads: true, sees: true, shares: true }],
    ['who leads for nobody', who(null, 'facilitator'), { leads: true, sees: false, shares: false }],
    ['who leads for another', who('p2', 'facilitator'), { leads: true, sees: false, shares: false }],
    ['a writer of another', who('p2', 'writer'), { leads: false, sees: false, shares: false }],
    ['a reader of it', who('p1', 'reader'), { leads: false, sees: false, shares: false }],
    ['a commenter of it', who('p1', 'commenter'), { leads: false, sees: false, shares: false }],
    ['a signatory of it', who('p1', 'signatory'), { leads: false, sees: false, shares: false }],
  ] as const)('%s', (_, participation, { leads, sees, shares }) => {
    expect(mayLeadRound(participation, 'p1')).toBe(leads)
    expect(maySeeRemarks(participation, 'p1', false)).toBe(sees)
    expect(mayShareRemarks(participation, 'p1')).toBe(shares)
    expect(maySeeRemarks(participation, 'p1', true)).toBe(true)
  })
})
