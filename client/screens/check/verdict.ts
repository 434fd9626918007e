import type { CheckResult } from '../../connection/index.ts'

/** What a test means for the meeting. */
export type Verdict = 'good' | 'slower' | 'slow' | 'blocked' | 'notReached'

/** How long there and back feels. Milliseconds. */
export type Pace = 'quick' | 'fine' | 'noticeable' | 'slow'

export function paceOf(roundTrip: number): Pace {
  if (roundTrip < 100) return 'quick'
  if (roundTrip < 300) return 'fine'
  return roundTrip < 1000 ? 'noticeable' : 'slow'
}

/** The quick way when it is open, else the slower one. */
export function roundTripOf({ socket, line }: CheckResult): number | null {
  return socket.isGood ? socket.roundTrip : line.roundTrip
}

/** The one thing to say about a test. */
export function verdictOf(result: CheckResult): Verdict {
  const roundTrip = roundTripOf(result)
  if (roundTrip === null) return result.reached.isGood ? 'blocked' : 'notReached'
  if (!result.socket.isGood) return 'slower'
  return paceOf(roundTrip) === 'slow' ? 'slow' : 'good'
}

/** Whether those who run the network can mend something. */
export function isForIct(verdict: Verdict): boolean {
  return verdict !== 'good' && verdict !== 'slow'
}
