import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { DATABASE_FILE } from './database-file.ts'
import type { DocumentLog } from './document-log.ts'
import { layoutOf, maybeUnknownStep, NewerLayout } from './migrations/layout.ts'
import { migrateToLatest } from './migrations/migrations.ts'
import { isRestoreUnfinished, RestoreUnfinished } from './restore.ts'
import { openConnection } from './sqlite/connection.ts'
import { sqliteDialect } from './sqlite/dialect.ts'
import { LogThreadClient } from './sqlite/log-thread-client.ts'
import { type OnBatch, SqliteLog } from './sqlite/sqlite-log.ts'
import { NotKept } from './storage-error.ts'
import type { Tables } from './tables.ts'

export { DATABASE_FILE } from './database-file.ts'
export type { DocumentLog } from './document-log.ts'
export type { OnBatch } from './sqlite/sqlite-log.ts'
export type { Tables } from './tables.ts'

/** Everything that is kept: the log of documents, and the records about people and agreements. */
export type Storage = {
  readonly log: DocumentLog
  readonly records: Kysely<Tables>
  /** Rejects with `NotKept` when nothing can be kept, and says why; never waits for it in this thread. */
  proveWritable(at: string): Promise<void>
  /** Writes what is under way, then lets go of the files. */
  close(): Promise<void>
}

export type StorageConfig = {
  /** Folder of the database; made when absent. */
  dataDir: string
  /** How long (ms) a write waits for another connection before it is refused. */
  busyTimeout?: number
  onBatch?: OnBatch
}

/** Opens the storage in a folder and brings it to the newest layout. Throws when the folder or the file cannot be used. */
export async function openStorage({ dataDir, busyTimeout = 2000, onBatch }: StorageConfig): Promise<Storage> {
  mkdirSync(dataDir, { recursive: true })
  if (isRestoreUnfinished(dataDir)) throw new RestoreUnfinished(dataDir)
  const file = join(dataDir, DATABASE_FILE)
  const connection = openConnection(file, busyTimeout)
  const records = new Kysely<Tables>({ dialect: sqliteDialect(connection, busyTimeout) })
  try {
    const before = layoutOf(connection)
    const unknown = maybeUnknownStep(before)
    if (unknown !== null) throw new NewerLayout(unknown)
    await migrateToLatest(records as unknown as Kysely<never>)
    // What was deleted before this step still stands in pages that are free.
    if (before.length > 0 && !before.includes('012-acts-and-privacy')) connection.exec('vacuum')
    const log = new SqliteLog(new LogThreadClient({ file, busyTimeout }), await readEpoch(records), onBatch)
    const { ino } = statSync(file)
    const proveWritable = async (at: string) => {
      refuseMoved(file, ino)
      await log.proveWritable(at)
    }
    return { log, records, proveWritable, close: () => closeAll(log, records) }
  } catch (error) {
    await records.destroy()
    throw error
  }
}

/** An open file can be written when its name is gone or another's by now; at the next start nothing of that would be there. */
function refuseMoved(file: string, ino: number): void {
  if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return
  throw new NotKept('the database is no longer where it was opened', 'moved')
}

async function readEpoch(records: Kysely<Tables>): Promise<string> {
  const newest = records.selectFrom('log_epoch').select('epoch').orderBy('since', 'desc').limit(1)
  return (await newest.executeTakeFirstOrThrow()).epoch
}

async function closeAll(log: SqliteLog, records: Kysely<Tables>): Promise<void> {
  await log.close()
  await records.destroy()
}
