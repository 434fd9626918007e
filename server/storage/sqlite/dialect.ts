import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely'
import { NotKept, whyNotKept } from '../storage-error.ts'

/** How long (ms) a statement that met another's lock waits before it tries again. */
const TRY_AGAIN = 10

/**
 * Kysely's SQLite dialect over Node's own SQLite. Destroying the Kysely closes `database`. A lock of another connection is waited for
 * up to `busyTimeout` ms without holding the thread: SQLite's own waiting would stop everybody's live connection for as long.
 */
export function sqliteDialect(database: DatabaseSync, busyTimeout: number): SqliteDialect {
  database.exec('pragma busy_timeout = 0')
  return new PatientDialect(asSqliteDatabase(database), busyTimeout)
}

class PatientDialect extends SqliteDialect {
  readonly #busyTimeout: number

  constructor(database: SqliteDatabase, busyTimeout: number) {
    super({ database })
    this.#busyTimeout = busyTimeout
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const { acquireConnection } = driver
    driver.acquireConnection = async (...call) =>
      patient(await acquireConnection.apply(driver, call), this.#busyTimeout)
    return driver
  }
}

function patient(connection: DatabaseConnection, busyTimeout: number): DatabaseConnection {
  const executeQuery = async <R>(query: CompiledQuery) => {
    const end = performance.now() + busyTimeout
    for (;;) {
      try {
        return await connection.executeQuery<R>(query)
      } catch (error) {
        if (!(error instanceof Busy) || performance.now() > end) throw error
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN))
      }
    }
  }
  return { executeQuery, streamQuery: connection.streamQuery.bind(connection) }
}

function asSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    // A transaction takes the write lock as it begins: one that reads first and then writes would else fail, without
    // waiting, when the log's connection wrote in between (https://sqlite.org/lang_transaction.html).
    prepare: (sql) =>
      asSqliteStatement(orNotKept(() => database.prepare(sql === 'begin' ? 'begin immediate' : sql))),
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

/** Another connection holds the lock now. */
class Busy extends NotKept {}

/** Primary result codes for a disk that refuses: read-only, input or output error, full, can not open; and for one that is locked. */
const DISK_REFUSES = [8, 10, 13, 14]
const LOCKED = [5, 6]

/** Says in the words of the storage that nothing was kept; other errors are faults of the program and go on as they are. */
function orNotKept<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { errcode = 0, message = '' } = error as { errcode?: number; message?: string }
    const why = whyNotKept({ errcode })
    if (LOCKED.includes(errcode & 0xff)) throw new Busy(message, why)
    throw DISK_REFUSES.includes(errcode & 0xff) ? new NotKept(message, why) : error
  }
}
