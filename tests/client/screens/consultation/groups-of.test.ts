import { expect, test } from 'vitest'
import { groupsOf } from '../../../../client/screens/consultation/groups-of.ts'

const remark = (id: string, sectionId: string | null, heading = '') => ({
  id,
  sectionId,
  heading,
  text: `Over ${id}`,
  at: '2026-11-26T12:00:00.000Z',
  roundId: 'r1',
})
const entry = (id: string, number: string) => ({
  id,
  kind: 'article' as const,
  key: null,
  number,
  heading: `Kop ${id}`,
  toFill: 0,
})

test('remarks stand in the order of the text; then what is gone, by what it was called; then the whole', () => {
  const remarks = [
    remark('1', null),
    remark('2', 'b'),
    remark('3', 'gone', 'Artikel 9 Weg'),
    remark('4', 'a'),
    remark('5', 'b'),
  ]
  const groups = groupsOf(remarks, [entry('a', '1'), entry('b', '2'), entry('c', '3')])
  expect(groups.map(({ heading, isHere }) => [heading, isHere])).toEqual([
    ['1. Kop a', true],
    ['2. Kop b', true],
    ['Artikel 9 Weg', false],
    [null, true],
  ])
  expect(groups.map((group) => group.remarks.map(({ id }) => id))).toEqual([['4'], ['2', '5'], ['3'], ['1']])
})
