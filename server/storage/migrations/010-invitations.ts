import type { Kysely } from 'kysely'

/**
 * Links that are named, counted and may ask first; room codes; and people who wait, were removed, or whose part somebody chose who
 * leads. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('invitation')
    .addColumn('label', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('invitation')
    .addColumn('ask_first', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('invitation')
    .addColumn('uses', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('invitation').addColumn('last_used_at', 'text').execute()
  await db.schema.createIndex('invitation_agreement').on('invitation').column('agreement_id').execute()
  await db.schema
    .alterTable('participant')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('active'))
    .execute()
  // Who leads chose name, role or party: a link does not undo that.
  await db.schema.alterTable('participant').addColumn('chosen_by', 'text').execute()
  await db.schema
    .createTable('room_code')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().references('agreement.id'))
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('ask_first', 'integer', (c) => c.notNull())
    .addColumn('uses', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
}
