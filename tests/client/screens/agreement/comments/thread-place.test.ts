import { expect, test } from 'vitest'
import { articleOf } from '../../../../../client/screens/agreement/comments/thread-place.ts'
import { agreement } from '../../../../support/agreement.ts'

test('a text is looked through once for all threads about facts and rows, and again only when it is another', () => {
  const { articles, annexes } = agreement({
    articles: [
      { id: 'a1' },
      { id: 'a2', body: { type: 'doc', content: [{ type: 'block', attrs: { name: 'parties' } }] } },
    ],
  })
  const looks = [0, 0]
  const counted = articles.map((article, at) => ({
    ...article,
    get body() {
      looks[at] = (looks[at] ?? 0) + 1
      return article.body
    },
  }))
  const row = (rowId: string) => ({ kind: 'row', list: 'parties', rowId, quote: '' }) as const
  const find = (texts: typeof articles) =>
    ['p1', 'p2', 'p3'].map((id) => articleOf(row(id), { articles: texts, annexes }))
  expect(find(counted)).toEqual(['a2', 'a2', 'a2'])
  expect(looks).toEqual([1, 1])
  const [first, second] = counted
  if (!first || !second) throw new Error('two articles were written')
  expect(find([{ ...articles[0] } as typeof first, second])).toEqual(['a2', 'a2', 'a2'])
  expect(looks).toEqual([1, 1])
})
