import type { Kysely } from 'kysely'

/**
 * The texts that were fixed, each with the Word file as it was made then, to the byte, and with what became of asking to open it again. Times are
 * ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fixing')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    // 1, 2, 3: what an agreement's version is called.
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('fixed_at', 'text', (c) => c.notNull())
    .addColumn('fixed_by', 'text', (c) => c.notNull().references('person.id'))
    // Why it was fixed though not everybody agreed; empty when everybody did.
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('file', 'blob', (c) => c.notNull())
    .addColumn('file_hash', 'text', (c) => c.notNull())
    .addColumn('text_hash', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text')
    .addColumn('asked_by', 'text')
    .addColumn('asked_reason', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'text')
    // The last akkoord before it was opened: those up to it need another look.
    .addColumn('consents_until', 'integer')
    .addPrimaryKeyConstraint('fixing_pk', ['agreement_id', 'version'])
    .execute()
  await db.schema
    .createTable('fixing_opening')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('fixing_opening_pk', ['agreement_id', 'version', 'party_id'])
    .execute()
}
