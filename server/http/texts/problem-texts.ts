import type { ProblemName } from '../../../shared/protocol/problem.ts'

/** One sentence or two for each problem: what it is, and what to do. */
export type ProblemTexts = Record<ProblemName, { title: string; detail: string }>
