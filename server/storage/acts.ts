import { createHash } from 'node:crypto'
import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type { ActKind } from '../../shared/protocol/acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type ActTables = {
  act: {
    seq: Generated<number>
    at: string
    kind: string
    agreement_id: string | null
    person_id: string | null
    about_person_id: string | null
    previous_hash: string
    hash: string
  }
}

/** One thing somebody did, without names and without content. */
export type Act = {
  at: string
  kind: ActKind
  /** Null for what is done in the workspace. */
  agreementId: string | null
  /** Null for what the server does by itself. */
  personId: string | null
  /** Whom it was about, when that was somebody else; absent or null: nobody. */
  aboutPersonId?: string | null
}

/** An act as it is kept, with what proves it. */
export type KeptAct = Act & { aboutPersonId: string | null; seq: number; previousHash: string; hash: string }

/** What came of checking the whole log: the first act that does not follow from the one before, or that is missing at the end; null: whole. */
export type ActCheck = {
  count: number
  last: { seq: number; hash: string } | null
  firstBroken: number | null
}

/** The log of acts: who did what, append-only, each act with the hash of the one before. */
export type ActStore = ReturnType<typeof actStore>

/** Acts that are read at once. */
const AT_ONCE = 5000

export function actStore(
  db: Kysely<ActTables & Pick<AgreementTables, 'participant'> & Pick<PeopleTables, 'person'>>,
) {
  async function firstBrokenAct(): Promise<number | null> {
    return (await check(db)).firstBroken
  }

  return {
    async addAct(act: Act): Promise<void> {
      await db.transaction().execute((tx) => appendAct(tx, act))
    },

    /** The acts of an agreement before a number (null: from the newest), the newest first. */
    async actsOf(agreementId: string, before: number | null, limit: number): Promise<KeptAct[]> {
      let found = db.selectFrom('act').selectAll().where('agreement_id', '=', agreementId)
      if (before !== null) found = found.where('seq', '<', before)
      return (await found.orderBy('seq', 'desc').limit(limit).execute()).map(actOf)
    },

    /** The newest act of all, by which a later reader can tell that none was taken away from the end. */
    async maybeLastAct(): Promise<{ seq: number; hash: string } | null> {
      const row = await db
        .selectFrom('act')
        .select(['seq', 'hash'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ?? null
    },

    /** Whether this act, written as number:hash, is in the log. */
    async hasAct(act: string): Promise<boolean> {
      const [seq = '', hash = ''] = act.split(':')
      const row = await db
        .selectFrom('act')
        .select('seq')
        .where('seq', '=', Number(seq))
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row !== undefined
    },

    checkActs: (): Promise<ActCheck> => check(db),

    /** The number of the first act whose hash does not follow from the one before; null when the log is whole. */
    firstBrokenAct,
  }
}

async function check(db: Kysely<ActTables>): Promise<ActCheck> {
  let last = null as { seq: number; hash: string } | null
  let count = 0
  for (;;) {
    const rows = await db
      .selectFrom('act')
      .selectAll()
      .where('seq', '>', last?.seq ?? 0)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) {
      const previous: string = last?.hash ?? ''
      const isNext = row.previous_hash === previous && row.hash === hashOf(row, previous)
      if (!isNext) return { count, last, firstBroken: row.seq }
      last = { seq: row.seq, hash: row.hash }
      count += 1
    }
    if (rows.length < AT_ONCE) return { count, last, firstBroken: null }
  }
}

/** Adds a line to the log of acts, in the transaction of what it tells. */
export async function appendAct(tx: Transaction<ActTables>, act: Act): Promise<void> {
  const last = await tx.selectFrom('act').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const { at, kind, agreementId, personId, aboutPersonId = null } = act
  const row = { at, kind, agreement_id: agreementId, person_id: personId, about_person_id: aboutPersonId }
  const previous = last?.hash ?? ''
  await tx
    .insertInto('act')
    .values({ ...row, previous_hash: previous, hash: hashOf(row, previous) })
    .execute()
}

type HashedAct = Pick<ActTables['act'], 'at' | 'kind' | 'agreement_id' | 'person_id' | 'about_person_id'>

function hashOf(act: HashedAct, previous: string): string {
  const parts = [previous, act.at, act.kind, act.agreement_id, act.person_id]
  // As acts were hashed before they told whom they were about: what is kept of then stays true.
  if (act.about_person_id !== null) parts.push(act.about_person_id)
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function actOf(row: Selectable<ActTables['act']>): KeptAct {
  const { seq, at, kind, agreement_id, person_id, about_person_id, previous_hash, hash } = row
  return {
    seq,
    at,
    kind: kind as ActKind,
    agreementId: agreement_id,
    personId: person_id,
    aboutPersonId: about_person_id,
    previousHash: previous_hash,
    hash,
  }
}
