import { expect, test } from 'vitest'
import { type AgreementBody, agreementBody } from '../../../shared/agreement/agreement.ts'
import { compareSnapshots } from '../../../shared/agreement/compare-snapshots.ts'
import type { RichText } from '../../../shared/agreement/rich-text.ts'

const text = (...paragraphs: string[]): RichText => ({
  type: 'doc',
  content: paragraphs.map((words) => ({
    type: 'paragraph',
    attrs: { kind: 'clause', level: 0, onlyIf: null },
    content: [{ type: 'text', text: words }],
  })),
})
const article = (id: string, heading: string, body: RichText) => ({
  ...{ id, heading, body, key: null, numbered: true, origin: null },
})
const agreement = (change: Record<string, unknown>): AgreementBody =>
  agreementBody.parse({ articles: [], ...change })

test('a paragraph that says something else is told word by word, under the id of its article', () => {
  const was = agreement({ articles: [article('a', 'Doel', text('Wij werken samen.', 'En verder.'))] })
  const now = agreement({ articles: [article('a', 'Doel', text('Wij werken graag samen.', 'En verder.'))] })
  expect(compareSnapshots(was, now).texts).toEqual([
    {
      list: 'articles',
      id: 'a',
      state: 'changed',
      isMoved: false,
      heading: { was: 'Doel', now: 'Doel' },
      paragraphs: [
        {
          state: 'changed',
          parts: [
            { state: 'same', text: 'Wij werken ' },
            { state: 'came', text: 'graag ' },
            { state: 'same', text: 'samen.' },
          ],
        },
      ],
    },
  ])
})

test('of three articles of which one stands elsewhere, that one alone is moved', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => article(id, id, text(id)))
  const { texts } = compareSnapshots(agreement({ articles: [a, b, c] }), agreement({ articles: [c, a, b] }))
  expect(texts).toMatchObject([{ id: 'c', state: 'same', isMoved: true, paragraphs: [] }])
})

test('an article that came and one that went are told as that, with their words', () => {
  const was = agreement({ articles: [article('a', 'Oud', text('Weg.'))] })
  const now = agreement({ articles: [article('b', 'Nieuw', text('Hier.'))] })
  expect(compareSnapshots(was, now).texts).toMatchObject([
    { id: 'b', state: 'came', heading: { was: null, now: 'Nieuw' } },
    { id: 'a', state: 'gone', paragraphs: [{ state: 'gone', parts: [{ state: 'gone', text: 'Weg.' }] }] },
  ])
})

test('facts are told by their address, rows by their id, and a long text word by word', () => {
  const party = (id: string, name: string) => ({ id, name })
  const was = agreement({
    term: { startDate: '2027-01-01' },
    purpose: { goalText: 'Meer steun.' },
    parties: [party('p1', 'Gemeente'), party('p2', 'Vuurboei')],
  })
  const now = agreement({
    term: { startDate: '2027-03-01' },
    purpose: { goalText: 'Meer goede steun.' },
    parties: [party('p2', 'De Vuurboei'), party('p3', 'Moeders')],
  })
  expect(compareSnapshots(was, now).facts).toMatchObject([
    { kind: 'row', list: 'parties', id: 'p1', state: 'gone' },
    { kind: 'value', address: 'parties.p2.name', was: 'Vuurboei', now: 'De Vuurboei', parts: null },
    { kind: 'row', list: 'parties', id: 'p3', state: 'came' },
    {
      kind: 'value',
      address: 'purpose.goalText',
      parts: [{ state: 'same' }, { state: 'came' }, { state: 'same' }],
    },
    { kind: 'value', address: 'term.startDate', was: '2027-01-01', now: '2027-03-01' },
  ])
})

test('what is only proposed does not count', () => {
  const proposed: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { kind: 'clause', level: 0, onlyIf: null },
        content: [
          { type: 'text', text: 'Wij werken samen' },
          { type: 'text', text: ' altijd', marks: [{ type: 'insertion', attrs: { id: 'suggestion-1' } }] },
          { type: 'text', text: '.' },
        ],
      },
    ],
  }
  const was = agreement({ articles: [article('a', 'Doel', text('Wij werken samen.'))] })
  const now = agreement({ articles: [article('a', 'Doel', proposed)] })
  expect(compareSnapshots(was, now)).toEqual({ texts: [], facts: [] })
})
