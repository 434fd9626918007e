import { pino } from 'pino'
import { describeError } from './describe-error.ts'

/** The same trouble is said again after this time (ms), with how often it came meanwhile: a full disk must not fill itself with complaints. */
const AGAIN_AFTER = 10_000

export type Log = pino.Logger

/**
 * Standard output is for people; what programs read goes to standard error, one JSON object a line. A person at a terminal sees what went
 * wrong alone. Nothing may be logged but what the code says in words of its own, numbers, and errors as `err`.
 */
export function createLog(isTerminal: boolean): Log {
  return pino(
    {
      base: null,
      level: isTerminal ? 'warn' : 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

/** Says what went wrong with `message`, and no more than every ten seconds when it goes on. */
export function complainTo(
  log: Pick<Log, 'error'>,
  message: string,
  now = Date.now,
): (error: unknown) => void {
  const last = new Map<string, { at: number; since: number }>()
  return (error) => {
    const kind = error instanceof Error ? error.name : 'unknown'
    const before = last.get(kind)
    if (before && now() - before.at < AGAIN_AFTER) {
      before.since += 1
      return
    }
    last.set(kind, { at: now(), since: 0 })
    log.error({ err: error, ...(before && before.since > 0 && { unsaid: before.since }) }, message)
  }
}
