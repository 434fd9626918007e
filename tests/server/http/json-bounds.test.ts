import { expect, test } from 'vitest'
import { beyondBounds } from '../../../server/http/json-bounds.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['forty levels', nested(40), null],
  ['forty-one levels', nested(41), 'too_deep'],
  ['objects inside lists without end', '{"a":['.repeat(100_000), 'too_deep'],
  ['a hundred thousand lists', `[${'[],'.repeat(99_998)}[]]`, null],
  ['one list more', `[${'[],'.repeat(100_000)}[]]`, 'too_many'],
  ['brackets in a text', JSON.stringify('[{'.repeat(200_000)), null],
  ['quotes and backslashes in a text', JSON.stringify({ text: `\\"${'['.repeat(100)}"\\` }), null],
  ['a text that never ends', `"${'['.repeat(100)}`, null],
  ['closing without opening', `${']'.repeat(100)}${nested(3)}`, null],
])('%s', (_, json, reason) => {
  expect(beyondBounds(json)?.reason ?? null).toBe(reason)
})
