import { describe, expect, test } from 'vitest'
import { audiencesOf, belongsTo, maybeOwnAudience } from '../../../server/access/steps.ts'
import type { Role } from '../../../shared/protocol/endpoints.ts'

const member = (partyId: string | null, role: Role) => ({ partyId, role })

describe('who belongs to what is kept within one organisation', () => {
  test.each([
    ['a writer of a party', member('p1', 'writer'), 'party:p1'],
    ['a reader of a party', member('p1', 'reader'), 'party:p1'],
    ['who leads and has a party', member('p1', 'facilitator'), 'party:p1'],
    ['who leads without a party', member(null, 'facilitator'), 'facilitators'],
    ['a reader without a party', member(null, 'reader'), null],
  ] as const)('%s', (_, who, audience) => {
    expect(maybeOwnAudience(who)).toBe(audience)
    expect(audiencesOf(who)).toEqual(audience === null ? ['all'] : ['all', audience])
  })

  test('no other party does, and who leads does not either', () => {
    for (const who of [member('p2', 'writer'), member('p2', 'facilitator'), member(null, 'facilitator')])
      expect(belongsTo('party:p1', who)).toBe(false)
    expect(belongsTo('facilitators', member('p1', 'facilitator'))).toBe(false)
    expect(belongsTo('all', member(null, 'reader'))).toBe(true)
  })
})
