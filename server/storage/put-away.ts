import type { Kysely } from 'kysely'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'

export function putAway(db: Kysely<AgreementTables>) {
  return {
    /** Why nobody may write in an agreement's text now; null when writers may, and for one that is not there. From its fixing on the status of a text is kept. */
    async holdOf(id: string): Promise<'archived' | 'fixed' | null> {
      const one = db.selectFrom('agreement').select(['archived_at', 'status']).where('id', '=', id)
      const row = await one.executeTakeFirst()
      if (row?.archived_at) return 'archived'
      return row && row.status !== 'draft' ? 'fixed' : null
    },

    /** Puts an agreement away, or takes it back; nothing happens when that is so already. */
    async setArchived(
      id: string,
      archivedAt: string | null,
      act: { at: string; personId: string },
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const changed = await tx
          .updateTable('agreement')
          .set({ archived_at: archivedAt })
          .where('id', '=', id)
          .where('archived_at', archivedAt === null ? 'is not' : 'is', null)
          .executeTakeFirst()
        if (changed.numUpdatedRows === 0n) return
        await appendAct(tx, { ...act, kind: archivedAt === null ? 'unarchive' : 'archive', agreementId: id })
      })
    },
  }
}
