import { type Kysely, sql } from 'kysely'

/** Yjs client ids that showed a cursor, with the person who did so first; `id` tells the older from the newer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table document_client (
    id integer primary key, document_id text not null references document (id),
    client_id integer not null, person_id text not null,
    unique (document_id, client_id)
  )`.execute(db)
  await sql`create index document_client_person on document_client (document_id, person_id, id)`.execute(db)
}
