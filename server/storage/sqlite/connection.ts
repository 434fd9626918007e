import { DatabaseSync } from 'node:sqlite'

/**
 * Opens one connection to the database file. WAL lets readers go on while one writes; synchronous=FULL syncs the log of SQLite at
 * every commit, so that a commit survives a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
 * `busyTimeout` (ms) is how long a statement waits for another connection's write before it fails.
 */
export function openConnection(file: string, busyTimeout: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeout })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;')
  return database
}
