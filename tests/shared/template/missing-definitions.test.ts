import { expect, test } from 'vitest'
import { missingDefinitions } from '../../../shared/template/missing-definitions.ts'
import { agreement } from '../../support/agreement.ts'

const definition = { term: 'De migrantenorganisatie', meaning: 'elk van de migrantenorganisaties' }
const template = {
  roleWords: {
    migrant_organisation: {
      word: 'de migrantenorganisatie',
      several: 'word' as const,
      definition,
      shortName: null,
    },
    municipality: { word: 'de gemeente', several: 'word' as const, definition: null, shortName: null },
  },
}
const parties = (...roles: string[]) => roles.map((role, index) => ({ id: `p${index}`, role }))

test('nothing is missing while each role has one party', () => {
  expect(
    missingDefinitions(template, agreement({ parties: parties('migrant_organisation', 'municipality') })),
  ).toEqual([])
})

test('when a second party joins a role, what its word means then is missing', () => {
  const body = agreement({
    parties: parties('migrant_organisation', 'migrant_organisation', 'municipality', 'municipality'),
  })
  expect(missingDefinitions(template, body)).toEqual([{ role: 'migrant_organisation', ...definition }])
})

test('a definition of the same term, in other capitals, is enough', () => {
  const body = agreement({
    parties: parties('migrant_organisation', 'migrant_organisation'),
    definitions: [{ id: 'd', term: 'de Migrantenorganisatie ', meaning: 'in eigen woorden' }],
  })
  expect(missingDefinitions(template, body)).toEqual([])
})
