import type { Generated, Kysely, Selectable } from 'kysely'
import type { ActKind } from '../../shared/protocol/acts.ts'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'

export type ConsentTables = {
  consent: {
    seq: Generated<number>
    agreement_id: string
    consent_id: string
    article_id: string
    party_id: string
    person_id: string
    state: string
    reason: string
    hash: string
    at: string
  }
  agreed_content: { agreement_id: string; hash: string; content: string }
}

export type NewConsent = {
  /** Chosen by who gives it. */
  id: string
  agreementId: string
  articleId: string
  partyId: string
  personId: string
  state: string
  reason: string
  /** Of what the article said then; empty when nothing was agreed to. */
  hash: string
  at: string
}
export type StoredConsent = NewConsent & { seq: number }

/** What parties said of articles. Rows are added and never changed; each stands in the log of acts in the same transaction. */
export type ConsentStore = ReturnType<typeof consentStore>

export function consentStore(db: Kysely<ConsentTables & AgreementTables>) {
  return {
    /** What counts now: the newest of each party about each article. */
    async consentsOf(agreementId: string): Promise<StoredConsent[]> {
      const newest = db
        .selectFrom('consent')
        .select((e) => e.fn.max('seq').as('seq'))
        .where('agreement_id', '=', agreementId)
        .groupBy(['article_id', 'party_id'])
      const rows = await db
        .selectFrom('consent')
        .selectAll()
        .where('seq', 'in', newest)
        .orderBy('seq')
        .execute()
      return rows.map(consentOf)
    },

    /** The one that this person gave under this id; null when there is none. */
    async maybeConsent(agreementId: string, personId: string, id: string): Promise<StoredConsent | null> {
      const row = await db
        .selectFrom('consent')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('person_id', '=', personId)
        .where('consent_id', '=', id)
        .executeTakeFirst()
      return row ? consentOf(row) : null
    },

    /** Keeps one with what the article said, which is kept once; `content` is null when nothing was agreed to. Gives its number. */
    async addConsent(consent: NewConsent, content: string | null, kind: ActKind): Promise<number> {
      const { agreementId, hash, personId, at } = consent
      return db.transaction().execute(async (tx) => {
        const { seq } = await tx
          .insertInto('consent')
          .values(rowOf(consent))
          .returning('seq')
          .executeTakeFirstOrThrow()
        if (content !== null)
          await tx
            .insertInto('agreed_content')
            .values({ agreement_id: agreementId, hash, content })
            .onConflict((c) => c.doNothing())
            .execute()
        await appendAct(tx, { at, kind, agreementId, personId })
        return seq
      })
    },

    /** What an article said when somebody agreed to it; null when nobody agreed to a content with this hash. */
    async maybeContent(agreementId: string, hash: string): Promise<string | null> {
      const row = await db
        .selectFrom('agreed_content')
        .select('content')
        .where('agreement_id', '=', agreementId)
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row?.content ?? null
    },
  }
}

function rowOf({ id, agreementId, articleId, partyId, personId, ...said }: NewConsent) {
  return {
    agreement_id: agreementId,
    consent_id: id,
    article_id: articleId,
    party_id: partyId,
    person_id: personId,
    ...said,
  }
}

function consentOf(row: Selectable<ConsentTables['consent']>): StoredConsent {
  const { seq, agreement_id, consent_id, article_id, party_id, person_id, state, reason, hash, at } = row
  return {
    ...{ seq, id: consent_id, agreementId: agreement_id, articleId: article_id, partyId: party_id },
    ...{ personId: person_id, state, reason, hash, at },
  }
}
