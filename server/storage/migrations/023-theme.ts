import { type Kysely, sql } from 'kysely'

/** How the papers of a workspace look, as JSON with the logo in it; null: plain. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspace add column theme text`.execute(db)
}
