import { expect, test } from 'vitest'
import { directionOf } from '../../../../client/screens/agreement/preview/direction.ts'

test.each([
  ['Stichting Moeders van de Haven', undefined],
  ['', undefined],
  ['€ 1.250,00', undefined],
  ['ملخص بالعربية', 'rtl'],
  ['סיכום', 'rtl'],
  ['جمعية الأمهات en de gemeente Weidehaven werken samen in de wijk', undefined],
  ['اتفاقية التعاون بين الأطراف (Handslag)', 'rtl'],
])('“%s” is written %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
