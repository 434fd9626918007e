import type { Problem, ProblemName } from '../../shared/protocol/problem.ts'
import { PROBLEMS } from '../../shared/protocol/problem.ts'

/** Why a call did not succeed. The screen has a sentence for each; a problem brings the server's own. */
export type CallFailure =
  | { kind: 'problem'; name: ProblemName; problem: Problem }
  /** No answer came: no network, or the server is down. */
  | { kind: 'unreachable' }
  /** Something answered, but not in our language: a captive portal, a proxy, a newer server. */
  | { kind: 'unexpected'; status: number }

/** What `call` throws. */
export class CallFailed extends Error {
  readonly failure: CallFailure

  constructor(failure: CallFailure) {
    super(failure.kind === 'problem' ? failure.problem.detail : failure.kind)
    this.name = 'CallFailed'
    this.failure = failure
  }
}

/** The failure in whatever was thrown. What did not come from a call counts as an unexpected answer. */
export function failureOf(thrown: unknown): CallFailure {
  return thrown instanceof CallFailed ? thrown.failure : { kind: 'unexpected', status: 0 }
}

/** Name of a problem in its `type`, such as `/problems/not-allowed`; `internal-error` for a name this client does not know. */
export function problemName(type: string): ProblemName {
  const name = type.slice(type.lastIndexOf('/') + 1)
  return isProblemName(name) ? name : 'internal-error'
}

function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(PROBLEMS, name)
}
