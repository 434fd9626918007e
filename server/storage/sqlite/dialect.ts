import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { NotKept, whyNotKept } from '../storage-error.ts'

/** Kysely's SQLite dialect over Node's own SQLite. Destroying the Kysely closes `database`. */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({ database: asSqliteDatabase(database) })
}

function asSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    // A transaction takes the write lock as it begins: one that reads first and then writes would else fail, without
    // waiting, when the log's connection wrote in between (https://sqlite.org/lang_transaction.html).
    prepare: (sql) => asSqliteStatement(database.prepare(sql === 'begin' ? 'begin immediate' : sql)),
  }
}

function asSqliteStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => orNotKept(() => statement.all(...values(parameters))),
    run: (parameters) => orNotKept(() => statement.run(...values(parameters))),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}

/** Primary result codes for a disk that refuses: busy, locked, read-only, input or output error, full, can not open. */
const DISK_REFUSES = [5, 6, 8, 10, 13, 14]

/** Says in the words of the storage that nothing was kept; other errors are faults of the program and go on as they are. */
function orNotKept<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { errcode = 0, message = '' } = error as { errcode?: number; message?: string }
    throw DISK_REFUSES.includes(errcode & 0xff) ? new NotKept(message, whyNotKept({ errcode })) : error
  }
}
