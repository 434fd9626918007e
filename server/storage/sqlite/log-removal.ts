import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { prepareAll, transactions } from './statements.ts'

/** Rows that go at once: writers of other documents wait for milliseconds. The pieces of the archive are some hundred kilobytes each. */
const PIECE = { loose: 500, large: 10 }

/** How long (ms) others are waited for who read what was before. */
const WAIT = 100

const few = (table: string, key: string, count: number) =>
  `delete from ${table} where document_id = ?1 and ${key} in (select ${key} from ${table} where document_id = ?1 limit ${count})`

const TEXTS = {
  updates: few('document_update', 'seq', PIECE.loose),
  changes: few('document_change', 'id', PIECE.loose),
  clients: few('document_client', 'id', PIECE.loose),
  archive: few('document_archive', 'from_seq', PIECE.large),
  snapshots: few('document_snapshot', 'seq', PIECE.large),
  document: 'delete from document where id = ?1',
} as const

/** Takes documents out of the log, on one connection, synchronously. */
export class LogRemoval {
  readonly #database: DatabaseSync
  readonly #sql: Record<keyof typeof TEXTS, StatementSync>
  readonly #transaction: <T>(work: () => T) => T

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#sql = prepareAll(database, TEXTS)
    this.#transaction = transactions(database)
  }

  /** Takes out a piece of a document, the newest words first to go; false when nothing of it was left. */
  removePiece(documentId: string): boolean {
    const { updates, changes, clients, archive, snapshots, document } = this.#sql
    const pieces = [snapshots, updates, archive, changes, clients, document]
    return this.#transaction(() => pieces.some((statement) => Number(statement.run(documentId).changes) > 0))
  }

  /**
   * Writes what SQLite's own log holds into the database and empties it: with `secure_delete` no byte of what was deleted is left in the files.
   * False while another connection reads what was before.
   */
  wipe(): boolean {
    const { timeout } = this.#database.prepare('pragma busy_timeout').get() as { timeout: number }
    // Everybody who writes waits behind this.
    this.#database.exec(`pragma busy_timeout = ${WAIT}`)
    try {
      const { busy } = this.#database.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number }
      return busy === 0
    } finally {
      this.#database.exec(`pragma busy_timeout = ${timeout}`)
    }
  }
}
