import { expect, test } from 'vitest'
import { wordsInText } from '../../../shared/agreement/words-in-text.ts'
import { agreement, clauses } from '../../support/agreement.ts'

test('a word counts whatever its capitals and ending, in articles and annexes', () => {
  const body = agreement({
    articles: [{ id: 'a', body: clauses('De trekkers overleggen.') }],
    annexes: [{ id: 'b', body: clauses('Bel de INTERMEDIAIR.') }],
  })
  expect([...wordsInText(body, ['Trekker', 'Intermediair', 'Vindplaats'])]).toEqual([
    'Trekker',
    'Intermediair',
  ])
})
