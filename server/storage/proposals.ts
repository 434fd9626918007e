import type { Generated, Kysely, Selectable } from 'kysely'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { DoneBy } from './comments.ts'
import type { PeopleTables } from './people.ts'

export type ProposalTables = {
  proposal: {
    seq: Generated<number>
    agreement_id: string
    id: string
    person_id: string
    party_id: string | null
    at: string
    change: string
    base: string
  }
  proposal_decision: {
    seq: Generated<number>
    agreement_id: string
    id: string
    proposal_id: string
    place: string | null
    outcome: string
    person_id: string
    party_id: string | null
    at: string
    done: number
    said: string
    applied: string
  }
  proposal_seen: { agreement_id: string; suggestion_id: string; at: string }
  proposal_scan: { agreement_id: string; seq: number }
  proposal_rules: {
    agreement_id: string
    decided_by: string
    guards_paragraphs: number
    chosen_by: string
    at: string
  }
}

/** A change proposed as data; `change` and `base` are JSON. */
export type StoredProposal = { id: string; by: DoneBy; change: string; base: string }

/** A decision; `said` is what it was about and `applied` what it did, both JSON. */
export type StoredDecision = {
  seq: number
  id: string
  proposalId: string
  place: string | null
  outcome: string
  by: DoneBy
  isDone: boolean
  said: string
  applied: string
}
export type NewDecision = Omit<StoredDecision, 'seq' | 'isDone'>

export type StoredRules = { decidedBy: string; guardsParagraphs: boolean }

type Needed = ProposalTables & AgreementTables & PeopleTables

/** Proposals as data, decisions on all proposals, and who may decide. What was decided stands in the log of acts as well. */
export type ProposalStore = ReturnType<typeof proposalStore>

export function proposalStore(db: Kysely<Needed>) {
  return { ...proposals(db), ...decisions(db), ...times(db), ...rules(db) }
}

function proposals(db: Kysely<Needed>) {
  return {
    async proposalsOf(agreementId: string): Promise<StoredProposal[]> {
      const rows = await db
        .selectFrom('proposal')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('seq')
        .execute()
      return rows.map(({ id, person_id, party_id, at, change, base }) => ({
        id,
        by: { personId: person_id, partyId: party_id, at },
        change,
        base,
      }))
    },

    /** Keeps a proposal once; false when its id is there already for another change or person. */
    async addProposal(agreementId: string, { id, by, change, base }: StoredProposal): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const there = await tx
          .selectFrom('proposal')
          .select(['person_id', 'change'])
          .where('agreement_id', '=', agreementId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (there) return there.person_id === by.personId && there.change === change
        const { personId, partyId, at } = by
        const row = {
          agreement_id: agreementId,
          id,
          person_id: personId,
          party_id: partyId,
          at,
          change,
          base,
        }
        await tx.insertInto('proposal').values(row).execute()
        await appendAct(tx, { at, kind: 'make-proposal', agreementId, personId })
        return true
      })
    },
  }
}

const KINDS = { accept: 'accept-proposal', reject: 'reject-proposal', reopen: 'reopen-proposal' } as const

function decisions(db: Kysely<Needed>) {
  return {
    async decisionsOf(agreementId: string): Promise<StoredDecision[]> {
      const rows = await db
        .selectFrom('proposal_decision')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('seq')
        .execute()
      return rows.map(decisionOf)
    },

    /** Keeps what is about to be done, before it is done. */
    async beginDecisions(agreementId: string, begun: readonly NewDecision[]): Promise<void> {
      const rows = begun.map(({ id, proposalId, place, outcome, by, said, applied }) => ({
        agreement_id: agreementId,
        id,
        proposal_id: proposalId,
        place,
        outcome,
        person_id: by.personId,
        party_id: by.partyId,
        at: by.at,
        done: 0,
        said,
        applied,
      }))
      if (rows.length > 0) await db.insertInto('proposal_decision').values(rows).execute()
    },

    /** What was begun has been done, with what it did; or came to nothing. */
    async endDecisions(
      agreementId: string,
      done: readonly Pick<NewDecision, 'id' | 'said' | 'applied'>[],
      nothing: readonly string[],
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        for (const { id, said, applied } of done) {
          const row = await tx
            .updateTable('proposal_decision')
            .set({ done: 1, said, applied })
            .where('agreement_id', '=', agreementId)
            .where('id', '=', id)
            .where('done', '=', 0)
            .returningAll()
            .executeTakeFirst()
          if (!row) continue
          const { at, person_id: personId, outcome } = row
          await appendAct(tx, { at, kind: KINDS[outcome as keyof typeof KINDS], agreementId, personId })
        }
        if (nothing.length === 0) return
        await tx
          .deleteFrom('proposal_decision')
          .where('agreement_id', '=', agreementId)
          .where('id', 'in', [...nothing])
          .where('done', '=', 0)
          .execute()
      })
    },
  }
}

function decisionOf(row: Selectable<ProposalTables['proposal_decision']>): StoredDecision {
  const { seq, id, proposal_id, place, outcome, person_id, party_id, at, done, said, applied } = row
  const by = { personId: person_id, partyId: party_id, at }
  return { seq, id, proposalId: proposal_id, place, outcome, by, isDone: done === 1, said, applied }
}

function times(db: Kysely<Needed>) {
  return {
    /** When suggestions were first seen in the log, and the last entry that was looked at; null before the first look. */
    async seenOf(agreementId: string): Promise<{ at: Map<string, string>; upTo: number | null }> {
      const rows = await db
        .selectFrom('proposal_seen')
        .select(['suggestion_id', 'at'])
        .where('agreement_id', '=', agreementId)
        .execute()
      const scan = await db
        .selectFrom('proposal_scan')
        .select('seq')
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return { at: new Map(rows.map((row) => [row.suggestion_id, row.at])), upTo: scan?.seq ?? null }
    },

    async keepSeen(agreementId: string, seen: ReadonlyMap<string, string>, upTo: number): Promise<void> {
      const rows = [...seen].map(([suggestion_id, at]) => ({ agreement_id: agreementId, suggestion_id, at }))
      await db.transaction().execute(async (tx) => {
        if (rows.length > 0)
          await tx
            .insertInto('proposal_seen')
            .values(rows)
            .onConflict((c) => c.doNothing())
            .execute()
        await tx
          .insertInto('proposal_scan')
          .values({ agreement_id: agreementId, seq: upTo })
          .onConflict((c) => c.column('agreement_id').doUpdateSet({ seq: upTo }))
          .execute()
      })
    },
  }
}

function rules(db: Kysely<Needed>) {
  return {
    async maybeRules(agreementId: string): Promise<StoredRules | null> {
      const row = await db
        .selectFrom('proposal_rules')
        .select(['decided_by', 'guards_paragraphs'])
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return row ? { decidedBy: row.decided_by, guardsParagraphs: row.guards_paragraphs === 1 } : null
    },

    async setRules(
      agreementId: string,
      { decidedBy, guardsParagraphs }: StoredRules,
      { personId, at }: Pick<DoneBy, 'personId' | 'at'>,
    ): Promise<void> {
      const chosen = { decided_by: decidedBy, guards_paragraphs: guardsParagraphs ? 1 : 0, at }
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('proposal_rules')
          .values({ agreement_id: agreementId, chosen_by: personId, ...chosen })
          .onConflict((c) => c.column('agreement_id').doUpdateSet({ chosen_by: personId, ...chosen }))
          .execute()
        await appendAct(tx, { at, kind: 'change-proposal-rules', agreementId, personId })
      })
    },
  }
}
