import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords, likeness } from '../../../shared/support/word-diff.ts'

const shown = (was: string, now: string) =>
  diffWords(was, now)
    .map(({ state, text }) => (state === 'same' ? text : state === 'gone' ? `[-${text}]` : `[+${text}]`))
    .join('')

describe('two texts compared word by word', () => {
  test.each([
    ['Wij praten.', 'Wij praten.', 'Wij praten.'],
    ['Wij praten elke week.', 'Wij praten elke maand.', 'Wij praten elke [-week][+maand].'],
    ['Wij praten.', 'Wij praten en luisteren.', 'Wij praten[+ en luisteren].'],
    ['Wij praten en luisteren.', 'Wij luisteren.', 'Wij [-praten en ]luisteren.'],
    ['Een oude zin hier.', 'Een heel andere hier.', 'Een [-oude zin][+heel andere] hier.'],
    ['', 'Nieuw.', '[+Nieuw.]'],
  ])('“%s” became “%s”', (was, now, expected) => {
    expect(shown(was, now)).toBe(expected)
  })

  test('what stayed and what went is the first text, what stayed and what came the second', () => {
    const sentence = fc.array(fc.constantFrom('wij', 'zij', ' ', '  ', '.', 'é', '😀'), { maxLength: 30 })
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const [was, now] = [before.join(''), after.join('')]
        const parts = diffWords(was, now)
        const without = (state: string) =>
          parts
            .filter((part) => part.state !== state)
            .map(({ text }) => text)
            .join('')
        expect(without('came')).toBe(was)
        expect(without('gone')).toBe(now)
      }),
    )
  })

  test('texts too large to compare while somebody waits are taken as wholly different', () => {
    const long = (word: string) => `${word} `.repeat(1100)
    expect(diffWords(long('wij'), long('zij')).map(({ state }) => state)).toContain('gone')
  })
})

test('likeness counts shared words', () => {
  expect(likeness('wij praten samen', 'wij praten samen')).toBe(1)
  expect(likeness('wij praten samen nu', 'wij praten vaak nu')).toBe(0.75)
  expect(likeness('een', 'twee')).toBe(0)
})
