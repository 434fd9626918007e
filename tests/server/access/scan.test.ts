import { describe, expect, test } from 'vitest'
import type { Participation } from '../../../server/access/participation.ts'
import { mayOpenScan, partiesToScoreFor, partiesToSee } from '../../../server/access/scan.ts'
import type { Role } from '../../../shared/protocol/endpoints.ts'

const person = (role: Role, partyId: string | null): Participation => ({
  agreementId: 'a',
  personId: `${role}-${partyId}`,
  name: 'Iemand',
  partyId,
  role,
})
const PARTIES = ['gem', 'jeugd', 'mo']
const PEOPLE = [person('facilitator', null), person('writer', 'jeugd'), person('reader', 'mo')]

describe('who scores for a party and who sees its scores before they are open', () => {
  test.each<[Role, string | null, string[], string[]]>([
    ['writer', 'jeugd', ['jeugd'], ['jeugd']],
    ['commenter', 'jeugd', ['jeugd'], ['jeugd']],
    ['signatory', 'mo', ['mo'], ['mo']],
    ['reader', 'mo', [], ['mo']],
    ['reader', null, [], []],
    ['writer', null, [], []],
    ['writer', 'left', [], []],
    // Those that nobody writes for; somebody who came to read does not speak for a party.
    ['facilitator', null, ['gem', 'mo'], ['gem', 'mo']],
    ['facilitator', 'jeugd', ['gem', 'jeugd', 'mo'], ['gem', 'jeugd', 'mo']],
  ])('a %s of %s', (role, partyId, scores, sees) => {
    const caller = person(role, partyId)
    expect(partiesToScoreFor(caller, PARTIES, PEOPLE)).toEqual(scores)
    expect(partiesToSee(caller, PARTIES, PEOPLE)).toEqual(sees)
  })

  test('only who leads opens before all are ready', () => {
    const roles: Role[] = ['facilitator', 'writer', 'commenter', 'reader', 'signatory']
    expect(roles.filter((role) => mayOpenScan(person(role, 'mo')))).toEqual(['facilitator'])
  })
})
