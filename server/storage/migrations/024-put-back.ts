import { type Kysely, sql } from 'kysely'

/** Of which article a version was kept because that was put back; null: of all of it, or kept for something else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table version add column article_id text`.execute(db)
}
