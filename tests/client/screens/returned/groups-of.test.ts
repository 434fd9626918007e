import { expect, test } from 'vitest'
import {
  countsOf,
  groupsOf,
  isFree,
  isOpen,
  whereBelow,
} from '../../../../client/screens/returned/groups-of.ts'
import type { FoundChange } from '../../../../shared/protocol/endpoints-returns.ts'

const change = (id: string, place: string | null, over: Partial<FoundChange> = {}): FoundChange => ({
  ...{ id, place, where: '', hands: [], was: 'a', file: 'b', here: 'a', meanwhile: 'unchanged' },
  what: { kind: 'comment', quote: '', text: 'x', threadId: null },
  decision: null,
  ...over,
})
const words: FoundChange['what'] = { kind: 'words', articleId: 'a', index: 0, seen: 'a', edits: [] }

test('changes stand by article in the order of the agreement, then those that are in none or in one that is gone; what is so already stands apart', () => {
  const changes = [
    change('1', null),
    change('2', 'b'),
    change('3', 'gone'),
    change('4', 'a'),
    change('5', 'b'),
    change('6', 'a', { meanwhile: 'already-so' }),
  ]
  const groups = groupsOf(changes, ['a', 'b', 'c'])
  expect(groups.map(({ place, changes: found }) => [place, found.map(({ id }) => id)])).toEqual([
    ['a', ['4']],
    ['b', ['2', '5']],
    [null, ['1', '3']],
  ])
})

test('chosen beforehand is what can be taken over as it is: no conflict, no remark, nothing that was decided or is so already', () => {
  const free = change('1', 'a', { what: words })
  expect(isFree(free)).toBe(true)
  const others = [
    change('2', 'a', { what: words, meanwhile: 'changed' }),
    change('3', 'a', { what: words, meanwhile: 'gone' }),
    change('4', 'a', { what: { kind: 'remark' } }),
    change('5', 'a', { meanwhile: 'already-so' }),
    change('6', 'a', { decision: { outcome: 'leave', at: null } }),
  ]
  expect(others.filter(isFree)).toEqual([])
  expect(others.filter(isOpen).map(({ id }) => id)).toEqual(['2', '3', '4'])
  expect(countsOf([free, ...others.slice(0, 3)])).toEqual({ proposals: 3, comments: 1 })
})

test('under the heading of its article a change is told by what is left of its place, under another one by all of it', () => {
  expect(whereBelow('Artikel 2: Doel en resultaten · doel', 'Doel en resultaten')).toBe('doel')
  expect(whereBelow('Artikel 2: Doel en resultaten', 'Doel en resultaten')).toBe('')
  expect(whereBelow('Artikel 2: Doel en resultaten', 'Doel')).toBe('Artikel 2: Doel en resultaten')
  expect(whereBelow('Artikel 2 · doel', '')).toBe('Artikel 2 · doel')
})
