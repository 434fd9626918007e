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
  { kind: 'waiting', waiting: 3 },
  ...[true, false].flatMap((onDevice) => [
    { kind: 'offline' as const, waiting: 0, onDevice },
    { kind: 'offline' as const, waiting: 3, onDevice },
  ]),
  ...[true, false].flatMap((onDevice) => [
    ...REFUSAL_REASONS.map((reason) => ({ kind: 'refused' as const, reason, onDevice })),
    { kind: 'restored' as const, onDevice },
  ]),
  { kind: 'olderVersion' },
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

  test('what comes and goes while one writes takes one line of a phone', () => {
    const comes: ConnectionReport[] = [
      { kind: 'notReached' },
      { kind: 'waiting', waiting: 999 },
      ...[true, false].flatMap((onDevice) =>
        [0, 1, 999].map((waiting) => ({ kind: 'offline' as const, waiting, onDevice })),
      ),
    ]
    for (const report of comes) expect(connectionSentence(report, text).line.length).toBeLessThanOrEqual(42)
  })
})

test('only what is kept looks good, and what is lost looks wrong', () => {
  const toneOf = (report: ConnectionReport) => connectionSentence(report, nl).tone
  expect(REPORTS.filter((report) => toneOf(report) === 'good')).toEqual([{ kind: 'allKept' }])
  expect(toneOf({ kind: 'refused', reason: 'too_large', onDevice: true })).toBe('wrong')
})

test('without a connection it says how many changes wait', () => {
  const said = (waiting: number, onDevice: boolean) =>
    connectionSentence({ kind: 'offline', waiting, onDevice }, nl).sentence
  expect(said(1, true)).toContain('Uw wijziging wacht op dit apparaat (1).')
  expect(said(4, true)).toContain('Uw wijzigingen wachten op dit apparaat (4).')
  expect(said(4, false)).toContain('4 wijzigingen nog niet bewaard')
})

test('only where the device keeps nothing, the page must stay open', () => {
  const said = (onDevice: boolean) =>
    [0, 2].map((waiting) => connectionSentence({ kind: 'offline', waiting, onDevice }, nl).sentence).join()
  expect(said(false)).toMatch(/sluit deze pagina niet.*sluit deze pagina niet/)
  expect(said(true)).not.toContain('sluit deze pagina')
})

test('only where the device keeps nothing, one is asked to copy what one wrote', () => {
  const said = (onDevice: boolean) =>
    REPORTS.filter((report) => 'onDevice' in report && report.onDevice === onDevice)
      .map((report) => connectionSentence(report, nl).sentence)
      .join()
  expect(said(false)).toMatch(/[Kk]opieer/)
  expect(said(true)).not.toMatch(/[Kk]opieer/)
})
