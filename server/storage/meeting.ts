import type { Kysely } from 'kysely'
import type { AgreementTables } from './agreements.ts'

export type MeetingTables = {
  unclear_mark: { agreement_id: string; article_id: string; who_hash: string }
}

/** Somebody at an article, as a hash that names nobody. */
export type UnclearMark = { articleId: string; whoHash: string }

/** Which articles people do not understand. It holds nobody's name and no time. */
export type MeetingStore = ReturnType<typeof meetingStore>

export function meetingStore(db: Kysely<MeetingTables & Pick<AgreementTables, 'participant'>>) {
  return {
    async marksOf(agreementId: string): Promise<UnclearMark[]> {
      const rows = await db
        .selectFrom('unclear_mark')
        .select(['article_id as articleId', 'who_hash as whoHash'])
        .where('agreement_id', '=', agreementId)
        // Not in the order in which they came.
        .orderBy('article_id')
        .orderBy('who_hash')
        .execute()
      return rows
    },

    /** Keeps a mark once, however often it is sent. */
    async addMark(agreementId: string, { articleId, whoHash }: UnclearMark): Promise<void> {
      await db
        .insertInto('unclear_mark')
        .values({ agreement_id: agreementId, article_id: articleId, who_hash: whoHash })
        .onConflict((c) => c.doNothing())
        .execute()
    },

    async removeMark(agreementId: string, { articleId, whoHash }: UnclearMark): Promise<void> {
      await db
        .deleteFrom('unclear_mark')
        .where('agreement_id', '=', agreementId)
        .where('article_id', '=', articleId)
        .where('who_hash', '=', whoHash)
        .execute()
    },

    /** Takes away all marks at an article; gives how many there were. */
    async clearMarks(agreementId: string, articleId: string): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('unclear_mark')
        .where('agreement_id', '=', agreementId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },

    /** The agreements that somebody is in or was in. */
    async agreementsOf(personId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('participant')
        .select('agreement_id')
        .where('person_id', '=', personId)
        .execute()
      return rows.map((row) => row.agreement_id)
    },
  }
}
