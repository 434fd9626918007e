import { expect, test } from 'vitest'
import { mayLead, mayRead, mayWrite, type Participation } from '../../../server/access/participation.ts'
import { ROLES, type Role } from '../../../shared/protocol/endpoints.ts'

const as = (role: Role): Participation => ({ agreementId: 'a', personId: 'p', name: '', partyId: null, role })

test('the facilitator and writers write, the facilitator leads, everybody who takes part reads', () => {
  expect(ROLES.filter((role) => mayWrite(as(role)))).toEqual(['facilitator', 'writer'])
  expect(ROLES.filter((role) => mayLead(as(role)))).toEqual(['facilitator'])
  expect(ROLES.filter((role) => mayRead(as(role)))).toEqual([...ROLES])
})

test('who takes no part may not read', () => {
  expect(mayRead(null)).toBe(false)
})
