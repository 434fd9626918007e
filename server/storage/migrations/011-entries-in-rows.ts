import { type Kysely, sql } from 'kysely'

/**
 * Entries in a table with an index beside it. In a table that is ordered by its key itself SQLite compares whole rows, so that each append
 * beside the large entry a document begins with read all of that (https://sqlite.org/withoutrowid.html, "large rows").
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document_update rename to document_update_by_key`.execute(db)
  await sql`create table document_update (
    document_id text not null references document (id), seq integer not null,
    person_id text not null, at integer not null, bytes blob not null,
    primary key (document_id, seq)
  )`.execute(db)
  await sql`insert into document_update select document_id, seq, person_id, at, bytes from document_update_by_key
    order by document_id, seq`.execute(db)
  await sql`drop table document_update_by_key`.execute(db)
}
