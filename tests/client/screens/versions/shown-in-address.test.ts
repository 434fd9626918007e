import { expect, test } from 'vitest'
import {
  hashOf,
  LIST,
  NOW,
  readShown,
  type Shown,
} from '../../../../client/screens/versions/shown-in-address.ts'

test('an address leads back to exactly what was shown', () => {
  const all: Shown[] = [
    LIST,
    { view: 'look', id: 'a/b-_1' },
    { view: 'compare', from: '-a', to: NOW },
    { view: 'compare', from: 'a', to: 'b#c' },
  ]
  for (const shown of all) expect(readShown(hashOf(shown))).toEqual(shown)
})

test('a place in the page is nothing to show, and neither is half an address', () => {
  for (const hash of ['#content', '#vergelijk', '#bekijk/', '#vergelijk/a/', '#%E0%A4%A'])
    expect(readShown(hash)).toBeNull()
  expect(readShown('#vergelijk/a')).toEqual({ view: 'compare', from: 'a', to: NOW })
})
