import { expect, test } from 'vitest'
import { initialsOfAll } from '../../../../client/screens/proposals/use-say-proposal.ts'
import { initialsOf } from '../../../../client/ui/party-mark.tsx'

test.each(['Fatima El Amrani', 'Petra de Vries', 'Samira'])(
  'given %s, a proposal has the initials that who wrote what has',
  (name) => {
    expect(initialsOfAll([{ name }])).toBe(initialsOf(name))
  },
)

test('several authors stand beside each other, and nobody known is a question', () => {
  expect(initialsOfAll([{ name: 'Fatima El Amrani' }, { name: 'Petra de Vries' }])).toBe('FA+PV')
  expect(initialsOfAll([])).toBe('?')
})
