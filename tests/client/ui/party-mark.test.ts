import { describe, expect, test } from 'vitest'
import { initialOf, PARTY_SHAPES, partyColorClass } from '../../../client/ui/party-mark.tsx'

test('eight parties have eight different shapes', () => {
  expect(new Set(PARTY_SHAPES.map(({ path }) => path)).size).toBe(8)
  expect(new Set(PARTY_SHAPES.map(({ name }) => name)).size).toBe(8)
})

test('a ninth party begins again with the first colour', () => {
  expect(partyColorClass(0)).toBe('hs-party-color--1')
  expect(partyColorClass(7)).toBe('hs-party-color--8')
  expect(partyColorClass(8)).toBe('hs-party-color--1')
})

describe('the initial of a name', () => {
  test.each([
    ['Gemeente Weidehaven', 'W'],
    ['stichting De Brug', 'B'],
    ['Stichting', 'S'],
    ['Destiny', 'D'],
    ['  "Samen"', 'S'],
    ['ijsclub', 'I'],
    ['مركز', 'م'],
    ['3 Rivieren', '3'],
    ['', '·'],
    ['…', '·'],
  ])('of "%s" is %s', (name, initial) => {
    expect(initialOf(name)).toBe(initial)
  })

  test('without a name is a dot', () => {
    expect(initialOf(null)).toBe('·')
  })
})
