import { expect, test } from 'vitest'
import type { ListedAgreement } from '../../../../client/connection/index.ts'
import {
  filterAgreements,
  type Shown,
  statusesIn,
} from '../../../../client/screens/start/filter-agreements.ts'

const CALM = { waiting: 0, absentParties: [], emptyFacts: 0, toSolve: 0 }
const listed = (id: string, more: Partial<ListedAgreement>): ListedAgreement => ({
  id,
  title: id,
  partyNames: [],
  status: 'draft',
  updatedAt: null,
  readable: true,
  deletesAt: null,
  role: 'facilitator',
  archived: false,
  attention: CALM,
  canOpen: true,
  ...more,
})

const ALL = [
  listed('a', { title: 'Samen dichtbij', partyNames: ['Gemeente Weidehaven', 'Stichting Coördinatie'] }),
  listed('b', { title: 'Samen sterk', status: 'agreed', attention: { ...CALM, waiting: 1 } }),
  listed('d', { title: 'Op tijd', attention: { ...CALM, toSolve: 1 } }),
  listed('c', { title: 'Vroeger', archived: true, attention: { ...CALM, emptyFacts: 3 } }),
]
const found = (shown: Shown, search = '') => filterAgreements(ALL, shown, search).map(({ id }) => id)

test('what was put away stands apart, and needs no attention any more', () => {
  expect(found('current')).toEqual(['a', 'b', 'd'])
  expect(found('archive')).toEqual(['c'])
  expect(found('attention')).toEqual(['b', 'd'])
  expect(found('status:agreed')).toEqual(['b'])
})

test('a search finds every word in title or parties, in any order, whatever accents and capitals', () => {
  expect(found('current', 'samen')).toEqual(['a', 'b'])
  expect(found('current', 'coordinatie SAMEN')).toEqual(['a'])
  expect(found('current', 'samen vroeger')).toEqual([])
  expect(found('current', '  ')).toEqual(['a', 'b', 'd'])
})

test('statuses are those of what is going on, each once', () => {
  expect(statusesIn([...ALL, ...ALL])).toEqual(['draft', 'agreed'])
})
