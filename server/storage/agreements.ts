import type { ExpressionBuilder, Kysely } from 'kysely'
import { type ActTables, actStore, appendAct } from './acts.ts'
import type { PeopleTables } from './people.ts'
import { putAway } from './put-away.ts'
import { speaksByComingIn } from './speaking.ts'
import { lastEntryOf, maybeSummary, peopleOfList, type StoredSummary, summaryRow } from './summary.ts'
import type { DocumentTables } from './tables.ts'

export type AgreementTables = ActTables & {
  agreement: {
    id: string
    status: string
    version: number
    created_by: string
    created_at: string
    /** When it was put away; null while it is at hand. */
    archived_at: string | null
  }
  agreement_summary: { agreement_id: string; seq: number; title: string; party_names: string; about: string }
  participant: {
    agreement_id: string
    person_id: string
    name: string
    party_id: string | null
    role: string
    joined_at: string
    state: string
    chosen_by: string | null
    /** 1 for who gives the akkoord of the party. */
    speaks_for: number
  }
  invitation: {
    id: string
    hash: string
    agreement_id: string
    party_id: string | null
    role: string
    created_by: string
    created_at: string
    expires_at: string
    revoked_at: string | null
    label: string
    ask_first: number
    uses: number
    last_used_at: string | null
  }
}

export type StoredAgreement = { id: string; status: string; version: number; createdAt: string }
export type StoredParticipant = {
  agreementId: string
  personId: string
  name: string
  partyId: string | null
  role: string
  /** `active`, `waiting` to be admitted, or `removed`. */
  state: string
  /** The person who leads and chose name, role or party; null when they came with the link. */
  chosenBy: string | null
  /** Gives the akkoord of the party. */
  speaksFor: boolean
}
/** Without a state somebody takes part. */
export type NewParticipant = Omit<StoredParticipant, 'state' | 'chosenBy' | 'speaksFor'> &
  Partial<Pick<StoredParticipant, 'state' | 'chosenBy'>>
export type KnownPerson = { personId: string; name: string; partyId: string | null }
export type StoredInvitation = {
  id: string
  hash: string
  agreementId: string
  partyId: string | null
  role: string
  createdBy: string
  at: string
  expiresAt: string
  label: string
  askFirst: boolean
}
/** A link that opens now. */
export type OpenInvitation = {
  id: string
  agreementId: string
  partyId: string | null
  role: string
  askFirst: boolean
}

/**
 * An agreement in somebody's list; `textAt` (milliseconds since 1970) is when its text last changed, `textSeq` the last entry of its log, and
 * `summary` what was kept about it, perhaps of an earlier entry.
 */
export type ListedAgreement = StoredAgreement & {
  role: string
  textAt: number | null
  textSeq: number
  summary: StoredSummary | null
  archivedAt: string | null
}

/** Names, and the times of the texts, stand in tables of others. */
type Needed = AgreementTables &
  Pick<PeopleTables, 'person'> &
  Pick<DocumentTables, 'document' | 'document_update' | 'document_snapshot'>

/** What is kept about agreements beside their text. Each change stands in the log of acts in the same transaction. */
export type AgreementStore = ReturnType<typeof agreementStore>

export function agreementStore(db: Kysely<Needed>) {
  return {
    ...agreements(db),
    ...putAway(db),
    ...peopleOfList(db),
    ...participants(db),
    ...invitations(db),
    ...actStore(db),
  }
}

function agreements(db: Kysely<Needed>) {
  return {
    /** The agreement, its first participant and its first invitations: all of it or nothing. */
    async addAgreement(
      agreement: { id: string; createdBy: string; at: string },
      facilitator: NewParticipant,
      links: StoredInvitation[],
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { id, createdBy, at } = agreement
        await tx
          .insertInto('agreement')
          .values({
            id,
            status: 'draft',
            version: 0,
            created_by: createdBy,
            created_at: at,
            archived_at: null,
          })
          .execute()
        await tx
          .insertInto('participant')
          .values(participantRow(facilitator, at, false))
          .execute()
        for (const link of links) await tx.insertInto('invitation').values(invitationRow(link)).execute()
        await appendAct(tx, { at, kind: 'create', agreementId: id, personId: createdBy })
      })
    },

    async maybeAgreement(id: string): Promise<StoredAgreement | null> {
      const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? { id: row.id, status: row.status, version: row.version, createdAt: row.created_at } : null
    },

    async agreementsOf(personId: string): Promise<ListedAgreement[]> {
      const rows = await db
        .selectFrom('agreement')
        .innerJoin('participant', 'participant.agreement_id', 'agreement.id')
        .leftJoin('agreement_summary as summary', 'summary.agreement_id', 'agreement.id')
        .select([
          'agreement.id',
          'status',
          'version',
          'agreement.created_at as createdAt',
          'archived_at as archivedAt',
          'participant.role',
          'summary.seq',
          'summary.title',
          'summary.party_names as partyNames',
          'summary.about',
        ])
        .select(lastEntryOf('agreement.id').as('textSeq'))
        .select((e) => lastChange(e).as('textAt'))
        .where('participant.person_id', '=', personId)
        .where('participant.state', '=', 'active')
        .orderBy('agreement.created_at', 'desc')
        .execute()
      return rows.map(({ seq, title, partyNames, about, ...row }) => ({
        ...row,
        summary: maybeSummary({ seq, title, partyNames, about }),
      }))
    },

    /** The number of the last entry of an agreement's text; 0 when there is none. */
    async lastSeq(id: string): Promise<number> {
      const row = await db
        .selectFrom('agreement')
        .select(lastEntryOf('agreement.id').as('seq'))
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.seq ?? 0
    },

    /** Keeps what a list says of an agreement, unless something of a newer text is kept. */
    async putSummary(id: string, summary: StoredSummary): Promise<void> {
      const row = summaryRow(summary)
      await db
        .insertInto('agreement_summary')
        .values({ agreement_id: id, ...row })
        .onConflict((c) =>
          c
            .column('agreement_id')
            .doUpdateSet(row)
            .where((e) =>
              e.or([e('agreement_summary.seq', '<=', row.seq), e('agreement_summary.about', '=', '')]),
            ),
        )
        .execute()
    },
  }
}

type FromAgreement = ExpressionBuilder<Needed, 'agreement'>

/** When the text of an agreement last changed (ms since 1970); null before there is any. */
export const lastChange = (e: FromAgreement) => e.fn.coalesce(lastUpdate(e), lastSnapshot(e))

/** By the highest number: the entries of a document stand in that order, so that one is read and not all. */
function lastUpdate(e: FromAgreement) {
  return e
    .selectFrom('document_update')
    .select('at')
    .whereRef('document_id', '=', 'agreement.id')
    .orderBy('seq', 'desc')
    .limit(1)
}

function lastSnapshot(e: FromAgreement) {
  return e
    .selectFrom('document_snapshot')
    .select('at')
    .whereRef('document_id', '=', 'agreement.id')
    .orderBy('seq', 'desc')
    .limit(1)
}

function participants(db: Kysely<Needed>) {
  /** A participant without a name of its own goes by the person's. */
  const named = () =>
    db
      .selectFrom('participant')
      .innerJoin('person', 'person.id', 'participant.person_id')
      .select([
        'agreement_id',
        'person_id',
        'party_id',
        'role',
        'joined_at',
        'state',
        'chosen_by',
        'speaks_for',
      ])
      .select((e) =>
        e.fn.coalesce(e.fn<string>('nullif', ['participant.name', e.val('')]), 'person.name').as('name'),
      )

  return {
    /** Somebody's part, whatever its state. */
    async maybeParticipant(agreementId: string, personId: string): Promise<StoredParticipant | null> {
      const mine = named().where('agreement_id', '=', agreementId).where('person_id', '=', personId)
      const row = await mine.executeTakeFirst()
      return row ? participantOf(row) : null
    },

    /** Those who take part now. */
    async participantsOf(agreementId: string): Promise<StoredParticipant[]> {
      const active = named().where('agreement_id', '=', agreementId).where('state', '=', 'active')
      return (await active.orderBy('joined_at').execute()).map(participantOf)
    },

    /** Also those who wait and those who were removed. */
    async everybodyIn(agreementId: string): Promise<StoredParticipant[]> {
      const rows = await named().where('agreement_id', '=', agreementId).orderBy('joined_at').execute()
      return rows.map(participantOf)
    },

    /** The people with these ids as this agreement knows them; who takes no part in it any more goes by the own name. */
    async knownBy(agreementId: string, personIds: readonly string[]): Promise<KnownPerson[]> {
      if (personIds.length === 0) return []
      return db
        .selectFrom('person')
        .leftJoin('participant', (j) =>
          j.onRef('participant.person_id', '=', 'person.id').on('agreement_id', '=', agreementId),
        )
        .select(['person.id as personId', 'party_id as partyId'])
        .select((e) =>
          e.fn.coalesce(e.fn<string>('nullif', ['participant.name', e.val('')]), 'person.name').as('name'),
        )
        .where('person.id', 'in', [...personIds])
        .orderBy('person.id')
        .execute()
    },

    /** Adds the person, or gives the one who is there already this name, party, role and state. */
    async putParticipant(participant: NewParticipant, at: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { name, partyId, role, state = 'active', agreementId, personId } = participant
        const speaks = await speaksByComingIn(tx, { agreementId, personId, partyId, role, state })
        const part = { name, party_id: partyId, role, state }
        await tx
          .insertInto('participant')
          .values(participantRow(participant, at, speaks))
          .onConflict((c) =>
            c.columns(['agreement_id', 'person_id']).doUpdateSet({ ...part, speaks_for: speaks ? 1 : 0 }),
          )
          .execute()
        await appendAct(tx, { at, kind: state === 'waiting' ? 'ask-to-join' : 'join', agreementId, personId })
      })
    },
  }
}

function invitations(db: Kysely<AgreementTables>) {
  return {
    async addInvitation(invitation: StoredInvitation): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.insertInto('invitation').values(invitationRow(invitation)).execute()
        const { at, agreementId, createdBy } = invitation
        await appendAct(tx, { at, kind: 'invite', agreementId, personId: createdBy })
      })
    },

    /** The invitation behind a link; null when there is none, or it was withdrawn, or its time is over. */
    async maybeInvitation(hash: string, now: string): Promise<OpenInvitation | null> {
      const row = await db
        .selectFrom('invitation')
        .select(['id', 'agreement_id', 'party_id', 'role', 'ask_first'])
        .where('hash', '=', hash)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      if (!row) return null
      const { id, agreement_id, party_id, role, ask_first } = row
      return { id, agreementId: agreement_id, partyId: party_id, role, askFirst: ask_first === 1 }
    },
  }
}

function participantRow(p: NewParticipant, at: string, speaks: boolean): AgreementTables['participant'] {
  const { agreementId, personId, name, partyId, role, state = 'active', chosenBy = null } = p
  return {
    agreement_id: agreementId,
    person_id: personId,
    name,
    party_id: partyId,
    role,
    joined_at: at,
    state,
    chosen_by: chosenBy,
    speaks_for: speaks ? 1 : 0,
  }
}

function participantOf(row: AgreementTables['participant']): StoredParticipant {
  const { agreement_id, person_id, name, party_id, role, state, chosen_by, speaks_for } = row
  return {
    agreementId: agreement_id,
    personId: person_id,
    name,
    partyId: party_id,
    role,
    state,
    chosenBy: chosen_by,
    speaksFor: speaks_for === 1,
  }
}

function invitationRow(i: StoredInvitation): AgreementTables['invitation'] {
  return {
    id: i.id,
    hash: i.hash,
    agreement_id: i.agreementId,
    party_id: i.partyId,
    role: i.role,
    created_by: i.createdBy,
    created_at: i.at,
    expires_at: i.expiresAt,
    revoked_at: null,
    label: i.label,
    ask_first: i.askFirst ? 1 : 0,
    uses: 0,
    last_used_at: null,
  }
}
