import { expect, test } from 'vitest'
import { saidFact, saidRow } from '../../../../client/screens/versions/fact-said.ts'
import { agreementBody } from '../../../../shared/agreement/agreement.ts'
import { compareSnapshots } from '../../../../shared/agreement/compare-snapshots.ts'
import { CATALOG } from '../../../support/advice.ts'

const party = (id: string, name: string, legalForm: string | null = null) => ({ id, name, legalForm })
const was = agreementBody.parse({
  term: { startDate: '2027-01-01', indefinite: false },
  parties: [party('p1', 'Gemeente Weidehaven', 'municipality'), party('p2', 'De Vuurboei')],
})
const now = agreementBody.parse({
  term: { startDate: '2027-03-01', indefinite: true },
  parties: [party('p1', 'Gemeente Weidehaven', 'foundation')],
})
const said = compareSnapshots(was, now).facts.map((fact) =>
  fact.kind === 'row'
    ? `${saidRow(fact, was, now, CATALOG)}: ${fact.state}`
    : Object.values(saidFact(fact, was, now, CATALOG)).join(' | '),
)

test('a fact is told by the label of its form and by words, never by its path or key', () => {
  expect(said).toHaveLength(4)
  for (const line of said) expect(line).not.toMatch(/startDate|indefinite|legalForm|foundation|parties|true/)
  expect(said.join('\n')).toContain('1 januari 2027 | 1 maart 2027')
  expect(said.join('\n')).toMatch(/Gemeente Weidehaven: .* \| .*[Ss]tichting/)
})

test('a row that went is told by the name it had', () => {
  expect(said.filter((line) => line.endsWith(': gone'))).toEqual([expect.stringContaining('De Vuurboei')])
})
