import type { Kysely } from 'kysely'

/**
 * What is still to be done or decided, per article. Times are ISO 8601 in UTC, `due` is a day. A point that was taken away stays as an id
 * without words, so that what was sent twice does not bring it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('open_point')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    // Chosen by who sends it, so that sending twice keeps one.
    .addColumn('point_id', 'text', (c) => c.notNull())
    .addColumn('section_id', 'text')
    // What the article was called then: it may be gone later.
    .addColumn('heading', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('owner_person_id', 'text', (c) => c.references('person.id'))
    .addColumn('owner_party_id', 'text')
    .addColumn('due', 'text')
    .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.references('person.id'))
    .addColumn('changed_at', 'text')
    .addColumn('done_by', 'text', (c) => c.references('person.id'))
    .addColumn('done_at', 'text')
    .addColumn('removed_at', 'text')
    .addUniqueConstraint('open_point_once', ['agreement_id', 'point_id'])
    .execute()
}
