import { describe, expect, test } from 'vitest'
import { drawNumbers, drawParagraphNumbers } from '../../../shared/outline/numbers.ts'
import { agreement, clauses } from '../../support/agreement.ts'

type Kind = 'clause' | 'subclause' | 'bullet' | 'heading' | 'plain'
const paragraph = (kind: Kind, level = 0, text = 'x') => ({
  type: 'paragraph' as const,
  attrs: { kind, level, onlyIf: null },
  content: [{ type: 'text' as const, text }],
})
const block = { type: 'block' as const, attrs: { name: 'results' } }
const all = () => true
const numbers = (content: Parameters<typeof drawParagraphNumbers>[0], numbered = true) =>
  drawParagraphNumbers(content, numbered, all).map(({ number }) => number)

describe('numbers of articles and annexes', () => {
  test('numbered articles count from 1 past those without a number; annexes count by themselves', () => {
    const article = (id: string, numbered: boolean) => ({
      id,
      key: id,
      heading: id,
      numbered,
      body: clauses('x'),
    })
    const body = agreement({
      articles: [
        article('parties', false),
        article('a', true),
        article('b', true),
        article('signatures', false),
      ],
      annexes: [
        { id: 'x', title: 'X', kind: 'tasks', body: clauses('x') },
        { id: 'y', title: 'Y', kind: 'budget', body: clauses('x') },
      ],
    })
    expect([...drawNumbers(body)]).toEqual([
      ['parties', null],
      ['a', '1'],
      ['b', '2'],
      ['signatures', null],
      ['x', '1'],
      ['y', '2'],
    ])
  })
})

describe('numbers of paragraphs', () => {
  test('a table between clauses takes no number and the count goes on after it', () => {
    expect(numbers([paragraph('clause'), block, paragraph('clause')])).toEqual(['1', null, '2'])
  })

  test('sub-clauses are lettered and begin again under every clause', () => {
    const sub = paragraph('subclause', 1)
    expect(numbers([paragraph('clause'), sub, sub, paragraph('clause'), sub])).toEqual([
      '1',
      'a',
      'b',
      '2',
      'a',
    ])
  })

  test('a sub-clause of a sub-clause counts i, ii and begins again under the next letter', () => {
    const [sub, deep] = [paragraph('subclause', 1), paragraph('subclause', 2)]
    expect(numbers([paragraph('clause'), sub, deep, deep, sub, deep])).toEqual([
      '1',
      'a',
      'i',
      'ii',
      'b',
      'i',
    ])
  })

  test('bullets, headings and plain paragraphs take no number and do not break the count', () => {
    const content = [
      paragraph('clause'),
      paragraph('bullet'),
      paragraph('heading'),
      paragraph('plain'),
      paragraph('clause'),
    ]
    expect(numbers(content)).toEqual(['1', null, null, null, '2'])
  })

  test('clauses of an article without a number have none, its sub-clauses do', () => {
    expect(numbers([paragraph('clause'), paragraph('subclause', 1)], false)).toEqual([null, 'a'])
  })

  test('a paragraph that is not shown takes no number', () => {
    const content = [paragraph('clause'), paragraph('clause', 0, 'away'), paragraph('clause')]
    const drawn = drawParagraphNumbers(content, true, (p) => !JSON.stringify(p).includes('away'))
    expect(drawn.map(({ number }) => number)).toEqual(['1', null, '2'])
    expect(drawn.map(({ shown }) => shown)).toEqual([true, false, true])
  })

  test('letters go on as Word counts them: z, aa, bb', () => {
    const drawn = numbers(Array.from({ length: 28 }, () => paragraph('subclause', 1)))
    expect(drawn.slice(25)).toEqual(['z', 'aa', 'bb'])
  })
})
