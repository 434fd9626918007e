import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Job, Result } from './load-process.ts'

/** The people, in a process of their own, so that what they cost is not the server's. */
export class Load {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'load-process.ts'), {
    serialization: 'advanced',
  })

  /** Has a job done and gives its result. Rejects with what went wrong over there. */
  async ask<J extends Job>(job: J): Promise<Result[J['kind']]> {
    const answered = once(this.#child, 'message')
    this.#child.send(job)
    const [{ value, error }] = (await answered) as [{ value: Result[J['kind']]; error?: string }]
    if (error !== undefined) throw new Error(error)
    return value
  }

  async stop(): Promise<void> {
    this.#child.disconnect()
    await once(this.#child, 'exit')
  }
}
