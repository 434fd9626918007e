import { expect, test } from 'vitest'
import { reportText } from '../../../../client/screens/check/report-text.ts'
import { verdictOf } from '../../../../client/screens/check/verdict.ts'
import { nl } from '../../../../client/text/nl.ts'

const step = (roundTrip: number | null, isGood = roundTrip !== null) => ({ isGood, roundTrip })
const result = (socket: number | null, line: number | null, isReached = true, isHeldUp = false) => ({
  reached: step(null, isReached),
  socket: step(socket),
  line: step(line),
  storage: step(null, true),
  isHeldUp,
})

test.each([
  ['both ways are open', result(20, 40), 'good'],
  ['both are open and slow', result(1500, 2500), 'slow'],
  ['only the slower way is open', result(null, 40), 'slower'],
  ['the page is reached and no way is open', result(null, null), 'blocked'],
  ['nothing answers', result(null, null, false), 'notReached'],
  ['only the quick way is open', result(20, null), 'good'],
])('when %s the verdict is said', (_, found, verdict) => {
  expect(verdictOf(found)).toBe(verdict)
})

test('who runs the network is asked for what is held back, and for nothing when all is well', () => {
  const about = { origin: 'https://handslag.test', at: '25 november 2026' }
  const asked = reportText(result(null, 80, true, true), about, nl)
  expect(asked).toContain('WebSocket: werkt niet')
  expect(asked).toContain('HTTP-verzoeken: werkt (80 ms)')
  expect(asked).toContain('toe naar wss://handslag.test/sync/')
  expect(asked).toContain('Houd antwoorden van https://handslag.test/sync/ niet vast')
  expect(reportText(result(20, 30), about, nl)).not.toContain(nl.check.report.ask)
})
