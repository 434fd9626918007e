import type { Kysely } from 'kysely'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type ScanTables = {
  scan_score: {
    agreement_id: string
    party_id: string
    factor_id: string
    score: number | null
    note: string
    person_id: string
    at: string
  }
  scan_ready: { agreement_id: string; party_id: string; person_id: string; at: string }
  scan_opening: { agreement_id: string; person_id: string; at: string }
}

/** What a party says about one factor, and who wrote it last. A score that was taken back is null. */
export type StoredScore = {
  partyId: string
  factorId: string
  score: number | null
  note: string
  personId: string
  at: string
}
/** Who did something, and when. */
export type StoredStep = { personId: string; at: string }
export type StoredReady = StoredStep & { partyId: string }

type Needed = ScanTables & AgreementTables & PeopleTables
/** A step of a scan as the log of acts calls it. */
type Step = StoredStep & { agreementId: string }

/** The records of the factor scan. Each step that others rely on stands in the log of acts, in the same transaction. */
export type ScanStore = ReturnType<typeof scanStore>

export function scanStore(db: Kysely<Needed>) {
  return { ...scores(db), ...readiness(db), ...opening(db) }
}

function scores(db: Kysely<Needed>) {
  return {
    async scoresOf(agreementId: string): Promise<StoredScore[]> {
      const rows = await db
        .selectFrom('scan_score')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('factor_id')
        .execute()
      return rows.map(({ party_id, factor_id, score, note, person_id, at }) => ({
        partyId: party_id,
        factorId: factor_id,
        score,
        note,
        personId: person_id,
        at,
      }))
    },

    /** The last writer per party and factor stands. */
    async putScore(agreementId: string, scored: StoredScore): Promise<void> {
      const { partyId, factorId, score, note, personId, at } = scored
      const said = { score, note, person_id: personId, at }
      await db
        .insertInto('scan_score')
        .values({ agreement_id: agreementId, party_id: partyId, factor_id: factorId, ...said })
        .onConflict((c) => c.columns(['agreement_id', 'party_id', 'factor_id']).doUpdateSet(said))
        .execute()
    },
  }
}

function readiness(db: Kysely<Needed>) {
  return {
    async readyParties(agreementId: string): Promise<StoredReady[]> {
      const rows = await db
        .selectFrom('scan_ready')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .execute()
      return rows.map(({ party_id, person_id, at }) => ({ partyId: party_id, personId: person_id, at }))
    },

    /** A party says that it is ready. Who said so first stands. */
    async addReady(partyId: string, { agreementId, personId, at }: Step): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('scan_ready')
          .values({ agreement_id: agreementId, party_id: partyId, person_id: personId, at })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 1n)
          await appendAct(tx, { at, kind: 'scan_ready', agreementId, personId })
      })
    },

    /** A party takes that back. */
    async removeReady(partyId: string, { agreementId, personId, at }: Step): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('scan_ready')
          .where('agreement_id', '=', agreementId)
          .where('party_id', '=', partyId)
          .executeTakeFirst()
        if (numDeletedRows === 1n) await appendAct(tx, { at, kind: 'scan_not_ready', agreementId, personId })
      })
    },
  }
}

function opening(db: Kysely<Needed>) {
  return {
    /** When the scores were opened, and by whom; null while each party sees its own alone. */
    async maybeOpening(agreementId: string): Promise<StoredStep | null> {
      const row = await db
        .selectFrom('scan_opening')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return row ? { personId: row.person_id, at: row.at } : null
    },

    /** The scores are open to all. Who opened them first stands. */
    async addOpening({ agreementId, personId, at }: Step): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('scan_opening')
          .values({ agreement_id: agreementId, person_id: personId, at })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 1n)
          await appendAct(tx, { at, kind: 'scan_open', agreementId, personId })
      })
    },

    /** Parties score on: what they change is for themselves until it is opened again, and nobody is ready any more. */
    async removeOpening({ agreementId, personId, at }: Step): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('scan_opening')
          .where('agreement_id', '=', agreementId)
          .executeTakeFirst()
        if (numDeletedRows !== 1n) return
        await tx.deleteFrom('scan_ready').where('agreement_id', '=', agreementId).execute()
        await appendAct(tx, { at, kind: 'scan_resume', agreementId, personId })
      })
    },
  }
}
