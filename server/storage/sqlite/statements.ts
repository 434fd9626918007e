import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Prepares every statement of a table of texts, by name. */
export function prepareAll<Name extends string>(
  database: DatabaseSync,
  texts: Readonly<Record<Name, string>>,
): Record<Name, StatementSync> {
  const prepared = Object.entries<string>(texts).map(([name, text]) => [name, database.prepare(text)])
  return Object.fromEntries(prepared) as Record<Name, StatementSync>
}

/** Gives what runs work as one transaction: all of it is on disk when it returns, or nothing when it throws. */
export function transactions(database: DatabaseSync): <T>(work: () => T) => T {
  const sql = prepareAll(database, { begin: 'begin immediate', commit: 'commit', rollback: 'rollback' })
  return (work) => {
    sql.begin.run()
    try {
      const result = work()
      sql.commit.run()
      return result
    } catch (error) {
      // Even after a failed commit: SQLite leaves the transaction open then, unless the error itself ended it.
      if (database.isTransaction) sql.rollback.run()
      throw error
    }
  }
}
