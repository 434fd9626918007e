import type { Kysely, Transaction } from 'kysely'
import { appendAct } from './acts.ts'
import { lastChange } from './agreements.ts'
import { FORMER_NAME } from './privacy.ts'
import type { Tables } from './tables.ts'

/**
 * Every table that tells of one agreement, those that others refer to last. Acts stay: they say nothing of what was in it. A test reads the layout
 * and fails for one that is forgotten.
 */
export const TABLES_OF_AGREEMENT = [
  'scan_score',
  'scan_ready',
  'scan_opening',
  'step_note',
  'advice_choice',
  'return_decision',
  'returned_file',
  'proposal_decision',
  'proposal',
  'proposal_seen',
  'proposal_scan',
  'proposal_rules',
  'visit',
  'unclear_mark',
  'agreement_summary',
  'room_code',
  'comment',
  'comment_thread',
  'round_remark',
  'round_reader',
  'round_sharing',
  'round',
  'fixing_opening',
  'fixing',
  'consent',
  'agreed_content',
  'open_point',
  'version',
  'invitation',
  'api_token',
  'participant',
] as const

export type Deletion = {
  agreementId: string
  kind: 'delete-agreement' | 'delete-expired-agreement'
  /** Null when its time was over. */
  by: string | null
  at: string
}

/** An agreement and when it last changed (ISO 8601). */
export type LastChanged = { id: string; changedAt: string }

/** How long agreements are kept after their last change, and since when that is so. */
export type StoredRetention = { months: number | null; since: string | null; workspace: string }

/** Agreements that go away, and when they do so by themselves. */
export type DeletionStore = ReturnType<typeof deletionStore>

export function deletionStore(db: Kysely<Tables>) {
  return { ...deleting(db), ...retention(db) }
}

function deleting(db: Kysely<Tables>) {
  return {
    /** The title as a list last showed it; null when there is none. */
    async maybeTitle(agreementId: string): Promise<string | null> {
      const mine = db.selectFrom('agreement_summary').select('title').where('agreement_id', '=', agreementId)
      return (await mine.executeTakeFirst())?.title ?? null
    },

    /**
     * Takes out all that is kept about an agreement beside its text, and notes that the text has to follow. Who was in this one alone, and is no
     * member, is kept by name no longer. False when it was gone already.
     */
    async deleteAgreement({ agreementId, kind, by, at }: Deletion): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const there = await tx
          .selectFrom('agreement')
          .select('id')
          .where('id', '=', agreementId)
          .executeTakeFirst()
        if (!there) return false
        const people = await tx
          .selectFrom('participant')
          .select('person_id')
          .where('agreement_id', '=', agreementId)
          .execute()
        for (const table of TABLES_OF_AGREEMENT)
          await tx.deleteFrom(table).where('agreement_id', '=', agreementId).execute()
        await tx.deleteFrom('agreement').where('id', '=', agreementId).execute()
        for (const { person_id } of people) await forgetStranger(tx, person_id, at)
        const removal = { document_id: agreementId, at }
        await tx
          .insertInto('document_removal')
          .values(removal)
          .onConflict((c) => c.doNothing())
          .execute()
        await appendAct(tx, { at, kind, agreementId, personId: by })
        return true
      })
    },

    /** Documents whose agreement is gone and that are not gone themselves yet. */
    async removals(): Promise<string[]> {
      const rows = await db.selectFrom('document_removal').select('document_id').execute()
      return rows.map((row) => row.document_id)
    },

    /** The document is gone, to the last byte. */
    async removalDone(documentId: string): Promise<void> {
      await db.deleteFrom('document_removal').where('document_id', '=', documentId).execute()
    },
  }
}

/** Somebody who is in no agreement any more and belongs to no workspace: there is no reason left to know them. */
async function forgetStranger(tx: Transaction<Tables>, personId: string, at: string): Promise<void> {
  const part = await tx
    .selectFrom('participant')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const member = await tx
    .selectFrom('member')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (part || member) return
  await tx.deleteFrom('session').where('person_id', '=', personId).execute()
  await tx
    .updateTable('person')
    .set({ name: FORMER_NAME, erased_at: at })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
}

function retention(db: Kysely<Tables>) {
  return {
    async retention(): Promise<StoredRetention> {
      const row = await db
        .selectFrom('workspace')
        .select(['retention_months', 'retention_since', 'name'])
        .limit(1)
        .executeTakeFirst()
      return {
        months: row?.retention_months ?? null,
        since: row?.retention_since ?? null,
        workspace: row?.name ?? '',
      }
    },

    async setRetention(months: number | null, by: { personId: string; at: string }): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('workspace').set({ retention_months: months, retention_since: by.at }).execute()
        const { at, personId } = by
        await appendAct(tx, { at, kind: 'change-retention', agreementId: null, personId })
      })
    },

    /** When each of these agreements last changed; of all of them without `ids`. */
    async lastChanges(ids?: readonly string[]): Promise<LastChanged[]> {
      if (ids?.length === 0) return []
      let found = db.selectFrom('agreement').select(['agreement.id', 'created_at'])
      if (ids) found = found.where('agreement.id', 'in', [...ids])
      const rows = await found.select((e) => lastChange(e).as('textAt')).execute()
      return rows.map(({ id, created_at, textAt }) => ({
        id,
        changedAt: textAt === null ? created_at : new Date(Number(textAt)).toISOString(),
      }))
    },
  }
}
