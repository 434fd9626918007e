import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Catalog } from '../../shared/template/catalog.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementFile } from './agreement-file.ts'
import type { FileJob, FileThreadData } from './file-thread.ts'
import { inTurn } from './in-turn.ts'

/** Makes files of agreements beside the live work: writing a large one is seconds of computing. */
export type FileWriter = {
  /** Rejects with a refusal `too-many-requests` when too many wait already, and when a file takes too long or too much memory. */
  write(job: FileJob): Promise<AgreementFile>
  /** Ends the thread; what was under way is not finished. */
  close(): Promise<void>
}

/** Bounds: time (ms) and memory (MB) for one file, and how many may wait. */
const BOUNDS = { time: 60_000, memory: 1024, waiting: 30 }

type Answer = { file: AgreementFile } | { failure: string }

/** The thread begins with the first file, and anew after one that went wrong: the server starts sooner, and no file spoils the next. */
export function createFileWriter(catalog: Catalog, bounds = BOUNDS): FileWriter {
  const turn = inTurn()
  let worker: Worker | null = null
  let waiting = 0

  const start = () => {
    const workerData: FileThreadData = { catalog }
    const resourceLimits = { maxOldGenerationSizeMb: bounds.memory }
    const started = new Worker(new URL('./file-thread.ts', import.meta.url), { workerData, resourceLimits })
    // Who waits for a file hears of trouble too; this is for a thread that dies while nobody does.
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
  const run = async (job: FileJob): Promise<AgreementFile> => {
    worker ??= start()
    try {
      return await answerOf(worker, job, bounds.time)
    } catch (error) {
      await end()
      throw error
    }
  }

  return {
    write: async (job) => {
      if (waiting >= bounds.waiting) throw new Refusal('too-many-requests')
      waiting += 1
      try {
        return await turn('file', () => run(job))
      } finally {
        waiting -= 1
      }
    },
    close: end,
  }
}

/** Hands the thread one job. The program stays for the answer, and does not stay for a thread without work. */
async function answerOf(worker: Worker, job: FileJob, time: number): Promise<AgreementFile> {
  worker.ref()
  const listening = new AbortController()
  const signal = AbortSignal.any([listening.signal, AbortSignal.timeout(time)])
  try {
    const ended = once(worker, 'exit', { signal }).then((): never => {
      throw new Error('the thread that writes files ended')
    })
    const answered = once(worker, 'message', { signal }) as Promise<[Answer]>
    worker.postMessage(job)
    const [answer] = await Promise.race([answered, ended])
    if ('failure' in answer) throw new Error(answer.failure)
    return answer.file
  } finally {
    worker.unref()
    listening.abort()
  }
}
