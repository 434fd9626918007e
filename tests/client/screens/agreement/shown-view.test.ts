import { expect, test } from 'vitest'
import { shownView } from '../../../../client/screens/agreement/shown-view.ts'

test.each([
  [false, 'paper', 'paper'],
  [false, 'preview', 'preview'],
  [true, 'paper', 'preview'],
  [true, 'preview', 'preview'],
] as const)('with an older schema: %s, asked for %s, the %s is shown', (older, asked, shown) => {
  expect(shownView({ older }, asked)).toBe(shown)
})
