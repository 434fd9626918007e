import { expect, test } from 'vitest'
import {
  type OpenPointWords,
  openPointsOutline,
  type PointOnPaper,
} from '../../../shared/outline/open-points-outline.ts'
import { type Outline, plainText } from '../../../shared/outline/outline.ts'

const WORDS: OpenPointWords = {
  title: 'Open punten',
  agreement: 'Overeenkomst',
  date: 'Stand van',
  open: 'Nog open',
  done: 'Klaar',
  columns: { article: 'Waar', what: 'Wat', who: 'Wie', when: 'Wanneer' },
  noneOpen: 'Er staat niets meer open.',
  whole: 'Hele overeenkomst',
  gone: (heading) => `${heading} (weggehaald)`,
  nobody: 'nog niemand',
  noDay: 'nog geen datum',
  formatDay: (day) => `op ${day}`,
  page: 'Pagina',
  pageOf: 'van',
}
const NAMES = new Map([
  ['a1', 'Artikel 1 Partijen'],
  ['a2', 'Artikel 2 Doel'],
])

const point = (id: string, change: Partial<PointOnPaper> = {}): PointOnPaper => ({
  id,
  sectionId: 'a1',
  heading: 'Artikel 9 Oud',
  text: `tekst ${id}`,
  who: '',
  due: null,
  isDone: false,
  ...change,
})
const draw = (points: readonly PointOnPaper[]) =>
  openPointsOutline(points, { title: 'Samen', names: NAMES, today: '2026-11-26', language: 'nl' }, WORDS)
function rowsOf(outline: Outline, section: number): string[][] {
  const table = outline.sections[section]?.content[0]
  return table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map(plainText)) : []
}

test('open points stand by the order of the articles and then by day, the whole first and what is gone last', () => {
  const outline = draw([
    point('late', { due: '2027-03-01' }),
    point('gone', { sectionId: 'weg' }),
    point('other', { sectionId: 'a2', who: 'Fatima' }),
    point('early', { due: '2027-02-01' }),
    point('none'),
    point('whole', { sectionId: null }),
  ])
  expect(rowsOf(outline, 0)).toEqual([
    ['Hele overeenkomst', 'tekst whole', 'nog niemand', 'nog geen datum'],
    ['Artikel 1 Partijen', 'tekst early', 'nog niemand', 'op 2027-02-01'],
    ['Artikel 1 Partijen', 'tekst late', 'nog niemand', 'op 2027-03-01'],
    ['Artikel 1 Partijen', 'tekst none', 'nog niemand', 'nog geen datum'],
    ['Artikel 2 Doel', 'tekst other', 'Fatima', 'nog geen datum'],
    ['Artikel 9 Oud (weggehaald)', 'tekst gone', 'nog niemand', 'nog geen datum'],
  ])
  expect(outline.sections).toHaveLength(1)
  expect(outline.titlePage.facts).toEqual([
    { label: 'Overeenkomst', value: 'Samen' },
    { label: 'Stand van', value: 'op 2026-11-26' },
  ])
})

test('what is done stands apart after what is open, each with its count', () => {
  const outline = draw([point('a', { isDone: true }), point('b')])
  expect(outline.sections.map(({ heading }) => heading)).toEqual(['Nog open (1)', 'Klaar (1)'])
  expect(rowsOf(outline, 1)).toEqual([['Artikel 1 Partijen', 'tekst a', 'nog niemand', 'nog geen datum']])
})

test('a text of several lines keeps them in its cell', () => {
  expect(rowsOf(draw([point('a', { text: 'een\ntwee' })]), 0)[0]?.[1]).toBe('een\ntwee')
})

test('without a point the page says so', () => {
  const table = draw([]).sections[0]?.content[0]
  expect(table).toMatchObject({ rows: [], emptyText: 'Er staat niets meer open.' })
})
