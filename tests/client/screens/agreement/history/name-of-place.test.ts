import { expect, test } from 'vitest'
import { nameOfPlace } from '../../../../../client/screens/agreement/history/name-of-place.ts'
import { overviewOf } from '../../../../../client/screens/agreement/overview-of.ts'
import { nl } from '../../../../../client/text/nl.ts'
import { agreementBody } from '../../../../../shared/agreement/agreement.ts'
import { fieldsOf, LISTS } from '../../../../../shared/agreement/schema-walk.ts'
import { CATALOG } from '../../../../support/advice.ts'
import { agreement } from '../../../../support/agreement.ts'

const body = agreement({
  articles: [
    { id: 'a1', heading: 'Partijen', numbered: false },
    { id: 'a2', heading: 'Duur', numbered: true },
  ],
  annexes: [{ id: 'x1', kind: 'other', title: 'Lijst' }],
  removedTexts: [{ id: 'a9', heading: 'Geschillen' }],
})
const around = { entries: overviewOf(body, CATALOG).entries, body, catalog: CATALOG, words: nl }

test.each([
  ['a1', 'text', 'Partijen'],
  ['a2', 'text', 'Artikel 1, Duur'],
  ['x1', 'text', 'Bijlage 1, Lijst'],
  ['', 'facts', 'Titel en andere gegevens van de overeenkomst'],
  ['tasks', 'facts', 'Taken'],
  ['financing.lines', 'facts', 'Kosten'],
  ['term', 'facts', 'Duur'],
  ['a9', 'gone', 'Geschillen (weggehaald)'],
  ['never', 'gone', 'Een artikel dat is weggehaald'],
])('the place “%s” is %s called “%s”', (place, kind, name) => {
  expect(nameOfPlace(place, around)).toEqual({ kind, name })
})

test('every list and group of an agreement has a name in words', () => {
  const groups = fieldsOf(agreementBody).flatMap(({ name, layout }) =>
    layout.kind === 'object' ? [name] : [],
  )
  const places = [...LISTS.keys(), ...groups].filter((place) => place !== 'articles')
  expect(places.filter((place) => nameOfPlace(place, around).kind !== 'facts')).toEqual([])
})
