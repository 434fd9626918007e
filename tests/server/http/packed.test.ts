import { expect, test } from 'vitest'
import { unpacks } from '../../../server/http/packed.ts'

test.each([
  [undefined, false],
  ['', false],
  ['identity', false],
  ['br', false],
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['x-gzip', false],
  [['br', 'gzip'], true],
])('%j takes gzip: %s', (header, takes) => {
  expect(unpacks(header)).toBe(takes)
})
