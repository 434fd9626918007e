import type { Kysely } from 'kysely'

/**
 * The factor scan: what each party scores, which parties said that they are ready, and when the scores were opened to all.
 * Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scan_score')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('factor_id', 'text', (c) => c.notNull())
    .addColumn('score', 'integer')
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('scan_score_pk', ['agreement_id', 'party_id', 'factor_id'])
    .execute()
  await db.schema
    .createTable('scan_ready')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('scan_ready_pk', ['agreement_id', 'party_id'])
    .execute()
  await db.schema
    .createTable('scan_opening')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().references('agreement.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}
