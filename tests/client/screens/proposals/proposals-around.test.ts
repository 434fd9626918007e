import { expect, test } from 'vitest'
import { isPast } from '../../../../client/screens/proposals/proposals-around.tsx'
import type { ProblemName } from '../../../../shared/protocol/problem.ts'

const problem = (name: ProblemName) => ({
  kind: 'problem' as const,
  name,
  problem: { type: `/problems/${name}`, title: '', status: 409, detail: '' },
})

test('a decision is past taking back once the text went on, and not because there is no connection', () => {
  expect(isPast(problem('changed-meanwhile'))).toBe(true)
  expect(isPast(problem('unknown-proposal'))).toBe(true)
  expect(isPast({ kind: 'unreachable' })).toBe(false)
  expect(isPast(problem('too-many-requests'))).toBe(false)
})
