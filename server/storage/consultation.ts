import type { Generated, Kysely, Selectable } from 'kysely'
import { appendAct } from './acts.ts'
import type { Done } from './admission.ts'
import type { AgreementTables } from './agreements.ts'

export type ConsultationTables = {
  round: {
    id: string
    hash: string
    agreement_id: string
    party_id: string
    label: string
    created_by: string
    created_at: string
    expires_at: string
    closed_at: string | null
    uses: number
    last_used_at: string | null
  }
  round_reader: { id: string; hash: string; agreement_id: string; round_id: string; created_at: string }
  round_remark: {
    seq: Generated<number>
    agreement_id: string
    round_id: string
    reader_id: string
    remark_id: string
    section_id: string | null
    heading: string
    text: string
    at: string
  }
  round_sharing: { agreement_id: string; party_id: string; shared: number; chosen_by: string; at: string }
}

export type NewRound = {
  id: string
  hash: string
  agreementId: string
  partyId: string
  label: string
  createdBy: string
  at: string
  expiresAt: string
}
export type StoredRound = {
  id: string
  partyId: string
  label: string
  createdAt: string
  expiresAt: string
  closedAt: string | null
  uses: number
  lastUsedAt: string | null
  /** How many remarks came in by it. */
  remarks: number
}
export type OpenRound = { id: string; agreementId: string; partyId: string }
export type StoredReader = {
  readerId: string
  roundId: string
  agreementId: string
  partyId: string
  expiresAt: string
}
export type NewRemark = { id: string; sectionId: string | null; heading: string; text: string; at: string }
export type StoredRemark = NewRemark & { roundId: string; partyId: string }

/** How much one link may bring in: far more than a support base writes, and an end to what a program can fill. */
export type RoundBounds = { readers: number; remarks: number; ofReader: number }

type Needed = ConsultationTables & AgreementTables

/** The round along the support base: links, who opened them, remarks. Links stand in the log of acts in the same transaction. */
export type ConsultationStore = ReturnType<typeof consultationStore>

export function consultationStore(db: Kysely<Needed>) {
  return { ...rounds(db), ...readers(db), ...remarks(db), ...sharing(db) }
}

function rounds(db: Kysely<Needed>) {
  return {
    async addRound(round: NewRound): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { id, hash, agreementId, partyId, label, createdBy, at, expiresAt } = round
        await tx
          .insertInto('round')
          .values({
            ...{ id, hash, label, agreement_id: agreementId, party_id: partyId, created_by: createdBy },
            ...{ created_at: at, expires_at: expiresAt, closed_at: null, uses: 0, last_used_at: null },
          })
          .execute()
        await appendAct(tx, { at, kind: 'open-round', agreementId, personId: createdBy })
      })
    },

    /** All links of an agreement, the oldest first, those that open nothing any more included. */
    async roundsOf(agreementId: string): Promise<StoredRound[]> {
      const rows = await db
        .selectFrom('round')
        .selectAll('round')
        .select((e) =>
          e
            .selectFrom('round_remark')
            .select(e.fn.countAll<number>().as('count'))
            .whereRef('round_remark.round_id', '=', 'round.id')
            .as('remarks'),
        )
        .where('agreement_id', '=', agreementId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...roundOf(row), remarks: Number(row.remarks ?? 0) }))
    },

    /** The link behind a secret; null when there is none, or it was closed, or its time is over. */
    async maybeOpenRound(hash: string, now: string): Promise<OpenRound | null> {
      const row = await db
        .selectFrom('round')
        .select(['id', 'agreement_id', 'party_id'])
        .where('hash', '=', hash)
        .where('closed_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ? { id: row.id, agreementId: row.agreement_id, partyId: row.party_id } : null
    },

    /** Closes a link; one that was closed before stays as it was. */
    async closeRound(id: string, { agreementId, by, at }: Done): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('round')
          .set({ closed_at: at })
          .where('id', '=', id)
          .where('agreement_id', '=', agreementId)
          .where('closed_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows > 0n) await appendAct(tx, { at, kind: 'close-round', agreementId, personId: by })
      })
    },
  }
}

function readers(db: Kysely<Needed>) {
  return {
    /** Somebody opened a link. False when as many did as may. */
    async addReader(
      reader: { id: string; hash: string; agreementId: string; roundId: string; at: string },
      bounds: RoundBounds,
    ): Promise<boolean> {
      const { id, hash, agreementId, roundId, at } = reader
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('round')
          .set((e) => ({ uses: e('uses', '+', 1), last_used_at: at }))
          .where('id', '=', roundId)
          .where('uses', '<', bounds.readers)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await tx
          .insertInto('round_reader')
          .values({ id, hash, agreement_id: agreementId, round_id: roundId, created_at: at })
          .execute()
        return true
      })
    },

    /** Whose device keeps this secret; null when nobody's does, or the link they came by was closed or is over. */
    async maybeReader(hash: string, now: string): Promise<StoredReader | null> {
      const row = await db
        .selectFrom('round_reader')
        .innerJoin('round', 'round.id', 'round_reader.round_id')
        .select(['round_reader.id as readerId', 'round.id as roundId', 'round.expires_at as expiresAt'])
        .select(['round.agreement_id as agreementId', 'round.party_id as partyId'])
        .where('round_reader.hash', '=', hash)
        .where('round.closed_at', 'is', null)
        .where('round.expires_at', '>', now)
        .executeTakeFirst()
      return row ?? null
    },
  }
}

function remarks(db: Kysely<Needed>) {
  const all = () =>
    db
      .selectFrom('round_remark')
      .innerJoin('round', 'round.id', 'round_remark.round_id')
      .selectAll('round_remark')
      .select('round.party_id')
      .orderBy('seq')

  return {
    /** Keeps a remark; one that this reader sent before is not kept twice. False when there are as many as may be. */
    async addRemark(
      { readerId, roundId, agreementId }: Pick<StoredReader, 'readerId' | 'roundId' | 'agreementId'>,
      remark: NewRemark,
      bounds: RoundBounds,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { id, sectionId, heading, text, at } = remark
        const count = (column: 'reader_id' | 'round_id', value: string) =>
          tx
            .selectFrom('round_remark')
            .select((e) => e.fn.countAll<number>().as('count'))
            .where(column, '=', value)
            .executeTakeFirstOrThrow()
        if (Number((await count('reader_id', readerId)).count) >= bounds.ofReader) return false
        if (Number((await count('round_id', roundId)).count) >= bounds.remarks) return false
        await tx
          .insertInto('round_remark')
          .values({
            ...{ agreement_id: agreementId, round_id: roundId, reader_id: readerId, remark_id: id },
            ...{ section_id: sectionId, heading, text, at },
          })
          .onConflict((c) => c.columns(['reader_id', 'remark_id']).doNothing())
          .execute()
        return true
      })
    },

    /** Deletes what one device sent. False when there was nothing. */
    async withdrawRemark({ readerId, remarkId }: { readerId: string; remarkId: string }): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('round_remark')
        .where('reader_id', '=', readerId)
        .where('remark_id', '=', remarkId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    /** Deletes what came in by a link, and says in the log of acts that somebody did. False when there was nothing. */
    async removeRemark(
      { roundId, remarkId }: { roundId: string; remarkId: string },
      { agreementId, by, at }: Done,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('round_remark')
          .where('agreement_id', '=', agreementId)
          .where('round_id', '=', roundId)
          .where('remark_id', '=', remarkId)
          .executeTakeFirst()
        if (numDeletedRows > 0n) await appendAct(tx, { at, kind: 'remove-remark', agreementId, personId: by })
        return numDeletedRows > 0n
      })
    },

    /** What was sent from one device, the oldest first. */
    async remarksFrom(readerId: string): Promise<StoredRemark[]> {
      return (await all().where('reader_id', '=', readerId).execute()).map(remarkOf)
    },

    /** What came in for these parties, the oldest first. */
    async remarksFor(agreementId: string, partyIds: readonly string[]): Promise<StoredRemark[]> {
      if (partyIds.length === 0) return []
      const theirs = all()
        .where('round.agreement_id', '=', agreementId)
        .where('round.party_id', 'in', [...partyIds])
      return (await theirs.execute()).map(remarkOf)
    },
  }
}

function sharing(db: Kysely<Needed>) {
  return {
    /** The parties whose remarks all parties see. */
    async sharingParties(agreementId: string): Promise<Set<string>> {
      const rows = await db
        .selectFrom('round_sharing')
        .select('party_id')
        .where('agreement_id', '=', agreementId)
        .where('shared', '=', 1)
        .execute()
      return new Set(rows.map((row) => row.party_id))
    },

    async putSharing(partyId: string, isShared: boolean, { agreementId, by, at }: Done): Promise<void> {
      const choice = { shared: isShared ? 1 : 0, chosen_by: by, at }
      await db
        .insertInto('round_sharing')
        .values({ agreement_id: agreementId, party_id: partyId, ...choice })
        .onConflict((c) => c.columns(['agreement_id', 'party_id']).doUpdateSet(choice))
        .execute()
    },
  }
}

function roundOf(row: ConsultationTables['round']): Omit<StoredRound, 'remarks'> {
  return {
    id: row.id,
    partyId: row.party_id,
    label: row.label,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    closedAt: row.closed_at,
    uses: row.uses,
    lastUsedAt: row.last_used_at,
  }
}

function remarkOf(row: Selectable<ConsultationTables['round_remark']> & { party_id: string }): StoredRemark {
  const { remark_id, section_id, heading, text, at, round_id, party_id } = row
  return { id: remark_id, sectionId: section_id, heading, text, at, roundId: round_id, partyId: party_id }
}
