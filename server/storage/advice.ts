import type { Generated, Kysely } from 'kysely'
import { appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type AdviceTables = {
  advice_choice: {
    seq: Generated<number>
    agreement_id: string
    slug: string
    facts_key: string
    reason: string | null
    person_id: string
    at: string
  }
}

/** An advice set aside with a reason, or taken up again: then the reason is null. */
export type AdviceChoice = {
  slug: string
  factsKey: string
  reason: string | null
  personId: string
  at: string
}

type Needed = AdviceTables & AgreementTables & PeopleTables

/** What parties chose about advice. Nothing is changed or removed; each choice stands in the log of acts as well. */
export type AdviceStore = ReturnType<typeof adviceStore>

export function adviceStore(db: Kysely<Needed>) {
  return {
    /** The newest choice per rule. */
    async choicesOf(agreementId: string): Promise<AdviceChoice[]> {
      const rows = await db
        .selectFrom('advice_choice')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('seq')
        .execute()
      const newest = new Map(rows.map((row) => [row.slug, row]))
      return [...newest.values()].map(({ slug, facts_key, reason, person_id, at }) => ({
        slug,
        factsKey: facts_key,
        reason,
        personId: person_id,
        at,
      }))
    },

    async addChoice(
      agreementId: string,
      { slug, factsKey, reason, personId, at }: AdviceChoice,
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const values = {
          agreement_id: agreementId,
          slug,
          facts_key: factsKey,
          reason,
          person_id: personId,
          at,
        }
        await tx.insertInto('advice_choice').values(values).execute()
        const kind = reason === null ? 'advice_taken_up' : 'advice_set_aside'
        await appendAct(tx, { at, kind, agreementId, personId })
      })
    },
  }
}
