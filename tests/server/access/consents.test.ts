import { expect, test } from 'vitest'
import { canSpeakFor, mayAgreeFor, speaks } from '../../../server/access/consents.ts'
import { speaksInRole } from '../../../server/storage/speaking.ts'
import { ROLES, type Role } from '../../../shared/protocol/participant.ts'

const who = (role: Role, partyId: string | null, speaksFor = true) => ({
  ...{ agreementId: 'a', personId: 'p', name: '', role, partyId, speaksFor },
})

test('who writes, signs or leads can have the word of the own party, and nobody else', () => {
  expect(ROLES.filter((role) => canSpeakFor(who(role, 'g')))).toEqual(['facilitator', 'writer', 'signatory'])
  expect(ROLES.filter((role) => canSpeakFor(who(role, null)))).toEqual([])
})

test('the word of a party is for that party alone, and for who has it', () => {
  expect(mayAgreeFor(who('writer', 'g'), 'g')).toBe(true)
  expect(mayAgreeFor(who('writer', 'g'), 'm')).toBe(false)
  expect(speaks(who('writer', 'g', false))).toBe(false)
  expect(speaks(who('reader', 'g'))).toBe(false)
})

test('the storage and the rights agree on the roles that can have it', () => {
  expect(ROLES.filter(speaksInRole)).toEqual(ROLES.filter((role) => canSpeakFor(who(role, 'g'))))
})
