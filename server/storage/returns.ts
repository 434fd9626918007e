import type { Generated, Kysely, Selectable } from 'kysely'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { DoneBy } from './comments.ts'
import type { PeopleTables } from './people.ts'

export type ReturnTables = {
  returned_file: {
    seq: Generated<number>
    agreement_id: string
    return_id: string
    person_id: string
    party_id: string | null
    at: string
    file_name: string
    sha256: string
    bytes: Uint8Array
    size: number
    found: number
  }
  return_decision: {
    agreement_id: string
    return_id: string
    change_id: string
    outcome: string
    person_id: string
    at: string
    made_id: string | null
    hands: string
  }
}

export type NewReturn = {
  id: string
  by: DoneBy
  fileName: string
  sha256: string
  bytes: Uint8Array
  /** How many changes it held when it came. */
  found: number
}
/** A file that came back, without its bytes. */
export type StoredReturn = Omit<NewReturn, 'bytes'>

/** What was decided about a change in a file; `hands` is JSON, `madeId` what taking over made. */
export type StoredReturnDecision = {
  returnId: string
  changeId: string
  outcome: 'take' | 'leave'
  at: string
  madeId: string | null
  hands: string
}

/** How many files of one agreement are kept, and how many bytes they are together. */
export type ReturnBounds = { inAgreement: number; bytesTogether: number }

type Needed = ReturnTables & AgreementTables & PeopleTables

/** Word files that came back, and what was decided about what is in them. Whoever calls checked who may. */
export type ReturnStore = ReturnType<typeof returnStore>

export function returnStore(db: Kysely<Needed>) {
  return { ...files(db), ...decisions(db) }
}

const ABOUT = [
  'return_id',
  'person_id',
  'party_id',
  'at',
  'file_name',
  'sha256',
  'found',
] as const satisfies (keyof ReturnTables['returned_file'])[]

function files(db: Kysely<Needed>) {
  const mine = (agreementId: string) => db.selectFrom('returned_file').where('agreement_id', '=', agreementId)

  return {
    /** The files that came back, the newest first. */
    async returnsOf(agreementId: string): Promise<StoredReturn[]> {
      const rows = await mine(agreementId)
        .select([...ABOUT])
        .orderBy('seq', 'desc')
        .execute()
      return rows.map(returnOf)
    },

    async maybeReturn(agreementId: string, id: string): Promise<StoredReturn | null> {
      const row = await mine(agreementId)
        .select([...ABOUT])
        .where('return_id', '=', id)
        .executeTakeFirst()
      return row ? returnOf(row) : null
    },

    /** The same file, when this person brought it before. */
    async maybeSame(agreementId: string, personId: string, sha256: string): Promise<StoredReturn | null> {
      const row = await mine(agreementId)
        .select([...ABOUT])
        .where('person_id', '=', personId)
        .where('sha256', '=', sha256)
        .executeTakeFirst()
      return row ? returnOf(row) : null
    },

    async maybeBytes(agreementId: string, id: string): Promise<Uint8Array | null> {
      const row = await mine(agreementId).select('bytes').where('return_id', '=', id).executeTakeFirst()
      return row?.bytes ?? null
    },

    /** Whether a file of this size can still be kept. */
    async hasRoom(agreementId: string, size: number, bounds: ReturnBounds): Promise<boolean> {
      const row = await mine(agreementId)
        .select((e) => [e.fn.countAll<number>().as('count'), e.fn.sum<number>('size').as('size')])
        .executeTakeFirstOrThrow()
      return row.count < bounds.inAgreement && Number(row.size ?? 0) + size <= bounds.bytesTogether
    },

    /** Keeps a file and notes in the log of acts that somebody brought one. False when there is no room. */
    async addReturn(agreementId: string, added: NewReturn, bounds: ReturnBounds): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        if (!(await files(tx).hasRoom(agreementId, added.bytes.length, bounds))) return false
        const { id, by, fileName, sha256, bytes, found } = added
        const { personId, at } = by
        await tx
          .insertInto('returned_file')
          .values({
            ...{ agreement_id: agreementId, return_id: id, person_id: personId, party_id: by.partyId, at },
            ...{ file_name: fileName, sha256, bytes, size: bytes.length, found },
          })
          .execute()
        await appendAct(tx, { at, kind: 'bring-back', agreementId, personId })
        return true
      })
    },

    /** Takes a file out, with what was left of it; what was taken over stays known. False when it is not there. */
    async removeReturn(
      agreementId: string,
      id: string,
      { personId, at }: { personId: string; at: string },
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const gone = await tx
          .deleteFrom('returned_file')
          .where('agreement_id', '=', agreementId)
          .where('return_id', '=', id)
          .returning('person_id')
          .executeTakeFirst()
        if (!gone) return false
        await tx
          .deleteFrom('return_decision')
          .where('agreement_id', '=', agreementId)
          .where('return_id', '=', id)
          .where('outcome', '=', 'leave')
          .execute()
        await appendAct(tx, { at, kind: 'remove-return', agreementId, personId })
        return true
      })
    },
  }
}

function decisions(db: Kysely<Needed>) {
  return {
    /** What was decided about the changes in all files of an agreement, those that are gone included. */
    async returnDecisionsOf(agreementId: string): Promise<StoredReturnDecision[]> {
      const rows = await db
        .selectFrom('return_decision')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .execute()
      return rows.map(decisionOf)
    },

    /** Whom the files name for what was taken over from them, as JSON by what that made; without those that name nobody. */
    async handsByMade(agreementId: string): Promise<{ madeId: string; hands: string }[]> {
      const rows = await db
        .selectFrom('return_decision')
        .select(['made_id', 'hands'])
        .where('agreement_id', '=', agreementId)
        .where('made_id', 'is not', null)
        .where('hands', '<>', '[]')
        .execute()
      return rows.map(({ made_id, hands }) => ({ madeId: made_id ?? '', hands }))
    },

    /** Keeps decisions; what was taken over stays so. */
    async putReturnDecisions(
      agreementId: string,
      personId: string,
      decided: readonly StoredReturnDecision[],
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        for (const { returnId, changeId, outcome, at, madeId, hands } of decided)
          await tx
            .insertInto('return_decision')
            .values({
              ...{ agreement_id: agreementId, return_id: returnId, change_id: changeId },
              ...{ outcome, person_id: personId, at, made_id: madeId, hands },
            })
            .onConflict((c) =>
              c
                .columns(['agreement_id', 'return_id', 'change_id'])
                .doUpdateSet({ outcome, at, made_id: madeId, hands })
                .where('return_decision.outcome', '=', 'leave'),
            )
            .execute()
      })
    },
  }
}

type Row = Pick<Selectable<ReturnTables['returned_file']>, (typeof ABOUT)[number]>

function returnOf({ return_id, person_id, party_id, at, file_name, sha256, found }: Row): StoredReturn {
  return {
    id: return_id,
    by: { personId: person_id, partyId: party_id, at },
    fileName: file_name,
    sha256,
    found,
  }
}

function decisionOf(row: Selectable<ReturnTables['return_decision']>): StoredReturnDecision {
  const { return_id, change_id, outcome, at, made_id, hands } = row
  const isTaken = outcome === 'take'
  return {
    ...{ returnId: return_id, changeId: change_id, outcome: isTaken ? 'take' : 'leave' },
    ...{ at, madeId: made_id, hands },
  }
}
