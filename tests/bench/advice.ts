import { completeness } from '../../shared/advice/completeness.ts'
import { findFindings } from '../../shared/advice/find-findings.ts'
import { ADVICE, SETTINGS } from '../support/advice.ts'
import { exampleJson } from '../support/examples.ts'
import { bodyAndRecord } from '../support/rule-triggers.ts'
import { quantile, type Table } from './table.ts'

const RUNS = 300
/** Advice runs while people type: a run must not be felt. */
const LIMIT = '10 ms'

/** The whole advice on the largest example: 8 parties, 48 tasks. */
export async function measureAdvice(): Promise<readonly Table[]> {
  const { body, record } = bodyAndRecord(exampleJson('03-kanaalstad-programma'))
  const find = () => findFindings(body, record, SETTINGS, ADVICE.rules)
  const findings = find()
  const complete = () => completeness(body, { ...record, clauseAgreements: [] }, findings)
  const rows = [row('83 rules', find), row('completeness, from the findings', complete)]
  const columns = ['advice on example 03', 'median', 'p99', 'limit']
  return [{ title: `Advice: ${body.parties.length} parties, ${body.tasks.length} tasks`, columns, rows }]
}

function row(name: string, run: () => unknown): string[] {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return [name, ...[0.5, 0.99].map((share) => `${quantile(times, share).toFixed(2)} ms`), LIMIT]
}
