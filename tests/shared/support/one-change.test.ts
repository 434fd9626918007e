import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneChange } from '../../../shared/support/one-change.ts'

const applied = (was: string, { index, remove, insert }: ReturnType<typeof oneChange>) =>
  was.slice(0, index) + insert + was.slice(index + remove)

test.each([
  ['a letter typed before the same letter', 'op tijd', 'op ttijd', 4, { index: 3, remove: 0, insert: 't' }],
  ['a letter typed behind the same letter', 'op tijd', 'op ttijd', 5, { index: 4, remove: 0, insert: 't' }],
  ['the first of two same letters taken out', 'zee', 'ze', 1, { index: 1, remove: 1, insert: '' }],
  ['the second of two same letters taken out', 'zee', 'ze', 2, { index: 2, remove: 1, insert: '' }],
  ['words replaced', 'een twee drie', 'een vier drie', 8, { index: 4, remove: 4, insert: 'vier' }],
  [
    'a change elsewhere than at the caret',
    'een twee drie',
    'een drie',
    8,
    { index: 4, remove: 5, insert: '' },
  ],
  ['nothing', 'een', 'een', 2, { index: 2, remove: 0, insert: '' }],
  ['a half of a sign that stays', '😀', '😁', 2, { index: 0, remove: 2, insert: '😁' }],
  ['a sign behind one that begins alike', '😀', '😀😁', 4, { index: 2, remove: 0, insert: '😁' }],
])('%s', (_, was, now, caret, change) => {
  expect(oneChange(was, now, caret)).toEqual(change)
})

const sign = fc.constantFrom('a', 'b', '😀', '😁')
const text = fc.array(sign, { maxLength: 8 })

test('whatever the texts and wherever the caret: the change makes the one of the other, in whole characters', () => {
  fc.assert(
    fc.property(text, text, fc.option(fc.nat(20)), (one, other, caret) => {
      const [was, now] = [one.join(''), other.join('')]
      const change = oneChange(was, now, caret)
      expect(applied(was, change)).toBe(now)
      for (const part of [was.slice(0, change.index), change.insert, was.slice(change.index + change.remove)])
        expect(part.isWellFormed()).toBe(true)
    }),
  )
})

test('what is typed somewhere is what came, whatever stands there', () => {
  fc.assert(
    fc.property(text, text, text, (before, typed, behind) => {
      const [start, middle, end] = [before, typed, behind].map((signs) => signs.join(''))
      const caret = `${start}${middle}`.length
      const { insert, remove } = oneChange(`${start}${end}`, `${start}${middle}${end}`, caret)
      expect([insert, remove]).toEqual([middle, 0])
    }),
  )
})
