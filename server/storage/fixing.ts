import type { Kysely, Transaction } from 'kysely'
import { appendAct } from './acts.ts'
import type { Done } from './admission.ts'
import type { AgreementTables } from './agreements.ts'
import type { ConsentTables } from './consents.ts'

export type FixingTables = {
  fixing: {
    agreement_id: string
    version: number
    fixed_at: string
    fixed_by: string
    decision: string
    file_name: string
    file: Uint8Array
    file_hash: string
    text_hash: string
    asked_at: string | null
    asked_by: string | null
    asked_reason: string
    opened_at: string | null
    consents_until: number | null
  }
  fixing_opening: { agreement_id: string; version: number; party_id: string; person_id: string; at: string }
}

export type FixedFile = { bytes: Uint8Array; name: string }
export type NewFixing = {
  version: number
  decision: string
  file: FixedFile
  fileHash: string
  textHash: string
}
export type StoredFixing = {
  version: number
  at: string
  by: string
  decision: string
  fileHash: string
  textHash: string
  /** Somebody asked to open it again; null while nobody did. */
  asked: { at: string; by: string; reason: string; parties: string[] } | null
}

type Needed = FixingTables & ConsentTables & AgreementTables

/** Texts that are fixed, and opening them again. Each change stands in the log of acts in the same transaction. */
export type FixingStore = ReturnType<typeof fixingStore>

export function fixingStore(db: Kysely<Needed>) {
  return { ...fixed(db), ...opening(db) }
}

/** The one that holds now is the last, while it is not opened. */
const standing = (db: Kysely<Needed> | Transaction<Needed>, agreementId: string) =>
  db.selectFrom('fixing').where('agreement_id', '=', agreementId).where('opened_at', 'is', null)

function fixed(db: Kysely<Needed>) {
  return {
    /** The text as it is fixed now; null while it is written in. */
    async maybeFixing(agreementId: string): Promise<StoredFixing | null> {
      const row = await standing(db, agreementId)
        .select(['version', 'fixed_at', 'fixed_by', 'decision', 'file_hash', 'text_hash'])
        .select(['asked_at', 'asked_by', 'asked_reason'])
        .executeTakeFirst()
      if (!row) return null
      const { version, asked_at, asked_by, asked_reason } = row
      const yes = await db
        .selectFrom('fixing_opening')
        .select('party_id')
        .where('agreement_id', '=', agreementId)
        .where('version', '=', version)
        .execute()
      const parties = yes.map(({ party_id }) => party_id)
      return {
        ...{ version, at: row.fixed_at, by: row.fixed_by, decision: row.decision },
        ...{ fileHash: row.file_hash, textHash: row.text_hash },
        asked: asked_at === null ? null : { at: asked_at, by: asked_by ?? '', reason: asked_reason, parties },
      }
    },

    /** The Word file of a version, also of one that was opened since; null when there is none. Without a version, of the one that holds now. */
    async maybeFixedFile(agreementId: string, version: number | null): Promise<FixedFile | null> {
      const some =
        version === null ? standing(db, agreementId) : db.selectFrom('fixing').where('version', '=', version)
      const row = await some
        .select(['file', 'file_name'])
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return row ? { bytes: row.file, name: row.file_name } : null
    },

    /** When a version was fixed, also one that was opened since; null when there is none. */
    async maybeFixedAt(agreementId: string, version: number): Promise<string | null> {
      const row = await db
        .selectFrom('fixing')
        .select('fixed_at')
        .where('agreement_id', '=', agreementId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row?.fixed_at ?? null
    },

    /** Keeps a fixed text and its file. */
    async addFixing(fixing: NewFixing, { agreementId, by, at }: Done): Promise<void> {
      const { version, decision, file, fileHash, textHash } = fixing
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('fixing')
          .values({
            ...{ agreement_id: agreementId, version, fixed_at: at, fixed_by: by, decision },
            ...{ file_name: file.name, file: file.bytes, file_hash: fileHash, text_hash: textHash },
            ...{ asked_at: null, asked_by: null, asked_reason: '', opened_at: null, consents_until: null },
          })
          .execute()
        await tx
          .updateTable('agreement')
          .set({ status: 'ready_to_sign', version })
          .where('id', '=', agreementId)
          .execute()
        await appendAct(tx, { at, kind: 'fix_text', agreementId, personId: by })
      })
    },

    /** The last akkoord that needs another look because the text was opened since; 0 when it never was. */
    async reopenedUntil(agreementId: string): Promise<number> {
      const row = await db
        .selectFrom('fixing')
        .select((e) => e.fn.max('consents_until').as('until'))
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return row?.until ?? 0
    },
  }
}

function opening(db: Kysely<Needed>) {
  return {
    /** Asks the parties, or takes the question back (`reason` null); with a new question nobody has answered yet. */
    async askOpening(version: number, reason: string | null, { agreementId, by, at }: Done): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const asks = reason !== null
        await tx
          .updateTable('fixing')
          .set({ asked_at: asks ? at : null, asked_by: asks ? by : null, asked_reason: reason ?? '' })
          .where('agreement_id', '=', agreementId)
          .where('version', '=', version)
          .execute()
        await tx
          .deleteFrom('fixing_opening')
          .where('agreement_id', '=', agreementId)
          .where('version', '=', version)
          .execute()
        const kind = asks ? 'ask_to_open_again' : 'ask_to_open_withdrawn'
        await appendAct(tx, { at, kind, agreementId, personId: by })
      })
    },

    /** A party says yes; said before it stays as it was. */
    async addYes(version: number, partyId: string, { agreementId, by, at }: Done): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('fixing_opening')
          .values({ agreement_id: agreementId, version, party_id: partyId, person_id: by, at })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 0n) return
        await appendAct(tx, { at, kind: 'agree_to_open_again', agreementId, personId: by })
      })
    },

    /** Opens the text: every akkoord that was given until now needs another look. */
    async openAgain(version: number, { agreementId, by, at }: Done): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const last = await tx
          .selectFrom('consent')
          .select((e) => e.fn.max('seq').as('seq'))
          .where('agreement_id', '=', agreementId)
          .executeTakeFirst()
        await tx
          .updateTable('fixing')
          .set({ opened_at: at, consents_until: last?.seq ?? 0 })
          .where('agreement_id', '=', agreementId)
          .where('version', '=', version)
          .execute()
        await tx.updateTable('agreement').set({ status: 'draft' }).where('id', '=', agreementId).execute()
        await appendAct(tx, { at, kind: 'open_again', agreementId, personId: by })
      })
    },
  }
}
