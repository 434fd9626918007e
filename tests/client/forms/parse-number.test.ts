import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoney, parseNumber } from '../../../client/forms/parse-number.ts'
import { scalarForm } from '../../../client/forms/scalar-forms.ts'

test.each([
  ['€ 1.250,00', 1250],
  ['1.250', 1250],
  ['1250,5', 1250.5],
  ['1250.50', 1250.5],
  ['1250.5', 1250.5],
  ['€1250,-', 1250],
  ['1 250,00', 1250],
  ['1.000.000', 1_000_000],
  ['EUR 12', 12],
  ['12 euro', 12],
  ['0', 0],
])('"%s" is the amount %d', (typed, amount) => {
  expect(parseMoney(typed)).toEqual({ ok: true, value: amount })
})

test.each([
  ['veel', 'money'],
  ['12,345', 'tooManyDecimals'],
  ['1.25.0', 'money'],
  ['-5', 'money'],
  ['1e5', 'money'],
  ['9999999999999999', 'tooLarge'],
])('"%s" is no amount: %s', (typed, reason) => {
  expect(parseMoney(typed)).toEqual({ ok: false, reason })
})

test('a whole number takes no decimals, an empty one is not answered', () => {
  expect(parseNumber('3', 0)).toEqual({ ok: true, value: 3 })
  expect(parseNumber('3,5', 0)).toEqual({ ok: false, reason: 'wholeNumber' })
  expect(parseNumber('', 0)).toEqual({ ok: true, value: null })
})

test('every amount is read back from how it is shown on the paper and in the field', () => {
  const form = scalarForm({ name: 'money' })
  if (form === null) throw new RangeError('money is typed')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
      const amount = cents / 100
      expect(form.parse(form.format(amount))).toEqual({ ok: true, value: amount })
      expect(form.parse(form.formatForEditing(amount))).toEqual({ ok: true, value: amount })
    }),
  )
})
