import { describe, expect, test } from 'vitest'
import type { OutlineEntry } from '../../../../client/screens/agreement/overview-of.ts'
import { isInView } from '../../../../client/screens/meeting/bring-in-view.ts'
import { goesOwnWay } from '../../../../client/screens/meeting/own-scroll.ts'
import { presentedIn } from '../../../../client/screens/meeting/presented.ts'
import { articleInAddress, screenAddress } from '../../../../client/screens/meeting/screen-address.ts'

const entry = (id: string): OutlineEntry => ({
  id,
  kind: 'article',
  key: null,
  number: null,
  heading: id,
  toFill: 0,
})
const person = (personId: string, presents: string | null) => ({
  ...{ personId, presents, name: personId, partyId: null },
  ...{ role: 'facilitator', place: null },
})
const entries = [entry('a1'), entry('a2')]

describe('what is shown', () => {
  test('is that of the first who shows something, and of the one who is followed when there are two', () => {
    const people = [person('anneke', null), person('bram', 'a1'), person('carla', 'a2')]
    expect(presentedIn(people, entries, null)?.entry.id).toBe('a1')
    expect(presentedIn(people, entries, 'carla')?.entry.id).toBe('a2')
    expect(presentedIn(people, entries, 'anneke')?.entry.id).toBe('a1')
  })

  test('is nothing when the article is not in the text', () => {
    expect(presentedIn([person('bram', 'a9')], entries, null)).toBeNull()
  })
})

describe('the page scrolls for who follows', () => {
  test.each([
    ['an article that is below the screen', { top: 900, bottom: 1500 }, false],
    ['an article that is above it', { top: -900, bottom: 60 }, false],
    ['an article under the bar', { top: -300, bottom: 100 }, false],
    ['an article of which a sliver is seen below', { top: 700, bottom: 1500 }, false],
    ['a short article that is seen in full', { top: 650, bottom: 780 }, true],
    ['a long article in the middle of which one reads', { top: -900, bottom: 2000 }, true],
    ['an article that begins half-way', { top: 400, bottom: 2000 }, true],
  ])('%s', (_, part, seen) => {
    expect(isInView(part, 800)).toBe(seen)
  })
})

describe('who follows goes their own way', () => {
  const key = (name: string, where = {}) => ({
    ...{ key: name, isTyping: false, isOnControl: false, isInDialog: false },
    ...where,
  })
  test.each([
    ['by a key that scrolls', key('PageDown'), true],
    ['not by the key to the next control', key('Tab'), false],
    ['not by the space that presses a button', key(' ', { isOnControl: true }), false],
    ['by writing', key('a', { isTyping: true }), true],
    ['not by a letter that does nothing', key('a'), false],
    ['by Escape', key('Escape'), true],
    ['not by the Escape that closes a dialog', key('Escape', { isInDialog: true }), false],
  ])('%s', (_, pressed, own) => {
    expect(goesOwnWay(pressed)).toBe(own)
  })
})

test('the address of a screen names the article to begin with, and reading it gives that back', () => {
  expect(screenAddress('a b', 'scherm')).toBe('/agreements/a%20b/scherm')
  const { hash } = new URL(screenAddress('a b', 'scherm', 'x/y z'), 'http://here')
  expect(articleInAddress(hash)).toBe('x/y z')
  expect(articleInAddress('#%E0%A4%A')).toBeNull()
  expect(articleInAddress('#content')).toBeNull()
})
