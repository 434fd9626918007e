import { expect, test } from 'vitest'
import { nameOfPlace } from '../../../../client/screens/advice/names-of.ts'
import { agreement } from '../../../support/agreement.ts'
import { realCatalog } from '../../../support/examples-on-paper.ts'

const catalog = realCatalog()

test.each([
  ['definitions.d1.meaning', 'Achterban: Betekenis'],
  ['tasks.t1.title', 'Huiswerk: Taak'],
  ['purpose.goalText', 'Doel'],
])('the place %s is called %s', (address, name) => {
  const body = agreement({
    definitions: [{ id: 'd1', term: 'Achterban', meaning: 'De mensen.' }],
    tasks: [{ id: 't1', title: 'Huiswerk' }],
  })
  expect(nameOfPlace(address, body, catalog)).toBe(name)
})
