import { expect, test } from 'vitest'
import { factsIn } from '../../../../../client/screens/agreement/history/facts-in-text.ts'
import { agreement } from '../../../../support/agreement.ts'

const paragraph = (...names: string[]) => ({
  type: 'paragraph',
  attrs: { kind: 'clause' },
  content: names.map((name) => ({ type: 'field', attrs: { name } })),
})
const block = (name: string) => ({ type: 'block', attrs: { name } })
const placesIn = (...content: unknown[]) =>
  [...factsIn(agreement({ articles: [{ id: 'one', body: { type: 'doc', content } }] }), 'one')].sort()

test.each([
  ['a table stands for its list', [block('results')], ['purpose.results']],
  ['the tasks of a cluster are tasks', [block('tasks:awareness')], ['tasks']],
  [
    'money added up is made of three lists',
    [block('financing_totals')],
    ['financing.lines', 'financing.payments', 'financing.sources'],
  ],
  ['a fact in a sentence stands for its group', [paragraph('start_date', 'end_date')], ['term']],
  [
    'a fact that is worked out stands for the list it comes from',
    [paragraph('municipality_city')],
    ['parties'],
  ],
  ['a value of the agreement itself marks no article', [paragraph('short_title')], []],
  ['a name that nobody knows stands for nothing', [paragraph('later'), block('later')], []],
])('%s', (_, content, places) => {
  expect(placesIn(...content)).toEqual(places)
})

test('a text that is not here has no facts', () => {
  expect([...factsIn(agreement(), 'gone')]).toEqual([])
})
