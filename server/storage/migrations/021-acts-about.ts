import { type Kysely, sql } from 'kysely'

/** Whom an act was about, for acts of which it was somebody else than who did it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table act add column about_person_id text`.execute(db)
}
