import { describe, expect, test } from 'vitest'
import { circleOf, maybeAudienceOf, mayComment } from '../../../server/access/comments.ts'
import { ROLES } from '../../../shared/protocol/participant.ts'

describe('who may comment', () => {
  test('is everybody who takes part but who came to read', () => {
    expect(ROLES.filter((role) => mayComment({ role }))).toEqual([
      'facilitator',
      'writer',
      'commenter',
      'signatory',
    ])
  })
})

describe('a circle', () => {
  test.each([
    ['everyone, for a commenter of a party', 'everyone', 'p1', 'commenter', 'all'],
    ['the organisation of a commenter', 'organisation', 'p1', 'commenter', 'party:p1'],
    ['the organisation of who leads for a party', 'organisation', 'p1', 'facilitator', 'party:p1'],
    ['the organisation of who leads without a party', 'organisation', null, 'facilitator', 'facilitators'],
    ['no organisation of a commenter without a party', 'organisation', null, 'commenter', null],
  ] as const)('%s', (_, circle, partyId, role, audience) => {
    expect(maybeAudienceOf(circle, { partyId, role })).toBe(audience)
    if (audience !== null) expect(circleOf(audience)).toBe(circle)
  })
})
