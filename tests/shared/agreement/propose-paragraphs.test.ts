import { expect, test } from 'vitest'
import { asItStands } from '../../../shared/agreement/as-it-stands.ts'
import { indexAmong, withProposedParagraphs } from '../../../shared/agreement/propose-paragraphs.ts'
import type { Paragraph } from '../../../shared/agreement/rich-text.ts'
import { agreement } from '../../support/agreement.ts'

const clause = (text: string): Paragraph => ({
  type: 'paragraph',
  attrs: { kind: 'clause', level: 0, onlyIf: null },
  content: [{ type: 'text', text }],
})
const body = agreement({
  articles: [
    {
      id: 'a',
      key: null,
      heading: 'Kop',
      numbered: true,
      body: { type: 'doc', content: [clause('Een'), clause('Twee')] },
    },
  ],
})
const proposed = [
  { id: 'begin', articleId: 'a', index: 0, paragraph: clause('Nul') },
  { id: 'gone', articleId: 'a', index: 1, paragraph: null },
  { id: 'end', articleId: 'a', index: 2, paragraph: clause('Drie') },
  { id: 'elsewhere', articleId: 'b', index: 0, paragraph: clause('Elders') },
]

test('proposed paragraphs stand as suggestions among the others, which stay as they are', () => {
  const [text] = withProposedParagraphs(body, proposed).articles
  const seen = text?.body.content.map((block) =>
    block.type === 'paragraph' && block.content?.[0]?.type === 'text'
      ? [block.content[0].text, block.content[0].marks]
      : null,
  )
  expect(seen).toEqual([
    ['Nul', [{ type: 'insertion', attrs: { id: 'begin' } }]],
    ['Een', undefined],
    ['Twee', [{ type: 'deletion', attrs: { id: 'gone' } }]],
    ['Drie', [{ type: 'insertion', attrs: { id: 'end' } }]],
  ])
  const standing =
    text && asItStands(text.body).content.filter((block) => block.type === 'paragraph' && block.content)
  expect(standing).toEqual(body.articles[0]?.body.content)
})

test('the place of a paragraph among proposed ones counts those that come before it', () => {
  expect([0, 1].map((index) => indexAmong(proposed, 'a', index))).toEqual([1, 2])
  expect(indexAmong(proposed, 'c', 4)).toBe(4)
})
