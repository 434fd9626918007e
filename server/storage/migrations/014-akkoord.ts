import { type Kysely, sql } from 'kysely'

/**
 * Who speaks for a party; each akkoord that was given, the newest of a party about an article being the one that counts; and what the article said
 * then, each content once. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table participant add column speaks_for integer not null default 0`.execute(db)
  // Whoever came first for each party, as from now on.
  await sql`update participant set speaks_for = 1 where rowid in (
    select rowid from (
      select rowid, row_number() over (partition by agreement_id, party_id order by joined_at, person_id) as place
      from participant where state = 'active' and party_id is not null and role in ('writer', 'signatory')
    ) where place = 1)`.execute(db)
  await db.schema
    .createTable('consent')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    // Chosen by who gives it, so that sending twice keeps one.
    .addColumn('consent_id', 'text', (c) => c.notNull())
    // An article or an annex.
    .addColumn('article_id', 'text', (c) => c.notNull())
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('consent_once', ['agreement_id', 'person_id', 'consent_id'])
    .execute()
  await db.schema
    .createIndex('consent_newest')
    .on('consent')
    .columns(['agreement_id', 'article_id', 'party_id', 'seq'])
    .execute()
  await db.schema.createIndex('consent_person').on('consent').column('person_id').execute()
  await db.schema
    .createTable('agreed_content')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('agreed_content_pk', ['agreement_id', 'hash'])
    .execute()
}
