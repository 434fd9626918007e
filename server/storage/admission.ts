import type { Kysely, Transaction } from 'kysely'
import type { ActKind } from '../../shared/protocol/acts.ts'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import { speaksByComingIn, speaksInRole } from './speaking.ts'

export type AdmissionTables = {
  room_code: {
    agreement_id: string
    hash: string
    ask_first: number
    uses: number
    created_by: string
    created_at: string
    expires_at: string
  }
}

export type KnownLink = {
  id: string
  partyId: string | null
  role: string
  label: string
  askFirst: boolean
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  uses: number
  lastUsedAt: string | null
}
export type StoredRoomCode = { agreementId: string; askFirst: boolean; uses: number; expiresAt: string }

/** Who did something about the way in, and when. */
export type Done = { agreementId: string; by: string; at: string }

/** What of a participant changes; the kind says what the log of acts calls it. */
export type ParticipantChange = Partial<{
  name: string
  role: string
  partyId: string | null
  state: string
  speaksFor: boolean
}>

type Needed = AdmissionTables & AgreementTables

/** The ways into an agreement, and what becomes of those who used them. Each change stands in the log of acts in the same transaction. */
export type AdmissionStore = ReturnType<typeof admissionStore>

export function admissionStore(db: Kysely<Needed>) {
  return { ...links(db), ...roomCodes(db), ...people(db) }
}

function links(db: Kysely<Needed>) {
  return {
    /** All links of an agreement, the oldest first; also those that open nothing any more. */
    async linksOf(agreementId: string): Promise<KnownLink[]> {
      const rows = await db
        .selectFrom('invitation')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(linkOf)
    },

    /** Somebody came in by this link. */
    async countUse(id: string, at: string): Promise<void> {
      await db
        .updateTable('invitation')
        .set((e) => ({ uses: e('uses', '+', 1), last_used_at: at }))
        .where('id', '=', id)
        .execute()
    },

    /** False when the agreement has no such link. One that was withdrawn before stays as it was. */
    async revokeLink(id: string, { agreementId, by, at }: Done): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const mine = tx.selectFrom('invitation').select('revoked_at').where('id', '=', id)
        const link = await mine.where('agreement_id', '=', agreementId).executeTakeFirst()
        if (!link || link.revoked_at !== null) return link !== undefined
        await tx.updateTable('invitation').set({ revoked_at: at }).where('id', '=', id).execute()
        await appendAct(tx, { at, kind: 'revoke-invitation', agreementId, personId: by })
        return true
      })
    },

    /** Withdraws every link, and the room code with them; gives how many links opened until now. */
    async closeAll({ agreementId, by, at }: Done): Promise<number> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('invitation')
          .set({ revoked_at: at })
          .where('agreement_id', '=', agreementId)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', at)
          .executeTakeFirst()
        await tx.deleteFrom('room_code').where('agreement_id', '=', agreementId).execute()
        await appendAct(tx, { at, kind: 'close-links', agreementId, personId: by })
        return Number(numUpdatedRows)
      })
    },
  }
}

function roomCodes(db: Kysely<Needed>) {
  const open = (now: string) => db.selectFrom('room_code').selectAll().where('expires_at', '>', now)

  return {
    /** Opens a code; the one before it stops working. */
    async putRoomCode(
      code: { hash: string; askFirst: boolean; expiresAt: string },
      { agreementId, by, at }: Done,
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('room_code').where('agreement_id', '=', agreementId).execute()
        await tx
          .insertInto('room_code')
          .values({
            agreement_id: agreementId,
            hash: code.hash,
            ask_first: code.askFirst ? 1 : 0,
            uses: 0,
            created_by: by,
            created_at: at,
            expires_at: code.expiresAt,
          })
          .execute()
        await appendAct(tx, { at, kind: 'open-room-code', agreementId, personId: by })
      })
    },

    async removeRoomCode({ agreementId, by, at }: Done): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('room_code').where('agreement_id', '=', agreementId).execute()
        await appendAct(tx, { at, kind: 'close-room-code', agreementId, personId: by })
      })
    },

    /** The code that is open now, by what is kept of it. */
    async maybeRoomCode(hash: string, now: string): Promise<StoredRoomCode | null> {
      const row = await open(now).where('hash', '=', hash).executeTakeFirst()
      return row ? roomCodeOf(row) : null
    },

    async maybeRoomCodeOf(agreementId: string, now: string): Promise<StoredRoomCode | null> {
      const row = await open(now).where('agreement_id', '=', agreementId).executeTakeFirst()
      return row ? roomCodeOf(row) : null
    },

    async countCodeUse(agreementId: string): Promise<void> {
      await db
        .updateTable('room_code')
        .set((e) => ({ uses: e('uses', '+', 1) }))
        .where('agreement_id', '=', agreementId)
        .execute()
    },
  }
}

function people(db: Kysely<Needed>) {
  return {
    /**
     * Changes somebody's part, and gives it as it is then. Name, role, party and the word of the party are from then on what `by` chose; without a
     * choice, who comes in as the first for a party has its word, and who stays in it keeps what is so.
     */
    async changeParticipant(
      personId: string,
      change: ParticipantChange,
      kinds: readonly ActKind[],
      { agreementId, by, at }: Done,
    ): Promise<{ speaksFor: boolean }> {
      return db.transaction().execute(async (tx) => {
        const part = tx
          .updateTable('participant')
          .where('agreement_id', '=', agreementId)
          .where('person_id', '=', personId)
        const after = await part.set(columnsOf(change, by)).returningAll().executeTakeFirst()
        const speaksFor = after !== undefined && (change.speaksFor ?? (await keepsWord(tx, after, change)))
        await part.set({ speaks_for: speaksFor ? 1 : 0 }).execute()
        for (const kind of kinds)
          await appendAct(tx, { at, kind, agreementId, personId: by, aboutPersonId: personId })
        return { speaksFor }
      })
    },
  }
}

type Row = AgreementTables['participant']

/** Whether somebody has the word of the party after a change in which it was not named. */
async function keepsWord(
  tx: Transaction<Needed>,
  { agreement_id: agreementId, person_id: personId, party_id: partyId, role, state, speaks_for }: Row,
  change: ParticipantChange,
): Promise<boolean> {
  const comesIn = change.partyId !== undefined || change.state !== undefined
  if (!comesIn && (speaks_for === 1 || change.role === undefined))
    return speaks_for === 1 && speaksInRole(role)
  return speaksByComingIn(tx, { agreementId, personId, partyId, role, state })
}

function columnsOf({ partyId, speaksFor, ...others }: ParticipantChange, by: string) {
  const { name, role } = others
  const isChoice = [name, role, partyId, speaksFor].some((choice) => choice !== undefined)
  return {
    ...others,
    ...(partyId === undefined ? {} : { party_id: partyId }),
    ...(speaksFor === undefined ? {} : { speaks_for: speaksFor ? 1 : 0 }),
    ...(isChoice ? { chosen_by: by } : {}),
  }
}

function linkOf(row: AgreementTables['invitation']): KnownLink {
  return {
    id: row.id,
    partyId: row.party_id,
    role: row.role,
    label: row.label,
    askFirst: row.ask_first === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    uses: row.uses,
    lastUsedAt: row.last_used_at,
  }
}

function roomCodeOf(row: AdmissionTables['room_code']): StoredRoomCode {
  const { agreement_id, ask_first, uses, expires_at } = row
  return { agreementId: agreement_id, askFirst: ask_first === 1, uses, expiresAt: expires_at }
}
