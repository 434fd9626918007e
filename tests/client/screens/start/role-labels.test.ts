import { expect, test } from 'vitest'
import { roleLabels } from '../../../../client/screens/start/role-labels.ts'

test('parties of one kind are told apart by a number, and one alone has none', () => {
  const municipality = { role: 'municipality', label: 'Gemeente' }
  const organisation = { role: 'migrant_organisation', label: 'Migrantenorganisatie' }
  expect(roleLabels([municipality, organisation, organisation])).toEqual([
    'Gemeente',
    'Migrantenorganisatie 1',
    'Migrantenorganisatie 2',
  ])
})
