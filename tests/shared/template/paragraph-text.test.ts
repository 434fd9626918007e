import { describe, expect, test } from 'vitest'
import { readParagraphText } from '../../../shared/template/paragraph-text.ts'

const names = {
  articleIds: new Map([['term', 'a1']]),
  roleWords: {
    municipality: { word: 'de gemeente', several: 'word' as const, definition: null, shortName: null },
  },
}
const read = (text: string) => readParagraphText(text, names)
const inlines = (text: string) => {
  const content = read(text)
  return content.kind === 'inlines' ? content.inlines : content
}
const faults = (text: string) => read(text).faults.map(({ reason, token }) => [reason, token])
const plain = (text: string) => ({ type: 'text', text })
const bold = (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] })

describe('what stands between braces becomes what it names', () => {
  test('a placeholder becomes a field between its texts', () => {
    expect(inlines('Van {{start_date}} af.')).toEqual([
      plain('Van '),
      { type: 'field', attrs: { name: 'start_date' } },
      plain(' af.'),
    ])
  })

  test('a reference becomes the id of the article', () => {
    expect(inlines('{{ref:term}}')).toEqual([{ type: 'articleReference', attrs: { articleId: 'a1' } }])
  })

  test.each([
    ['{{role:municipality}}', false],
    ['{{Role:municipality}}', true],
  ])('%s becomes the word of the role, with a capital: %s', (text, capital) => {
    const attrs = { role: 'municipality', word: 'de gemeente', several: 'word', capital }
    expect(inlines(text)).toEqual([{ type: 'roleWord', attrs }])
  })

  test('a block alone in its paragraph becomes a block, spaces around it or not', () => {
    expect(read(' {{block:tasks:awareness}} ')).toEqual({
      kind: 'block',
      name: 'tasks:awareness',
      faults: [],
    })
  })

  test('stars make bold text, and a field between them stays a field', () => {
    expect(inlines('**Bel 112.** Doe **{{goal}} nu**.')).toEqual([
      bold('Bel 112.'),
      plain(' Doe '),
      { type: 'field', attrs: { name: 'goal' } },
      bold(' nu'),
      plain('.'),
    ])
  })
})

describe('what is not understood stays as it was typed, and is told', () => {
  test.each([
    ['{{unknown}}', 'unknown_placeholder'],
    ['{{ref:gone}}', 'unknown_reference'],
    ['{{role:police}}', 'unknown_role_word'],
    ['{{role:__proto__}}', 'unknown_role_word'],
    ['{{constructor}}', 'unknown_placeholder'],
    ['{{block:people}}', 'unknown_block'],
    ['{{if:goal}}', 'unknown_mark'],
    ['{{a:b:c}}', 'unknown_mark'],
    ['{{}}', 'unknown_placeholder'],
    ['{{ goal }}', 'unknown_placeholder'],
  ])('%s', (token, reason) => {
    expect(inlines(token)).toEqual([plain(token)])
    expect(faults(token)).toEqual([[reason, token]])
  })

  test('braces and stars without an end', () => {
    expect(inlines('Een {{half')).toEqual([plain('Een {{half')])
    expect(faults('Een {{half')).toEqual([['unclosed_braces', 'Een {{half']])
    expect(inlines('**een** en **twee')).toEqual([bold('een'), plain(' en **twee')])
    expect(faults('**een** en **twee')).toEqual([['unclosed_bold', '**']])
  })

  test('a text of nothing gives no inlines and no faults', () => {
    expect(read('')).toEqual({ kind: 'inlines', inlines: [], faults: [] })
  })
})
