import { parentPort } from 'node:worker_threads'
import { assert } from '../../shared/support/assert.ts'
import type { SideAnswer } from './side-thread.ts'

/** The thread's side of `side-thread.ts`: one job after the other. Throws outside a worker thread. */
export function answerJobs<Job, Result>(work: (job: Job) => Result | Promise<Result>): void {
  const port = parentPort
  assert(port, 'answerJobs runs in a worker thread')
  const answer = (message: SideAnswer<Result>) => port.postMessage(message)
  port.on('message', async (job: Job) => {
    try {
      answer({ value: await work(job) })
    } catch (error) {
      answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
