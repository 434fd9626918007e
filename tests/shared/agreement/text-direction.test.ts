import { expect, test } from 'vitest'
import { textDirection } from '../../../shared/agreement/text-direction.ts'

test.each(['ar', 'ar-MA', 'fa', 'prs', 'ps', 'ur', 'he', 'ku-Arab'])('%s runs from right to left', (tag) => {
  expect(textDirection(tag)).toBe('rtl')
})

test.each([null, '', 'nl', 'tr', 'ti', 'am', 'ku', 'ar-Latn', 'zh'])('%s runs from left to right', (tag) => {
  expect(textDirection(tag)).toBe('ltr')
})
