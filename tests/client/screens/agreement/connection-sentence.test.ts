import { describe, expect, test } from 'vitest'
import type { ConnectionReport } from '../../../../client/connection/connection-state.ts'
import { connectionSentence } from '../../../../client/screens/agreement/connection-sentence.ts'
import { en } from '../../../../client/text/en.ts'
import { nl } from '../../../../client/text/nl.ts'
import { REFUSAL_REASONS } from '../../../../shared/protocol/live.ts'

const REPORTS: ConnectionReport[] = [
  { kind: 'connecting' },
  { kind: 'notReached' },
  { kind: 'allKept' },
  { kind: 'keeping' },
  { kind: 'offline', waiting: 0 },
  { kind: 'offline', waiting: 3 },
  ...REFUSAL_REASONS.map((reason) => ({ kind: 'refused' as const, reason })),
  { kind: 'olderVersion' },
  { kind: 'restored' },
  { kind: 'notKnown' },
  { kind: 'notAllowed' },
  { kind: 'gone' },
]

describe.each([
  ['Dutch', nl],
  ['English', en],
])('in %s', (_, text) => {
  test('every state of the connection has a sentence of its own', () => {
    const sentences = REPORTS.map((report) => connectionSentence(report, text).sentence)
    expect(new Set(sentences).size).toBe(REPORTS.length)
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/)
  })
})

test('only what is kept looks good, and what is lost looks wrong', () => {
  const toneOf = (report: ConnectionReport) => connectionSentence(report, nl).tone
  expect(REPORTS.filter((report) => toneOf(report) === 'good')).toEqual([{ kind: 'allKept' }])
  expect(toneOf({ kind: 'refused', reason: 'too_large' })).toBe('wrong')
})

test('without a connection it says how many changes wait', () => {
  expect(connectionSentence({ kind: 'offline', waiting: 1 }, nl).sentence).toContain('1 wijziging nog')
  expect(connectionSentence({ kind: 'offline', waiting: 4 }, nl).sentence).toContain('4 wijzigingen nog')
})
