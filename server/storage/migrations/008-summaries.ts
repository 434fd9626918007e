import { type Kysely, sql } from 'kysely'

/** What a list says of an agreement, as its text was at entry `seq`; `party_names` is a list in JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table agreement_summary (
    agreement_id text primary key references agreement (id), seq integer not null,
    title text not null, party_names text not null
  ) without rowid`.execute(db)
}
