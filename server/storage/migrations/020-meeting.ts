import type { Kysely } from 'kysely'

/**
 * Who does not understand which article: a keyed hash of the person and the place together, so that each counts once and rows of one person can not be
 * found together. No name and no time: a time beside what else happened then would tell who it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unclear_mark')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('article_id', 'text', (c) => c.notNull())
    .addColumn('who_hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('unclear_mark_pk', ['agreement_id', 'article_id', 'who_hash'])
    .execute()
}
