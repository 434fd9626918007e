import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../access/refusal.ts'
import { inTurn } from './in-turn.ts'

/** A thread beside the live work, for jobs that compute for long: one after the other. */
export type SideThread<Job, Result> = {
  /** Rejects with a refusal `too-many-requests` when too many wait already, and with an error when a job takes too long or too much memory. */
  run(job: Job): Promise<Result>
  /** Ends the thread; what was under way is not finished. */
  close(): Promise<void>
}

/** Bounds: time (ms) and memory (MB) for one job, and how many may wait. */
export type SideThreadBounds = { time: number; memory: number; waiting: number }

/** What the thread's side answers with. */
export type SideAnswer<Result> = { value: Result } | { failure: string }

/** The thread begins with the first job, and anew after one that went wrong: the server starts sooner, and no job spoils the next. */
export function createSideThread<Job, Result>(
  script: URL,
  workerData: unknown,
  bounds: SideThreadBounds,
): SideThread<Job, Result> {
  const turn = inTurn()
  let worker: Worker | null = null
  let waiting = 0

  const start = () => {
    const resourceLimits = { maxOldGenerationSizeMb: bounds.memory }
    const started = new Worker(script, { workerData, resourceLimits })
    // Who waits for a job hears of trouble too; this is for a thread that dies while nobody does.
    started.on('error', () => {})
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }
  const end = async () => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const run = async (job: Job): Promise<Result> => {
    worker ??= start()
    try {
      return await answerOf<Job, Result>(worker, job, bounds.time)
    } catch (error) {
      await end()
      throw error
    }
  }

  return {
    run: async (job) => {
      if (waiting >= bounds.waiting) throw new Refusal('too-many-requests')
      waiting += 1
      try {
        return await turn('job', () => run(job))
      } finally {
        waiting -= 1
      }
    },
    close: end,
  }
}

/** Hands the thread one job. The program stays for the answer, and does not stay for a thread without work. */
async function answerOf<Job, Result>(worker: Worker, job: Job, time: number): Promise<Result> {
  worker.ref()
  const listening = new AbortController()
  const signal = AbortSignal.any([listening.signal, AbortSignal.timeout(time)])
  try {
    const ended = once(worker, 'exit', { signal }).then((): never => {
      throw new Error('the thread ended')
    })
    const answered = once(worker, 'message', { signal }) as Promise<[SideAnswer<Result>]>
    worker.postMessage(job)
    const [answer] = await Promise.race([answered, ended])
    if ('failure' in answer) throw new Error(answer.failure)
    return answer.value
  } finally {
    worker.unref()
    listening.abort()
  }
}
