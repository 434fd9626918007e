import { DatabaseSync } from 'node:sqlite'

/** Pages in the log of SQLite before they are brought into the file; people who type change the same ones again and again until then. */
const PAGES_IN_LOG = 4000

/**
 * Opens one connection to the database file. WAL lets readers go on while one writes; synchronous=FULL syncs the log of SQLite at
 * every commit, so that a commit survives a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
 * secure_delete=ON writes zeros over what is deleted (https://sqlite.org/pragma.html#pragma_secure_delete).
 * `busyTimeout` (ms) is how long a statement waits for another connection's write before it fails.
 */
export function openConnection(file: string, busyTimeout: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;')
  database.exec(`pragma wal_autocheckpoint = ${PAGES_IN_LOG}`)
  database.exec('pragma secure_delete = on')
  return database
}
