import type { Kysely } from 'kysely'

/**
 * Word files that were worked on elsewhere and came back, and what was decided about the changes in them. A change is known by what follows from the file
 * alone; what was taken over stays known when the file is gone: whose hand a proposal came from is told for as long as there is one. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('returned_file')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('return_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    // For which party that person was here then.
    .addColumn('party_id', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    // SHA-256 of the bytes, hexadecimal: who brings the same file twice brought it once.
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    // How many changes it held when it came.
    .addColumn('found', 'integer', (c) => c.notNull())
    .addUniqueConstraint('returned_file_once', ['agreement_id', 'return_id'])
    .addUniqueConstraint('returned_file_same', ['agreement_id', 'person_id', 'sha256'])
    .execute()
  await db.schema
    .createTable('return_decision')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('return_id', 'text', (c) => c.notNull())
    .addColumn('change_id', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    // The suggestion, the proposal or the thread that taking over made.
    .addColumn('made_id', 'text')
    // Whom the file names for the change, as JSON.
    .addColumn('hands', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('return_decision_pk', ['agreement_id', 'return_id', 'change_id'])
    .execute()
}
