import type { Kysely } from 'kysely'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type VisitTables = {
  visit: { agreement_id: string; person_id: string; seen_at: string; previous_ended_at: string | null }
}

/** When somebody was seen last in an agreement, and when the visit before the present or last one ended. */
export type StoredVisit = {
  agreementId: string
  personId: string
  seenAt: string
  previousEndedAt: string | null
}

/** When people were in an agreement last: one row a person and agreement. */
export type VisitStore = ReturnType<typeof visitStore>

/** Rows in one statement: SQLite takes 32,766 values, PostgreSQL 65,535. */
const AT_ONCE = 1000

type Needed = VisitTables & Pick<AgreementTables, 'agreement'> & Pick<PeopleTables, 'person'>

export function visitStore(db: Kysely<Needed>) {
  return {
    async maybeVisit(agreementId: string, personId: string): Promise<StoredVisit | null> {
      const row = await db
        .selectFrom('visit')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row ? visitOf(row) : null
    },

    /** Replaces what is known of visits to these agreements by what `change` makes of it, as one step. */
    async change(
      agreementIds: readonly string[],
      change: (known: readonly StoredVisit[]) => StoredVisit[],
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const known: StoredVisit[] = []
        for (const ids of inPieces(agreementIds)) {
          const rows = await tx.selectFrom('visit').selectAll().where('agreement_id', 'in', ids).execute()
          known.push(...rows.map(visitOf))
        }
        for (const visits of inPieces(await stillThere(tx, change(known)))) {
          await tx
            .insertInto('visit')
            .values(visits.map(rowOf))
            .onConflict((c) =>
              c.columns(['agreement_id', 'person_id']).doUpdateSet((e) => ({
                seen_at: e.ref('excluded.seen_at'),
                previous_ended_at: e.ref('excluded.previous_ended_at'),
              })),
            )
            .execute()
        }
      })
    },
  }
}

/** Without those of agreements that were deleted meanwhile, and of people who had themselves erased. */
async function stillThere(db: Kysely<Needed>, visits: StoredVisit[]): Promise<StoredVisit[]> {
  const agreements = new Set<string>()
  const people = new Set<string>()
  for (const some of inPieces(visits)) {
    const ids = some.map((visit) => visit.agreementId)
    const found = await db.selectFrom('agreement').select('id').where('id', 'in', ids).execute()
    const known = await db
      .selectFrom('person')
      .select('id')
      .where(
        'id',
        'in',
        some.map((visit) => visit.personId),
      )
      .where('erased_at', 'is', null)
      .execute()
    for (const { id } of found) agreements.add(id)
    for (const { id } of known) people.add(id)
  }
  return visits.filter((visit) => agreements.has(visit.agreementId) && people.has(visit.personId))
}

function inPieces<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / AT_ONCE)
  return Array.from({ length: count }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}

function visitOf(row: VisitTables['visit']): StoredVisit {
  const { agreement_id, person_id, seen_at, previous_ended_at } = row
  return {
    agreementId: agreement_id,
    personId: person_id,
    seenAt: seen_at,
    previousEndedAt: previous_ended_at,
  }
}

function rowOf({ agreementId, personId, seenAt, previousEndedAt }: StoredVisit): VisitTables['visit'] {
  return {
    agreement_id: agreementId,
    person_id: personId,
    seen_at: seenAt,
    previous_ended_at: previousEndedAt,
  }
}
