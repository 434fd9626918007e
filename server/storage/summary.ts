import { type Kysely, sql } from 'kysely'
import type { AgreementTables } from './agreements.ts'

/** What a list says of an agreement's text, as it was at entry `seq` of its log. */
export type StoredSummary = {
  seq: number
  title: string
  partyNames: string[]
  /** Every party, in order; an empty name for one that has none. */
  parties: { id: string; name: string }[]
  /** How many facts that the text shows are still empty. */
  emptyFacts: number
  /** What the akkoord of parties makes of it; absent in summaries from before there was any. */
  status?: string
  /** How many points of the advice have to be solved first; absent in summaries from before these were kept. */
  toSolve?: number
}

/** The number of the last entry of a document, as the log counts them; 0 when there is none. `id` is the column that names it. */
export function lastEntryOf(id: string) {
  const document = sql.ref(id)
  return sql<number>`max(
    coalesce((select last_seq from document where document.id = ${document}), 0),
    coalesce((select max(seq) from document_update where document_id = ${document}), 0),
    coalesce((select max(seq) from document_snapshot where document_id = ${document}), 0))`
}

type Columns = {
  seq: number | null
  title: string | null
  partyNames: string | null
  /** Parties and empty facts; empty in rows from before these were kept. */
  about: string | null
}

/** The summary as its columns hold it; null when none is kept, or one that says too little. */
export function maybeSummary({ seq, title, partyNames, about }: Columns): StoredSummary | null {
  if (seq === null || !about) return null
  const kept = JSON.parse(about) as Pick<StoredSummary, 'parties' | 'emptyFacts' | 'status' | 'toSolve'>
  return { seq, title: title ?? '', partyNames: JSON.parse(partyNames ?? '[]'), ...kept }
}

/** The summary in its columns. */
export function summaryRow({ seq, title, partyNames, ...kept }: StoredSummary) {
  const about = JSON.stringify(kept)
  return { seq, title, party_names: JSON.stringify(partyNames), about }
}

/** Somebody in an agreement, as far as a list tells. */
export type ListedPerson = { agreementId: string; partyId: string | null; state: string }

export function peopleOfList(db: Kysely<AgreementTables>) {
  return {
    /** Everybody who takes part or waits in an agreement that this person takes part in. */
    async peopleAround(personId: string): Promise<ListedPerson[]> {
      return db
        .selectFrom('participant')
        .select(['agreement_id as agreementId', 'party_id as partyId', 'state'])
        .where('agreement_id', 'in', (e) =>
          e
            .selectFrom('participant')
            .select('agreement_id')
            .where('person_id', '=', personId)
            .where('state', '=', 'active'),
        )
        .where('state', '!=', 'removed')
        .execute()
    },
  }
}
