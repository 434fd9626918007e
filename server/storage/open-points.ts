import type { Generated, Kysely, Selectable } from 'kysely'
import type { AgreementTables } from './agreements.ts'

export type OpenPointTables = {
  open_point: {
    seq: Generated<number>
    agreement_id: string
    point_id: string
    section_id: string | null
    heading: string
    text: string
    owner_person_id: string | null
    owner_party_id: string | null
    due: string | null
    made_by: string
    made_at: string
    changed_by: string | null
    changed_at: string | null
    done_by: string | null
    done_at: string | null
    removed_at: string | null
  }
}

/** What a point says. At most one of the two owners is there. */
export type PointWords = {
  sectionId: string | null
  heading: string
  text: string
  ownerPersonId: string | null
  ownerPartyId: string | null
  due: string | null
}
export type PointDone = { by: string; at: string }
export type StoredPoint = PointWords & { id: string; madeBy: string; madeAt: string; done: PointDone | null }

/** Who does it, and when (ISO 8601). */
type By = { by: string; at: string }

/** How many points an agreement may have, and how many it may ever have had: an end to what a program can fill. */
export type PointBounds = { living: number; ever: number }

/** What became of a point that was sent: kept (now or before), taken away since, or one too many. */
export type Added = 'kept' | 'removed' | 'too-many'

/** The open points of agreements. Whoever calls checked who may. */
export type OpenPointStore = ReturnType<typeof openPointStore>

export function openPointStore(db: Kysely<OpenPointTables & Pick<AgreementTables, 'agreement'>>) {
  const living = (agreementId: string) =>
    db
      .selectFrom('open_point')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .where('removed_at', 'is', null)

  return {
    /** The points of an agreement, the oldest first, those that are done included. */
    async pointsOf(agreementId: string): Promise<StoredPoint[]> {
      return (await living(agreementId).orderBy('seq').execute()).map(pointOf)
    },

    async maybePoint(agreementId: string, id: string): Promise<StoredPoint | null> {
      const row = await living(agreementId).where('point_id', '=', id).executeTakeFirst()
      return row ? pointOf(row) : null
    },

    /** Keeps a point, unless one with this id is or was there already. */
    async addPoint(
      agreementId: string,
      id: string,
      words: PointWords,
      { by, at }: By,
      bounds: PointBounds,
    ): Promise<Added> {
      return db.transaction().execute(async (tx) => {
        const rows = await tx
          .selectFrom('open_point')
          .select(['point_id', 'removed_at'])
          .where('agreement_id', '=', agreementId)
          .execute()
        const known = rows.find(({ point_id }) => point_id === id)
        if (known) return known.removed_at === null ? 'kept' : 'removed'
        const alive = rows.filter(({ removed_at }) => removed_at === null)
        if (rows.length >= bounds.ever || alive.length >= bounds.living) return 'too-many'
        await tx
          .insertInto('open_point')
          .values({ agreement_id: agreementId, point_id: id, ...rowOf(words), made_by: by, made_at: at })
          .execute()
        return 'kept'
      })
    },

    /** Changes what a point says, and whether it is done when that is named; done twice, it was done by the first. False when it is not there. */
    async changePoint(
      agreementId: string,
      id: string,
      words: Partial<PointWords>,
      isDone: boolean | undefined,
      { by, at }: By,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('open_point')
          .set({ ...rowOf(words), changed_by: by, changed_at: at })
          .where('agreement_id', '=', agreementId)
          .where('point_id', '=', id)
          .where('removed_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        if (isDone !== undefined) {
          const done = isDone ? { done_by: by, done_at: at } : { done_by: null, done_at: null }
          const point = tx
            .updateTable('open_point')
            .set(done)
            .where('agreement_id', '=', agreementId)
            .where('point_id', '=', id)
          await (isDone ? point.where('done_at', 'is', null) : point).execute()
        }
        return true
      })
    },

    /** Takes a point away with its words. False when there never was one. */
    async removePoint(agreementId: string, id: string, { by, at }: By): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const mine = await tx
          .selectFrom('open_point')
          .select('removed_at')
          .where('agreement_id', '=', agreementId)
          .where('point_id', '=', id)
          .executeTakeFirst()
        if (!mine) return false
        const nothing = { heading: '', text: '', owner_person_id: null, owner_party_id: null, due: null }
        if (mine.removed_at === null)
          await tx
            .updateTable('open_point')
            .set({ ...nothing, section_id: null, changed_by: by, changed_at: at, removed_at: at })
            .where('agreement_id', '=', agreementId)
            .where('point_id', '=', id)
            .execute()
        return true
      })
    },
  }
}

const COLUMNS = {
  sectionId: 'section_id',
  heading: 'heading',
  text: 'text',
  ownerPersonId: 'owner_person_id',
  ownerPartyId: 'owner_party_id',
  due: 'due',
} as const

type RowOf<W> = { [Name in keyof W & keyof typeof COLUMNS as (typeof COLUMNS)[Name]]: W[Name] }

/** The words under the names of their columns; what is left out stays out. */
function rowOf<W extends Partial<PointWords>>(words: W): RowOf<W> {
  const named = Object.entries(COLUMNS).filter(([name]) => Object.hasOwn(words, name))
  return Object.fromEntries(named.map(([name, column]) => [column, words[name as keyof W]])) as RowOf<W>
}

function pointOf(row: Selectable<OpenPointTables['open_point']>): StoredPoint {
  return {
    id: row.point_id,
    sectionId: row.section_id,
    heading: row.heading,
    text: row.text,
    ownerPersonId: row.owner_person_id,
    ownerPartyId: row.owner_party_id,
    due: row.due,
    madeBy: row.made_by,
    madeAt: row.made_at,
    done: row.done_by === null || row.done_at === null ? null : { by: row.done_by, at: row.done_at },
  }
}
