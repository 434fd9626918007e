import { expect, test } from 'vitest'
import {
  authoredPassages,
  cutByAuthor,
  fullNameOf,
  type PassageAuthor,
} from '../../../client/editor/authorship.ts'
import type { Inline } from '../../../shared/agreement/rich-text.ts'

const fatma: PassageAuthor = {
  key: 'f',
  name: 'Fatma',
  initials: 'F',
  party: 'De Brug',
  partyIndex: 2,
}
const authorOf = (clientId: number) => (clientId === 1 ? null : fatma)

test('what one person wrote from two devices is one passage, and words of nobody part passages', () => {
  const passages = [
    { block: 0, from: 0, to: 4, clientId: 2 },
    { block: 0, from: 4, to: 6, clientId: 3 },
    { block: 0, from: 6, to: 8, clientId: 1 },
    { block: 0, from: 8, to: 9, clientId: 2 },
    { block: 1, from: 0, to: 3, clientId: 2 },
  ]
  expect(authoredPassages(passages, authorOf)).toEqual([
    { block: 0, from: 0, to: 6, author: fatma },
    { block: 0, from: 8, to: 9, author: fatma },
    { block: 1, from: 0, to: 3, author: fatma },
  ])
})

test('a paragraph is cut where passages begin and end, and every letter of it is drawn once', () => {
  const content: Inline[] = [
    { type: 'text', text: 'Van ' },
    { type: 'field', attrs: { name: 'start_date' } },
    { type: 'text', text: ' af aan.', marks: [{ type: 'bold' }] },
  ]
  const cut = cutByAuthor(content, [{ block: 0, from: 2, to: 8, author: fatma }])
  expect(cut.map(({ inline, author, isStart }) => [inline, author?.name, isStart])).toEqual([
    [{ type: 'text', text: 'Va' }, undefined, false],
    [{ type: 'text', text: 'n ' }, 'Fatma', true],
    [{ type: 'field', attrs: { name: 'start_date' } }, 'Fatma', false],
    [{ type: 'text', text: ' af', marks: [{ type: 'bold' }] }, 'Fatma', false],
    [{ type: 'text', text: ' aan.', marks: [{ type: 'bold' }] }, undefined, false],
  ])
})

test('who has no party is called by name alone', () => {
  expect(fullNameOf(fatma)).toBe('Fatma, De Brug')
  expect(fullNameOf({ ...fatma, party: null })).toBe('Fatma')
})
