import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftCaret } from '../../../client/forms/shift-caret.ts'

/** The text with `|` taken out, and where it stood. */
function caretIn(text: string): { text: string; caret: number } {
  return { text: text.replace('|', ''), caret: text.indexOf('|') }
}

describe("somebody else's words come in", () => {
  test.each([
    ['before the caret: it goes along', 'een drie|', 'een twee drie|'],
    ['behind the caret: it stays', 'een| drie', 'een| twee drie'],
    ['before and behind the caret at once: it stays between them', 'het| plan', 'Nu het| plan B'],
    ['around the caret: it stands behind the new words', 'een tw|ee drie', 'een vijf| drie'],
  ])('%s', (_what, before, after) => {
    const from = caretIn(before)
    const to = caretIn(after)
    expect(shiftCaret(from.caret, from.text, to.text)).toBe(to.caret)
  })
})

test('a caret never leaves the text', () => {
  const text = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(12), (before, next, at) => {
      const caret = shiftCaret(Math.min(at, before.length), before, next)
      expect(caret).toBeGreaterThanOrEqual(0)
      expect(caret).toBeLessThanOrEqual(next.length)
    }),
  )
})
