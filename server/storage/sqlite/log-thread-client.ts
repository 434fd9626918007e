import { Worker } from 'node:worker_threads'
import { fromFailure, NotKept, type StorageFailure } from '../storage-error.ts'
import type { LogJob, LogThreadData } from './log-thread.ts'

type Answer = { id: number; value?: unknown; failure?: StorageFailure }
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The near side of the log's thread: jobs go in, promises come back. */
export class LogThreadClient {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #dead: Error | null = null

  constructor(data: LogThreadData) {
    this.#worker = new Worker(new URL('./log-thread.ts', import.meta.url), { workerData: data })
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (error) =>
      this.#die(new NotKept(`the log's thread ended: ${String(error)}`, 'gone')),
    )
    this.#worker.on('exit', () => this.#die(new NotKept("the log's thread has ended", 'gone')))
  }

  /** Rejects with an error of the storage; with `NotKept` when the thread is no more. */
  ask<T>(job: LogJob): Promise<T> {
    if (this.#dead) return Promise.reject(this.#dead)
    const id = ++this.#lastId
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      this.#worker.postMessage({ id, job })
    })
  }

  /** Lets the thread finish what it was given, then ends it. */
  async close(): Promise<void> {
    if (!this.#dead) await this.ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  #settle({ id, value, failure }: Answer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failure) waiting?.reject(fromFailure(failure))
    else waiting?.resolve(value)
  }

  #die(error: Error): void {
    this.#dead ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
