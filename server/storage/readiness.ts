import type { Kysely } from 'kysely'

export type ReadinessTables = { readiness: { id: number; at: string } }

/** Writes one row over and over. Rejects when the storage can not keep it: the one proof that it could keep more. */
export async function proveWritable(db: Kysely<ReadinessTables>, at: string): Promise<void> {
  await db
    .insertInto('readiness')
    .values({ id: 1, at })
    .onConflict((c) => c.column('id').doUpdateSet({ at }))
    .execute()
}
