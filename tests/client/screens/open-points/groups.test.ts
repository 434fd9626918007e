import { expect, test } from 'vitest'
import { byArticle, byOwner } from '../../../../client/screens/open-points/groups.ts'
import type { OpenPoint } from '../../../../shared/protocol/endpoints-open-points.ts'

const point = (id: string, change: Partial<OpenPoint> = {}): OpenPoint => ({
  ...{ id, sectionId: null, heading: '', text: id, owner: null, ownerName: null, due: null, done: null },
  ...{ madeBy: 'x', madeByName: 'Petra', madeAt: '2026-11-26T12:00:00.000Z' },
  ...change,
})
const WORDS = { whole: 'Hele overeenkomst', gone: (heading: string) => `${heading} (weggehaald)` }

test('points stand by the order of the articles, the whole first and what is gone last, and no article without points', () => {
  const names = new Map([
    ['a', 'Artikel 1'],
    ['b', 'Artikel 2'],
    ['c', 'Artikel 3'],
  ])
  const groups = byArticle(
    [
      point('1', { sectionId: 'weg', heading: 'Artikel 9' }),
      point('2', { sectionId: 'c' }),
      point('3', { sectionId: 'a' }),
      point('4'),
      point('5', { sectionId: 'c' }),
    ],
    names,
    WORDS,
  )
  expect(groups.map(({ name, points }) => [name, points.map(({ id }) => id)])).toEqual([
    ['Hele overeenkomst', ['4']],
    ['Artikel 1', ['3']],
    ['Artikel 3', ['2', '5']],
    ['Artikel 9 (weggehaald)', ['1']],
  ])
})

test('points stand by who does them in the order of the choices, and who is gone keeps a group of their own', () => {
  const groups = byOwner(
    [
      point('1', { owner: { kind: 'person', personId: 'gone' }, ownerName: 'Samira' }),
      point('2', { owner: { kind: 'party', partyId: 'p' } }),
      point('3'),
    ],
    [
      { key: 'nobody', label: 'nog niemand' },
      { key: 'party:p', label: 'Gemeente' },
      { key: 'person:f', label: 'Fatima' },
    ],
    ({ ownerName }) => ownerName ?? '',
  )
  expect(groups.map(({ name, points }) => [name, points.map(({ id }) => id)])).toEqual([
    ['nog niemand', ['3']],
    ['Gemeente', ['2']],
    ['Samira', ['1']],
  ])
})
