import { describe, expect, test } from 'vitest'
import { en } from '../../../client/text/en.ts'
import { readLanguage } from '../../../client/text/language.ts'
import { nl } from '../../../client/text/nl.ts'

type Leaf = { path: string; value: unknown }

function leaves(table: object, path = ''): Leaf[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    return typeof value === 'object' && value !== null ? leaves(value, here) : [{ path: here, value }]
  })
}

/** The words of a leaf; a sentence with blanks is filled with a number or a name. */
function words({ value }: Leaf): string {
  if (typeof value === 'function') return String(value(...Array(value.length).fill(2)))
  return String(value)
}

const tables = [
  ['Dutch', leaves(nl)],
  ['English', leaves(en)],
] as const

test('both languages have the same keys, in the same order', () => {
  expect(leaves(en).map(({ path }) => path)).toEqual(leaves(nl).map(({ path }) => path))
})

test('a sentence with blanks has as many of them in both languages', () => {
  const blanks = (table: object) =>
    leaves(table).map(({ path, value }) => [path, typeof value === 'function' ? value.length : null])
  expect(blanks(en)).toEqual(blanks(nl))
})

describe.each(tables)('in %s', (_, table) => {
  test('every key has words', () => {
    expect(table.filter((leaf) => words(leaf).trim() === '')).toEqual([])
  })

  test('no word stands in two lines and no line ends in a blank', () => {
    expect(table.filter((leaf) => /^\s|\s$|\s{2}|undefined|NaN/.test(words(leaf)))).toEqual([])
  })
})

test('Dutch avoids the words that keep people out', () => {
  const hard = /\b(sessie|token|synchronis\w+|sectie|workflow|server-?fout|error|login|uitlog\w*)\b/i
  expect(leaves(nl).filter((leaf) => hard.test(words(leaf)))).toEqual([])
})

test('Dutch says u, not je', () => {
  const familiar = /\b(je|jij|jouw|jullie)\b/i
  expect(leaves(nl).filter((leaf) => familiar.test(words(leaf)))).toEqual([])
})

test('Dutch has one word for putting on paper: afdrukken', () => {
  const other = /\bprint|\bdruk\w*\b.*\baf\b/i
  expect(leaves(nl).filter((leaf) => other.test(words(leaf)))).toEqual([])
})

test('an unknown or missing choice of language gives Dutch', () => {
  expect(readLanguage('en')).toBe('en')
  expect(readLanguage('nl')).toBe('nl')
  expect(readLanguage('de')).toBe('nl')
  expect(readLanguage(null)).toBe('nl')
})
