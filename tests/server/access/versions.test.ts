import { describe, expect, test } from 'vitest'
import type { Participation } from '../../../server/access/participation.ts'
import { mayRemoveVersion } from '../../../server/access/versions.ts'
import type { Role } from '../../../shared/protocol/endpoints.ts'

const who = (personId: string, role: Role): Participation => ({
  agreementId: 'a1',
  personId,
  name: 'Somebody',
  partyId: 'p1',
  role,
})

describe('a version that Fatima made, or that was kept for what she did, is removed', () => {
  test.each([
    ['who leads', who('petra', 'facilitator'), ['named', 'before-restore', 'before-import']],
    ['who leads and made it', who('fatima', 'facilitator'), ['named', 'before-restore', 'before-import']],
    ['who made it and writes', who('fatima', 'writer'), ['named']],
    ['who made it and reads by now', who('fatima', 'reader'), []],
    ['who made it and comments by now', who('fatima', 'commenter'), []],
    ['another of her party', who('rachid', 'writer'), []],
  ] as const)('by %s only where that is theirs', (_, participation, removed) => {
    const kinds = ['named', 'before-restore', 'before-import', 'fixed'] as const
    const may = kinds.filter((kind) => mayRemoveVersion(participation, { kind, madeBy: 'fatima' }))
    expect(may).toEqual(removed)
  })
})
