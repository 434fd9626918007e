import type {
  ChangePage,
  Compaction,
  DocumentLog,
  KeptEntry,
  LogEntry,
  LoggedDocument,
  LogMoment,
  LogSnapshot,
  ShownClient,
} from '../document-log.ts'
import { fromFailure, toFailure } from '../storage-error.ts'
import type { LogThreadClient } from './log-thread-client.ts'
import type { Append, AppendResult } from './log-writer.ts'

/** Is told of each batch that was written: how long that took, the sync included, and how many entries were kept. */
export type OnBatch = (batch: { seconds: number; entries: number }) => void

type Waiting = { append: Append; resolve: (seq: number) => void; reject: (error: Error) => void }

/**
 * The log in SQLite, with group commit: while one batch is written by the thread, the next one gathers here. A batch goes out
 * after the present turn of the event loop, so that what arrived on many sockets at once shares one sync to disk.
 */
export class SqliteLog implements DocumentLog {
  readonly epoch: string
  readonly #thread: LogThreadClient
  readonly #onBatch: OnBatch
  #gathering: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(thread: LogThreadClient, epoch: string, onBatch: OnBatch = () => {}) {
    this.#thread = thread
    this.epoch = epoch
    this.#onBatch = onBatch
  }

  create(documentId: string, entry: LogEntry): Promise<number> {
    return this.#gather({ documentId, entry, create: true })
  }

  append(documentId: string, entry: LogEntry): Promise<number> {
    return this.#gather({ documentId, entry, create: false })
  }

  async load(documentId: string): Promise<LoggedDocument | null> {
    await this.#settled()
    return await this.#thread.ask({ kind: 'load', documentId })
  }

  async exists(documentId: string): Promise<boolean> {
    await this.#settled()
    return await this.#thread.ask({ kind: 'exists', documentId })
  }

  async keepShown(clients: readonly (ShownClient & { documentId: string })[]): Promise<void> {
    await this.#thread.ask({ kind: 'keepShown', clients })
  }

  /** The pieces of the archive are jobs of their own: what people write meanwhile goes in between. */
  async compact(documentId: string, snapshot: LogSnapshot, compaction: Compaction): Promise<number> {
    const newest = await this.#thread.ask<number>({ kind: 'keepSnapshot', documentId, snapshot, compaction })
    while (await this.#thread.ask<boolean>({ kind: 'archive', documentId }));
    return newest
  }

  async changes(documentId: string, before: number, limit: number): Promise<ChangePage> {
    return await this.#thread.ask({ kind: 'changes', documentId, before, limit })
  }

  async momentAt(documentId: string, at: number): Promise<LogMoment | null> {
    await this.#settled()
    return await this.#thread.ask({ kind: 'momentAt', documentId, at })
  }

  async entriesBetween(documentId: string, after: number, upTo: number): Promise<KeptEntry[]> {
    return await this.#thread.ask({ kind: 'entriesBetween', documentId, after, upTo })
  }

  /** The pieces are jobs of their own: what people write elsewhere goes in between. */
  async remove(documentId: string): Promise<void> {
    await this.#settled()
    while (await this.#thread.ask<boolean>({ kind: 'removePiece', documentId }));
  }

  async wipe(): Promise<boolean> {
    return await this.#thread.ask({ kind: 'wipe' })
  }

  /** Resolves when something was written by the road of every entry; rejects with `NotKept` when nothing can be kept. */
  async proveWritable(at: string): Promise<void> {
    await this.#thread.ask({ kind: 'prove', at })
  }

  /** Writes what still gathers, then ends the thread. */
  async close(): Promise<void> {
    await this.#settled()
    await this.#thread.close()
  }

  #gather(append: Append): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#gathering.push({ append, resolve, reject })
      this.#running ??= this.#writeBatches()
    })
  }

  async #settled(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #writeBatches(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#gathering.length > 0) {
      const batch = this.#gathering
      this.#gathering = []
      const began = performance.now()
      const results = await this.#write(batch.map((waiting) => waiting.append))
      const entries = results.filter((result) => 'seq' in result).length
      this.#onBatch({ seconds: (performance.now() - began) / 1000, entries })
      this.#settle(batch, results)
    }
    this.#running = null
  }

  async #write(batch: Append[]): Promise<AppendResult[]> {
    try {
      return await this.#thread.ask<AppendResult[]>({ kind: 'write', batch })
    } catch (error) {
      const failure = toFailure(error)
      return batch.map(() => ({ failure }))
    }
  }

  #settle(batch: readonly Waiting[], results: readonly AppendResult[]): void {
    batch.forEach((waiting, index) => {
      const result = results[index]
      if (result && 'seq' in result) waiting.resolve(result.seq)
      else this.#refuse(waiting, result ?? { failure: toFailure(new Error('no answer for this append')) })
    })
  }

  /** What waits behind a refused entry may build on it, so it is refused as well: the log never gets a hole. */
  #refuse(waiting: Waiting, { failure }: { failure: Parameters<typeof fromFailure>[0] }): void {
    waiting.reject(fromFailure(failure))
    const { documentId } = waiting.append
    const behind = this.#gathering.filter((other) => other.append.documentId === documentId)
    if (failure.name !== 'NotKept' || behind.length === 0) return
    this.#gathering = this.#gathering.filter((other) => other.append.documentId !== documentId)
    for (const other of behind) other.reject(fromFailure(failure))
  }
}
