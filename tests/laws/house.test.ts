import { expect, test } from 'vitest'

test('the tests run on the Node that package.json pins', () => {
  expect(process.versions.node).toMatch(/^26\./)
})
