import { expect, test } from 'vitest'
import { initialsOf } from '../../../../client/screens/agreement/history/history-authorship.ts'
import { initialsOfAll } from '../../../../client/screens/proposals/use-say-proposal.ts'

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
