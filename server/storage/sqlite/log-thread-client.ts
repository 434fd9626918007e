import { Worker } from 'node:worker_threads'
import { fromFailure, NotKept, type StorageFailure } from '../storage-error.ts'
import type { LogJob, LogThreadData } from './log-thread.ts'

type Answer = { id: number; value?: unknown; failure?: StorageFailure }
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

export type ThreadOptions = {
  start?: (data: LogThreadData) => Worker
  /** How long (ms) after a start the next one waits at least. */
  pause?: number
}

/**
 * The near side of the log's thread: jobs go in, promises come back. A thread that dies takes along what it was given; that is refused,
 * and the next job gets a new thread. What was refused so may be on disk all the same: whoever sends it again changes nothing.
 */
export class LogThreadClient {
  readonly #data: LogThreadData
  readonly #start: (data: LogThreadData) => Worker
  readonly #pause: number
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #startedAt = Number.NEGATIVE_INFINITY
  #lastId = 0
  #isClosed = false

  constructor(data: LogThreadData, { start = startThread, pause = 500 }: ThreadOptions = {}) {
    this.#data = data
    this.#start = start
    this.#pause = pause
    this.#worker = this.#startWorker()
  }

  /** Rejects with an error of the storage; with `NotKept` when there is no thread now, or it dies. */
  ask<T>(job: LogJob): Promise<T> {
    const worker = this.#maybeWorker()
    if (!worker) return Promise.reject(new NotKept("the log's thread has ended", 'gone'))
    const id = ++this.#lastId
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      worker.postMessage({ id, job })
    })
  }

  /** Lets the thread finish what it was given, then ends it. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (worker) await this.ask({ kind: 'close' }).catch(() => {})
    this.#isClosed = true
    await worker?.terminate()
  }

  /** The thread of now, or a new one. One that dies as soon as it is there, on a broken disk, is not started over and over. */
  #maybeWorker(): Worker | null {
    if (this.#worker || this.#isClosed || performance.now() - this.#startedAt < this.#pause)
      return this.#worker
    this.#worker = this.#startWorker()
    return this.#worker
  }

  #startWorker(): Worker {
    this.#startedAt = performance.now()
    const worker = this.#start(this.#data)
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', (error) => this.#die(worker, `the log's thread ended: ${String(error)}`))
    worker.on('exit', () => this.#die(worker, "the log's thread has ended"))
    return worker
  }

  #settle({ id, value, failure }: Answer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failure) waiting?.reject(fromFailure(failure))
    else waiting?.resolve(value)
  }

  #die(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(new NotKept(reason, 'gone'))
    this.#waiting.clear()
  }
}

function startThread(data: LogThreadData): Worker {
  return new Worker(new URL('./log-thread.ts', import.meta.url), { workerData: data })
}
