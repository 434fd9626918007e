import { type Kysely, sql } from 'kysely'

/**
 * What bounds a token, how long agreements are kept (and since when that is so), who had everything about themselves erased, and documents
 * whose agreement is gone and that have to follow. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table api_token add column scope text not null default 'write'`.execute(db)
  await sql`alter table api_token add column agreement_id text`.execute(db)
  await sql`alter table api_token add column expires_at text`.execute(db)
  await sql`alter table workspace add column retention_months integer`.execute(db)
  await sql`alter table workspace add column retention_since text`.execute(db)
  await sql`alter table person add column erased_at text`.execute(db)
  await sql`create table document_removal (document_id text primary key, at text not null) without rowid`.execute(
    db,
  )
  await sql`create index act_agreement on act (agreement_id, seq)`.execute(db)
  await sql`create index step_note_person on step_note (person_id)`.execute(db)
  await sql`create index session_person on session (person_id)`.execute(db)
}
