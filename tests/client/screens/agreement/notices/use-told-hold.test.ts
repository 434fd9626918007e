import { expect, test } from 'vitest'
import { toldOf, type Writing } from '../../../../../client/screens/agreement/notices/use-told-hold.ts'

test.each<[Writing, Writing, string]>([
  ['writes', 'fixed', 'fixed'],
  ['reads', 'archived', 'archived'],
  ['archived', 'fixed', 'fixed'],
  ['fixed', 'writes', 'over'],
  ['fixed', 'reads', 'over'],
  ['reads', 'writes', 'may-write'],
  ['writes', 'reads', 'may-not-write'],
])('who was at %s and is now at %s is told: %s', (before, now, told) => {
  expect(toldOf(before, now)).toBe(told)
})
