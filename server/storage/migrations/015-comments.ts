import type { Kysely } from 'kysely'

/**
 * Comments beside the text: threads with the place they are about (as JSON) and the audience that may see them, and the comments in them. Ids
 * are made by who writes, so they count within one agreement alone. What was taken away leaves its row without words, so that the same
 * command sent again does not bring it back. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_thread')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('state_by', 'text', (c) => c.references('person.id'))
    .addColumn('state_party_id', 'text')
    .addColumn('state_at', 'text')
    .addPrimaryKeyConstraint('comment_thread_pk', ['agreement_id', 'id'])
    .execute()
  await db.schema
    .createTable('comment')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('thread_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    // The party that its writer was there for at that moment.
    .addColumn('party_id', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'text')
    .addColumn('removed_at', 'text')
    .addUniqueConstraint('comment_once', ['agreement_id', 'id'])
    .execute()
  await db.schema
    .createIndex('comment_of_thread')
    .on('comment')
    .columns(['agreement_id', 'thread_id'])
    .execute()
  await db.schema.createIndex('comment_by_person').on('comment').column('person_id').execute()
}
