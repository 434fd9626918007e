import type { Generated, Kysely, Selectable } from 'kysely'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type StepTables = {
  step_note: {
    seq: Generated<number>
    agreement_id: string
    item_id: string
    about_party_id: string
    audience: string
    part: string
    value: string
    based_on: number | null
    person_id: string
    at: string
  }
}

/** Where a note stands: with which item, about which party, for whom. */
export type NotePlace = { itemId: string; aboutPartyId: string | null; audience: string }

/** What somebody wrote or ticked. A text has a version that it goes out from; a mark has none. */
export type NewNoteVersion = NotePlace & {
  part: 'text' | 'mark'
  value: string
  basedOn: number | null
  personId: string
  at: string
}
export type StoredNoteVersion = NewNoteVersion & { seq: number; name: string }

type Needed = StepTables & Pick<AgreementTables, 'participant'> & Pick<PeopleTables, 'person'>

/** The notes and ticks with the seven steps. Nothing is ever changed or removed. */
export type StepStore = ReturnType<typeof stepStore>

export function stepStore(db: Kysely<Needed>) {
  /** The versions that one of these audiences may see, the oldest first, with the name their writer goes by here. */
  const versions = (agreementId: string, audiences: readonly string[]) =>
    db
      .selectFrom('step_note')
      .innerJoin('person', 'person.id', 'step_note.person_id')
      .leftJoin('participant', (j) =>
        j
          .onRef('participant.person_id', '=', 'step_note.person_id')
          .onRef('participant.agreement_id', '=', 'step_note.agreement_id'),
      )
      .selectAll('step_note')
      .select((e) =>
        e.fn.coalesce(e.fn<string>('nullif', ['participant.name', e.val('')]), 'person.name').as('name'),
      )
      .where('step_note.agreement_id', '=', agreementId)
      .where('audience', 'in', [...audiences])
      .orderBy('seq')

  return {
    async versionsFor(agreementId: string, audiences: readonly string[]): Promise<StoredNoteVersion[]> {
      return (await versions(agreementId, audiences).execute()).map(versionOf)
    },

    async versionsAt(agreementId: string, place: NotePlace): Promise<StoredNoteVersion[]> {
      const rows = await versions(agreementId, [place.audience])
        .where('item_id', '=', place.itemId)
        .where('about_party_id', '=', place.aboutPartyId ?? '')
        .execute()
      return rows.map(versionOf)
    },

    /** Adds a version, unless the same stands there already: sending twice after a bad connection makes no second one. */
    async addVersion(agreementId: string, version: NewNoteVersion): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { itemId, aboutPartyId, audience, part, value, basedOn, personId, at } = version
        const place = { item_id: itemId, about_party_id: aboutPartyId ?? '', audience, part }
        const last = await tx
          .selectFrom('step_note')
          .select('value')
          .where('agreement_id', '=', agreementId)
          .where((e) => e.and(place))
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst()
        if (last?.value === value) return
        await tx
          .insertInto('step_note')
          .values({ ...place, agreement_id: agreementId, value, based_on: basedOn, person_id: personId, at })
          .execute()
      })
    },
  }
}

function versionOf(row: Selectable<StepTables['step_note']> & { name: string }): StoredNoteVersion {
  return {
    seq: row.seq,
    itemId: row.item_id,
    aboutPartyId: row.about_party_id === '' ? null : row.about_party_id,
    audience: row.audience,
    part: row.part === 'mark' ? 'mark' : 'text',
    value: row.value,
    basedOn: row.based_on,
    personId: row.person_id,
    name: row.name,
    at: row.at,
  }
}
