import type { Kysely } from 'kysely'

/**
 * The round along the support base of a party: its reading links (as hashes only), who opened them (no names, a hash of what their device
 * keeps), and the remarks, which are that party's alone until it shares them. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await links(db)
  await readers(db)
  await db.schema
    .createTable('round_sharing')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('shared', 'integer', (c) => c.notNull())
    .addColumn('chosen_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('round_sharing_pk', ['agreement_id', 'party_id'])
    .execute()
}

async function links(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('round')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('party_id', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('uses', 'integer', (c) => c.notNull())
    .addColumn('last_used_at', 'text')
    .execute()
  await db.schema.createIndex('round_agreement').on('round').column('agreement_id').execute()
}

async function readers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('round_reader')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('round_remark')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('round_id', 'text', (c) => c.notNull().references('round.id'))
    .addColumn('reader_id', 'text', (c) => c.notNull().references('round_reader.id'))
    // Chosen by who sends it, so that sending twice keeps one.
    .addColumn('remark_id', 'text', (c) => c.notNull())
    .addColumn('section_id', 'text')
    // What the article was called then: it may be gone later.
    .addColumn('heading', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('round_remark_once', ['reader_id', 'remark_id'])
    .execute()
  await db.schema.createIndex('round_remark_round').on('round_remark').column('round_id').execute()
}
