import { type Kysely, sql } from 'kysely'

/**
 * History that outlives compaction: entries that a snapshot has replaced, packed (`packed-entries.ts`; `size` is that of their bytes),
 * and who changed what when, which is written with the snapshot whose entries it tells of. Times are milliseconds since 1970, UTC.
 * And when people were in an agreement last; its times are ISO 8601.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table document_archive (
    document_id text not null references document (id), from_seq integer not null, to_seq integer not null,
    from_at integer not null, to_at integer not null, size integer not null, bytes blob not null,
    primary key (document_id, from_seq)
  )`.execute(db)
  await sql`create table document_change (
    id integer primary key, document_id text not null references document (id),
    place text not null, person_id text not null,
    from_at integer not null, to_at integer not null, edits integer not null
  )`.execute(db)
  await sql`create index document_change_time on document_change (document_id, to_at)`.execute(db)
  await sql`create index document_change_place on document_change (document_id, place, person_id, to_at)`.execute(
    db,
  )
  await sql`create table visit (
    agreement_id text not null references agreement (id), person_id text not null references person (id),
    seen_at text not null, previous_ended_at text,
    primary key (agreement_id, person_id)
  ) without rowid`.execute(db)
}
