import { expect, test } from 'vitest'
import { languageOf } from '../../../server/http/texts/language.ts'

test.each([
  [undefined, 'nl'],
  ['', 'nl'],
  ['nl', 'nl'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['nl-BE, en;q=0.8', 'nl'],
  ['en;q=0.3, nl;q=0.4', 'nl'],
  ['fr, en;q=0.2', 'en'],
  ['*', 'nl'],
  ['en;q=zero', 'nl'],
])('%j asks for %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
