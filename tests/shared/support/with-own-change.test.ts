import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withOwnChange, withTyped } from '../../../shared/support/with-own-change.ts'

test.each([
  ['two begin in an empty text', '', 'Jaar', 'Plan', 'JaarPlan'],
  ['one writes before, the other behind', 'plan', 'jaarplan', 'plan 2027', 'jaarplan 2027'],
  ['the other before, one behind', 'plan', 'plan 2027', 'jaarplan', 'jaarplan 2027'],
  ['the other on both sides', 'plan', 'plannen', 'jaarplan 2027', 'jaarplannen 2027'],
  ['one takes out a word, the other writes on', 'het oude plan', 'het plan', 'het oude plan B', 'het plan B'],
  ['the other takes out a word before it', 'het oude plan', 'het oude plan B', 'het plan', 'het plan B'],
  ['the other wrote in what is taken out', 'het oude plan', 'het plan', 'het oudere plan', 'het replan'],
  ['only one changed it', 'plan', 'plan B', 'plan', 'plan B'],
  ['only the other did', 'plan', 'plan', 'plan B', 'plan B'],
  ['signs of two code units', '😀', '😀😁', '😁😀', '😁😀😁'],
])('%s', (_, was, own, other, both) => {
  expect(withOwnChange(was, own, other)).toBe(both)
})

test.each([
  ['both wrote a word anew', 'maandelijks', 'elke week', 'per kwartaal'],
  ['it was made in a word that the other took out', 'het oude plan', 'het oudere plan', 'het plan'],
  ['the other emptied the text', 'plan', 'plan B', ''],
])('%s: nobody can say what is meant', (_, was, own, other) => {
  expect(withOwnChange(was, own, other)).toBeNull()
})

test('what two put in is there, and what stood there stays, wherever they put it', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 })
  fc.assert(
    fc.property(letters, fc.nat(6), fc.nat(6), (was, at, there) => {
      const [here, elsewhere] = [Math.min(at, was.length), Math.min(there, was.length)]
      const put = (sign: string, place: number) => was.slice(0, place) + sign + was.slice(place)
      const both = withOwnChange(was, put('X', here), put('Y', elsewhere)) ?? ''
      expect(both.replace('X', '')).toBe(put('Y', elsewhere))
      expect(both.replace('Y', '')).toBe(put('X', here))
    }),
  )
})

test.each([
  ['nothing is new', 'plan', 'plan B', 'plan', 'plan B'],
  ['another wrote behind a sign that is composed', 'ni', '你', 'ni Plan', '你 Plan'],
  ['another answered what was emptied', '', 'J', 'Elke week', 'JElke week'],
  ['another emptied it', 'plan', 'plan B', '', ' B'],
  [
    'another wrote anew what is replaced',
    'maandelijks',
    'elke week',
    'per kwartaal',
    'per kwartaalelke week',
  ],
])('of what is typed and what another wrote unseen nothing goes: %s', (_, shown, typed, now, both) => {
  expect(withTyped(shown, typed, now)).toBe(both)
})
