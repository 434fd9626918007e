import type { ProblemName } from '../../shared/protocol/problem.ts'
import type { Message } from '../../shared/support/message.ts'

/**
 * A request that is refused for a reason the caller may know. Inner rooms throw it; one table at the edge gives the status
 * (`shared/protocol/problem.ts`) and one text table per language the sentence.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly problem: ProblemName
  /** Places in what the caller sent. */
  readonly messages: Message[]

  constructor(problem: ProblemName, messages: Message[] = []) {
    super(problem)
    this.problem = problem
    this.messages = messages
  }
}
