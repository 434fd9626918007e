import { expect, test } from 'vitest'
import { createTabWay, type TabWay } from '../../../client/editor/tab-way.ts'

/** Keys that go down and up in the text; gives for each whether it leads on over the page. */
function press(way: TabWay, ...keys: string[]): boolean[] {
  return keys.map((key) => {
    const leads = way.down({ key, repeat: false })
    if (!leads) way.up({ key, repeat: false })
    return leads
  })
}

/** Somebody comes with Tab: it went down elsewhere. */
function arrive(): TabWay {
  const way = createTabWay()
  way.up({ key: 'Tab', repeat: false })
  return way
}

test('whoever comes with Tab goes on with Tab, forward and back, so that passing changes nothing', () => {
  expect(press(arrive(), 'Tab')).toEqual([true])
  expect(press(arrive(), 'Shift', 'Tab')).toEqual([false, true])
})

test('whoever wrote, moved the caret or pressed in the text since they came has Tab for the text', () => {
  expect(press(arrive(), 'a', 'Tab', 'Tab')).toEqual([false, false, false])
  expect(press(arrive(), 'ArrowDown', 'Tab')).toEqual([false, false])
  const way = arrive()
  way.pressed()
  expect(press(way, 'Tab')).toEqual([false])
})

test('Escape and then Tab goes on after writing, and back with Shift', () => {
  expect(press(arrive(), 'a', 'Escape', 'Tab')).toEqual([false, false, true])
  expect(press(arrive(), 'a', 'Escape', 'Shift', 'Tab')).toEqual([false, false, false, true])
})

test('a Tab that is held down passes too, and one that began in the text stays there', () => {
  const way = createTabWay()
  expect(way.down({ key: 'Tab', repeat: true })).toBe(true)
  const writing = createTabWay()
  expect([false, true].map((repeat) => writing.down({ key: 'Tab', repeat }))).toEqual([false, false])
})

test('a Tab that led out of the text does not hinder whoever comes back', () => {
  const way = createTabWay()
  way.down({ key: 'Tab', repeat: false })
  way.left()
  way.up({ key: 'Tab', repeat: false })
  expect(press(way, 'Tab')).toEqual([true])
})
