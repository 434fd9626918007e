import type { Kysely } from 'kysely'

/**
 * Advice that was set aside with a reason, or taken up again (then there is no reason). Rows are added and never changed: the newest of
 * a rule counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('advice_choice')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('slug', 'text', (c) => c.notNull())
    .addColumn('facts_key', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('advice_choice_rule')
    .on('advice_choice')
    .columns(['agreement_id', 'slug'])
    .execute()
}
