import type { Kysely } from 'kysely'

/**
 * Versions of agreements: the whole document as it was (a Yjs update, compressed with zstd), named by somebody or kept by Handslag itself. A version
 * that was removed stays as an id without bytes, so that what was sent twice does not bring it back. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('version')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    // Chosen by who sends it, so that sending twice keeps one.
    .addColumn('version_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    // SHA-256 of what it says, hexadecimal.
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('bytes', 'blob')
    .addColumn('size', 'integer', (c) => c.notNull())
    // When that was done before which it was kept; null where nothing had to follow, or it has not yet.
    .addColumn('followed_at', 'text')
    .addColumn('removed_at', 'text')
    .addUniqueConstraint('version_once', ['agreement_id', 'version_id'])
    .execute()
}
