import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { AgreementTables } from './agreements.ts'

/** What the log of acts knows. */
export type ActKind =
  | 'create'
  | 'invite'
  | 'join'
  | 'ask-to-join'
  | 'admit'
  | 'change-role'
  | 'rename-participant'
  | 'remove-participant'
  | 'revoke-invitation'
  | 'close-links'
  | 'open-room-code'
  | 'close-room-code'
  | 'open-round'
  | 'close-round'
  | 'export'
  | 'scan_ready'
  | 'scan_not_ready'
  | 'scan_open'
  | 'scan_resume'
  | 'advice_set_aside'
  | 'advice_taken_up'
  | 'archive'
  | 'unarchive'
  | 'hand-over'
  | 'sign-in'
  | 'change-password'
  | 'invite-member'
  | 'withdraw-member-invitation'
  | 'become-member'
  | 'change-rights'
  | 'remove-member'

/** One thing somebody did, without names and without content. */
export type Act = {
  at: string
  kind: ActKind
  /** Null for what is done in the workspace. */
  agreementId: string | null
  personId: string
}

/** The log of acts: rows are added, never changed. */
export function acts(db: Kysely<AgreementTables>) {
  return {
    async addAct(act: Act): Promise<void> {
      await db.transaction().execute((tx) => appendAct(tx, act))
    },

    /** The number of the first act whose hash does not follow from the one before; null when the log is whole. */
    async firstBrokenAct(): Promise<number | null> {
      const rows = await db.selectFrom('act').selectAll().orderBy('seq').execute()
      let previous = ''
      for (const row of rows) {
        if (row.previous_hash !== previous || row.hash !== hashOf(row, previous)) return row.seq ?? 0
        previous = row.hash
      }
      return null
    },
  }
}

/** Adds a line to the log of acts, in the transaction of what it tells. */
export async function appendAct(tx: Transaction<AgreementTables>, act: Act): Promise<void> {
  const last = await tx.selectFrom('act').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const row = { at: act.at, kind: act.kind, agreement_id: act.agreementId, person_id: act.personId }
  const previous = last?.hash ?? ''
  await tx
    .insertInto('act')
    .values({ ...row, previous_hash: previous, hash: hashOf(row, previous) })
    .execute()
}

type HashedAct = Pick<AgreementTables['act'], 'at' | 'kind' | 'agreement_id' | 'person_id'>

function hashOf(act: HashedAct, previous: string): string {
  const parts = [previous, act.at, act.kind, act.agreement_id, act.person_id]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
