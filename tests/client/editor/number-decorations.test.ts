import { expect, test } from 'vitest'
import { drawParagraphs } from '../../../client/editor/number-decorations.ts'
import type { PaperFacts } from '../../../client/editor/paper-facts.ts'
import type { ParagraphKind, RichTextBlock } from '../../../shared/agreement/rich-text.ts'

const host = (holds: boolean) => ({
  facts: { holds: () => holds } as unknown as PaperFacts,
  leftOutWords: 'staat er niet in',
})
const p = (kind: ParagraphKind, level = 0, onlyIf: string | null = null): RichTextBlock => ({
  type: 'paragraph',
  attrs: { kind, level, onlyIf },
})
const table: RichTextBlock = { type: 'block', attrs: { name: 'results' } }

test('clauses carry the number of their article, sub-clauses a letter, and a table takes no number', () => {
  const content = [p('clause'), p('subclause', 1), p('subclause', 1), table, p('clause'), p('plain')]
  expect(drawParagraphs(content, '6', host(true)).map((each) => each['data-number'])).toEqual([
    '6.1',
    'a.',
    'b.',
    undefined,
    '6.2',
    undefined,
  ])
})

test('an article without a number has clauses without one', () => {
  expect(drawParagraphs([p('clause')], null, host(true))).toEqual([{}])
})

test('a paragraph whose condition does not hold says so and leaves its number to the next', () => {
  const drawn = drawParagraphs([p('clause', 0, 'indefinite'), p('clause')], '5', host(false))
  expect(drawn).toEqual([{ 'data-left-out': 'staat er niet in' }, { 'data-number': '5.1' }])
})
