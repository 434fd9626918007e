import { DatabaseSync } from 'node:sqlite'
import { unpackEntries } from '../../server/storage/packed-entries.ts'

type Row = Record<string, unknown>

/** Every row of every table of a database, read by a connection of its own. */
export function allRows(file: string): Map<string, Row[]> {
  return reading(file, (database) => {
    const tables = database
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all() as { name: string }[]
    return new Map(
      tables.map(({ name }) => [name, inOrder(database.prepare(`select * from "${name}"`).all() as Row[])]),
    )
  })
}

/** Tables have no order of their own. */
function inOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The whole log of a document, entry by entry as text: what is packed away and what is not. */
export function wholeLog(file: string, documentId: string): string[] {
  return reading(file, (database) => {
    const packed = database
      .prepare('select bytes from document_archive where document_id = ? order by from_seq')
      .all(documentId) as { bytes: Uint8Array }[]
    const loose = database
      .prepare(
        'select seq, person_id as personId, at, bytes from document_update where document_id = ? order by seq',
      )
      .all(documentId) as ReturnType<typeof unpackEntries>
    return [...packed.flatMap(({ bytes }) => unpackEntries(bytes)), ...loose].map(
      ({ seq, personId, at, bytes }) => `${seq} ${personId} ${at} ${Buffer.from(bytes).toString('base64')}`,
    )
  })
}

/** Changes a database beside the server that uses it, or while none does. */
export function inDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

function reading<T>(file: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    return read(database)
  } finally {
    database.close()
  }
}
