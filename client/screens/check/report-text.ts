import type { CheckResult, CheckStep } from '../../connection/index.ts'
import type { TextTable } from '../../text/index.ts'
import { isForIct, verdictOf } from './verdict.ts'

const STEPS: readonly CheckStep[] = ['reached', 'socket', 'line', 'storage']

/** The result as text for those who run the network: what was tested, where, and what to allow. Nothing about the person. */
export function reportText(
  result: CheckResult,
  { origin, at }: { origin: string; at: string },
  { check }: Pick<TextTable, 'check'>,
): string {
  const { report } = check
  const verdict = verdictOf(result)
  const steps = STEPS.map((step) => {
    const { isGood, roundTrip } = result[step]
    const time = roundTrip === null ? '' : ` (${Math.round(roundTrip)} ms)`
    return `- ${report.steps[step]}: ${isGood ? report.works : report.fails}${time}`
  })
  const asks = isForIct(verdict) ? ['', report.ask, ...asksFor(result, origin, report)] : []
  return [report.heading, `${report.address} ${origin}`, `${report.time} ${at}`, '', ...steps, ...asks].join(
    '\n',
  )
}

function asksFor({ socket, isHeldUp }: CheckResult, origin: string, report: TextTable['check']['report']) {
  const sync = `${origin}/sync/`
  const asks = socket.isGood ? [] : [`- ${report.allowSockets(sync.replace(/^http/, 'ws'))}`]
  return isHeldUp || asks.length === 0 ? [...asks, `- ${report.doNotHold(sync)}`] : asks
}
