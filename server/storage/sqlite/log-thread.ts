import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../../../shared/support/assert.ts'
import { exhaustive } from '../../../shared/support/exhaustive.ts'
import type { Compaction, LogSnapshot, ShownClient } from '../document-log.ts'
import { toFailure } from '../storage-error.ts'
import { openConnection } from './connection.ts'
import { LogArchive } from './log-archive.ts'
import { LogRemoval } from './log-removal.ts'
import { type Append, LogWriter } from './log-writer.ts'

/** What the log asks of its thread; each is answered in the order it came. */
export type LogJob =
  | { kind: 'write'; batch: Append[] }
  | { kind: 'prove'; at: string }
  | { kind: 'load'; documentId: string }
  | { kind: 'exists'; documentId: string }
  | { kind: 'keepShown'; clients: readonly (ShownClient & { documentId: string })[] }
  | { kind: 'keepSnapshot'; documentId: string; snapshot: LogSnapshot; compaction: Compaction }
  | { kind: 'archive'; documentId: string }
  | { kind: 'changes'; documentId: string; before: number; limit: number }
  | { kind: 'momentAt'; documentId: string; at: number }
  | { kind: 'entriesBetween'; documentId: string; after: number; upTo: number }
  | { kind: 'removePiece'; documentId: string }
  | { kind: 'wipe' }
  | { kind: 'close' }

export type LogThreadData = { file: string; busyTimeout: number }

/** The thread's side: one connection, one job after the other. Syncing to disk blocks this thread and no other. */
function serve(port: NonNullable<typeof parentPort>, { file, busyTimeout }: LogThreadData): void {
  const database = openConnection(file, busyTimeout)
  const writer = new LogWriter(database)
  const archive = new LogArchive(database)
  const removal = new LogRemoval(database)

  const answer = (job: LogJob): unknown => {
    switch (job.kind) {
      case 'write':
        return writer.write(job.batch)
      case 'prove':
        return writer.prove(job.at)
      case 'load':
        return writer.load(job.documentId)
      case 'exists':
        return writer.exists(job.documentId)
      case 'keepShown':
        return writer.keepShown(job.clients)
      case 'keepSnapshot':
        return archive.keepSnapshot(job.documentId, job.snapshot, job.compaction)
      case 'archive':
        return archive.archive(job.documentId)
      case 'changes':
        return archive.changes(job.documentId, job.before, job.limit)
      case 'momentAt':
        return archive.momentAt(job.documentId, job.at)
      case 'entriesBetween':
        return archive.entriesBetween(job.documentId, job.after, job.upTo)
      case 'removePiece':
        return removal.removePiece(job.documentId)
      case 'wipe':
        return removal.wipe()
      case 'close':
        port.unref()
        return database.close()
      default:
        return exhaustive(job)
    }
  }

  port.on('message', ({ id, job }: { id: number; job: LogJob }) => {
    try {
      port.postMessage({ id, value: answer(job) })
    } catch (error) {
      port.postMessage({ id, failure: toFailure(error) })
    }
  })
}

assert(parentPort, 'log-thread.ts runs as a worker thread')
serve(parentPort, workerData as LogThreadData)
