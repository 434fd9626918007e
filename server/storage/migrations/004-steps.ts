import type { Kysely } from 'kysely'

/**
 * Notes and ticks with the seven steps. Rows are added and never changed: the newest of a place counts, and no word is lost.
 * `based_on` is the version its writer had before them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('step_note')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('item_id', 'text', (c) => c.notNull())
    // Empty for what is about no party: a null would be unequal to itself in comparisons.
    .addColumn('about_party_id', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('based_on', 'integer')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('step_note_place')
    .on('step_note')
    .columns(['agreement_id', 'audience', 'item_id', 'about_party_id', 'part'])
    .execute()
}
