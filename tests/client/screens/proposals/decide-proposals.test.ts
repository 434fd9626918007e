import { expect, test } from 'vitest'
import { sayDecided } from '../../../../client/screens/proposals/decide-proposals.ts'
import { nameOfAct } from '../../../../client/screens/proposals/name-of-act.ts'
import { nl } from '../../../../client/text/nl.ts'

test('of one decision it says what it was, of several how many', () => {
  expect(sayDecided(['done'], 'accept', nl.proposals)).toBe('Aangenomen.')
  expect(sayDecided(['done', 'done', 'done'], 'reject', nl.proposals)).toBe('3 afgewezen.')
})

test('what went wrong with one of several is said beside how many were decided', () => {
  const said = sayDecided(['done', 'already', 'done'], 'accept', nl.proposals)
  expect(said).toBe(`2 aangenomen. ${nl.proposals.results.already}`)
  expect(sayDecided(['changed-meanwhile'], 'accept', nl.proposals)).toBe(
    nl.proposals.results['changed-meanwhile'],
  )
})

test('the name of a button says what it is about, cut where that is long', () => {
  expect(nameOfAct('Aannemen', 'op woensdag')).toBe('Aannemen: op woensdag')
  expect(nameOfAct('Aannemen', 'a'.repeat(200))).toBe(`Aannemen: ${'a'.repeat(60)} …`)
  expect(nameOfAct('Aannemen', '')).toBe('Aannemen')
})
