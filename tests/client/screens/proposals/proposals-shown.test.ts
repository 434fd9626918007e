import { expect, test } from 'vitest'
import { hasChoice, proposalsShown } from '../../../../client/screens/proposals/proposals-shown.ts'

const open = [
  { id: 'theirs', mayDecide: true, mayWithdraw: false },
  { id: 'own', mayDecide: false, mayWithdraw: true },
  { id: 'colleague', mayDecide: false, mayWithdraw: false },
]
const ids = (shown: 'all' | 'toDecide' | 'own') => proposalsShown(open, shown).map(({ id }) => id)

test('of many proposals one sees all, those to decide on, or the own ones', () => {
  expect(ids('all')).toEqual(['theirs', 'own', 'colleague'])
  expect(ids('toDecide')).toEqual(['theirs'])
  expect(ids('own')).toEqual(['own'])
})

test('with few proposals there is nothing to choose, unless somebody chose when there were more', () => {
  expect(hasChoice(open, 'all')).toBe(false)
  expect(hasChoice([...open, ...open, ...open], 'all')).toBe(true)
  expect(hasChoice(open, 'own')).toBe(true)
})
