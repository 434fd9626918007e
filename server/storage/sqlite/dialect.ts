import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

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
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}
