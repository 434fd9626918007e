import { expect, test } from 'vitest'
import { isOwnOrigin } from '../../../server/access/origin.ts'

const asked = (origin: string | undefined, hostHeader = '127.0.0.1:4870', publicUrl: string | null = null) =>
  isOwnOrigin({ origin, hostHeader, publicUrl })

test('a request from the page the server gave is ours', () => {
  expect(asked('http://127.0.0.1:4870')).toBe(true)
  expect(asked('https://handslag.example', 'handslag.internal', 'https://handslag.example')).toBe(true)
})

test('a request without an origin comes from no page', () => {
  expect(asked(undefined)).toBe(true)
})

test.each([
  'http://127.0.0.1:4871',
  'http://evil.example',
  'https://127.0.0.1.evil.example:4870',
  'null',
  '',
])('a request from %j is not ours', (origin) => {
  expect(asked(origin)).toBe(false)
})
