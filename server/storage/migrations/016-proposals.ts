import type { Kysely } from 'kysely'

/**
 * Proposals. Words that are proposed stand in the text as marks; here stands when each was first seen in the log, what is proposed as data
 * (paragraphs, articles, rows, facts), who decided what and what that did, and who may decide. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('proposal')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    // Chosen by who proposes, so that sending twice keeps one.
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('party_id', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    // What stood there then.
    .addColumn('base', 'text', (c) => c.notNull())
    .addUniqueConstraint('proposal_once', ['agreement_id', 'id'])
    .execute()
  await db.schema
    .createTable('proposal_decision')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('proposal_id', 'text', (c) => c.notNull())
    // The article or annex whose words it is about; null for a proposal as data.
    .addColumn('place', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('party_id', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    // False between the intention and the text: what a crash left is looked up in the text.
    .addColumn('done', 'integer', (c) => c.notNull())
    // What was decided on, and what it did, as JSON.
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('applied', 'text', (c) => c.notNull())
    .addUniqueConstraint('proposal_decision_once', ['agreement_id', 'id'])
    .execute()
  await seen(db)
}

async function seen(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('proposal_seen')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('suggestion_id', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('proposal_seen_pk', ['agreement_id', 'suggestion_id'])
    .execute()
  await db.schema
    .createTable('proposal_scan')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().notNull().references('agreement.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('proposal_rules')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().notNull().references('agreement.id'))
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('guards_paragraphs', 'integer', (c) => c.notNull())
    .addColumn('chosen_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}
