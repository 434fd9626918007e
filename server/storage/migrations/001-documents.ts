import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/**
 * The log of documents. `without rowid` keeps the entries of one document side by side, so that loading it reads one run of pages.
 * Times are milliseconds since 1970, UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table document (
    id text primary key, created_at integer not null, last_seq integer not null
  ) without rowid`.execute(db)
  await sql`create table document_update (
    document_id text not null references document (id), seq integer not null,
    person_id text not null, at integer not null, bytes blob not null,
    primary key (document_id, seq)
  ) without rowid`.execute(db)
  await sql`create table document_snapshot (
    document_id text not null references document (id), seq integer not null,
    at integer not null, bytes blob not null, authors text not null,
    primary key (document_id, seq)
  )`.execute(db)
  await sql`create table log_epoch (epoch text primary key, since integer not null)`.execute(db)
  await sql`insert into log_epoch values (${randomUUID()}, ${Date.now()})`.execute(db)
}
