import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../shared/support/sha256.ts'

const byNode = (text: string) => createHash('sha256').update(text).digest('hex')

test('the hash is the one of the standard’s own example', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('texts of every length around the end of a block have the hash that Node gives them', () => {
  for (let length = 0; length < 200; length++)
    expect(sha256('a'.repeat(length))).toBe(byNode('a'.repeat(length)))
})

test('whatever is in a text, its hash is the one that Node gives it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text))
    }),
  )
})
