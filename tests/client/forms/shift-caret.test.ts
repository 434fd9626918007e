import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBetween, shiftCaret } from '../../../client/forms/shift-caret.ts'

/** The text with `|` taken out, and where it stood. */
function caretIn(text: string): { text: string; caret: number } {
  return { text: text.replace('|', ''), caret: text.indexOf('|') }
}

describe("somebody else's words come in", () => {
  test.each([
    ['before the caret: it goes along', 'een drie|', 'een twee drie|'],
    ['behind the caret: it stays', 'een| drie', 'een| twee drie'],
    ['around the caret: it stands behind the new words', 'een tw|ee drie', 'een vijf| drie'],
  ])('%s', (_what, before, after) => {
    const from = caretIn(before)
    const to = caretIn(after)
    const change = changeBetween(from.text, to.text)
    expect(change && shiftCaret(from.caret, change)).toBe(to.caret)
  })
})

test('the change between two texts makes the one of the other', () => {
  const text = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, next) => {
      const change = changeBetween(before, next)
      const made =
        change === null
          ? before
          : before.slice(0, change.index) + change.insert + before.slice(change.index + change.remove)
      expect(made).toBe(next)
    }),
  )
})

test('a caret never leaves the text', () => {
  const text = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(12), (before, next, at) => {
      const change = changeBetween(before, next)
      if (change === null) return
      const caret = shiftCaret(Math.min(at, before.length), change)
      expect(caret).toBeGreaterThanOrEqual(0)
      expect(caret).toBeLessThanOrEqual(next.length)
    }),
  )
})
