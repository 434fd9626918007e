import type { Kysely } from 'kysely'
import { type ActTables, appendAct } from './acts.ts'
import type { PeopleTables } from './people.ts'

/** How the papers of the workspace look, as the JSON that was put there. */
export type ThemeStore = ReturnType<typeof themeStore>

export function themeStore(db: Kysely<PeopleTables & ActTables>) {
  return {
    /** Null while nobody chose a look. */
    async maybeTheme(): Promise<string | null> {
      const row = await db.selectFrom('workspace').select('theme').limit(1).executeTakeFirst()
      return row?.theme ?? null
    },

    /** Puts a look in the place of the one before; null: plain. */
    async setTheme(theme: string | null, { personId, at }: { personId: string; at: string }): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('workspace').set({ theme }).execute()
        await appendAct(tx, { at, kind: 'change-theme', agreementId: null, personId })
      })
    },
  }
}
