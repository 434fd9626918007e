import type { Kysely } from 'kysely'
import { appendAct } from './acts.ts'
import { ledAlone, takeCredentials } from './members.ts'
import type { Tables } from './tables.ts'

/** What somebody is called who is erased: `FORMER_PARTICIPANT` of shared/protocol, which a test compares. */
export const FORMER_NAME = 'voormalig deelnemer'

/** Rows of one kind that are told at most: nobody has more, but for a program. */
const MOST = 20_000

/** Why somebody can not be erased yet: an agreement, or the workspace, would be left with nobody who leads it. */
export type ErasureRefusal = 'hand-over-first' | 'last-admin'

/** All that is kept about one person, and taking it away. */
export type PrivacyStore = ReturnType<typeof privacyStore>

export function privacyStore(db: Kysely<Tables>) {
  return { ...knowing(db), ...erasing(db) }
}

function knowing(db: Kysely<Tables>) {
  return {
    /** All that is kept about a person, by what it is; hashes of secrets and keys are no part of it. */
    async dataOf(personId: string) {
      return {
        person: await person(db, personId),
        account: await account(db, personId),
        ...(await inAgreements(db, personId)),
        ...(await written(db, personId)),
        ...(await deeds(db, personId)),
      }
    },
  }
}

async function person(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('person')
    .leftJoin('member', 'member.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.created_at as knownSince'])
    .select(['member.rights as workspaceRights', 'member.since as memberSince'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
}

async function account(db: Kysely<Tables>, personId: string) {
  const mine = await db
    .selectFrom('account')
    .select(['email', 'created_at as since', 'password_hash'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const passkeys = await db
    .selectFrom('passkey')
    .select(['name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select(['created_at as createdAt', 'expires_at as expiresAt'])
    .where('person_id', '=', personId)
    .execute()
  const tokens = await db
    .selectFrom('api_token')
    .select(['name', 'scope', 'agreement_id as agreementId', 'created_at as createdAt'])
    .select(['expires_at as expiresAt', 'revoked_at as withdrawnAt'])
    .where('person_id', '=', personId)
    .execute()
  const email = mine
    ? { email: mine.email, since: mine.since, hasPassword: mine.password_hash !== null }
    : null
  return { ...email, passkeys, signedIn: sessions, tokens }
}

async function inAgreements(db: Kysely<Tables>, personId: string) {
  const participations = await db
    .selectFrom('participant')
    .leftJoin('agreement_summary as summary', 'summary.agreement_id', 'participant.agreement_id')
    .select(['participant.agreement_id as agreementId', 'summary.title', 'participant.name'])
    .select(['party_id as partyId', 'role', 'state', 'joined_at as joinedAt', 'chosen_by as chosenBy'])
    .select('speaks_for as speaksFor')
    .where('person_id', '=', personId)
    .execute()
  const visits = await db
    .selectFrom('visit')
    .select([
      'agreement_id as agreementId',
      'seen_at as lastSeenAt',
      'previous_ended_at as previousVisitEndedAt',
    ])
    .where('person_id', '=', personId)
    .execute()
  const links = await db
    .selectFrom('invitation')
    .select([
      'agreement_id as agreementId',
      'label',
      'role',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('created_by', '=', personId)
    .execute()
  return { participations, visits, linksMade: links }
}

async function written(db: Kysely<Tables>, personId: string) {
  const notes = await db
    .selectFrom('step_note')
    .select(['agreement_id as agreementId', 'item_id as item', 'audience', 'part', 'value', 'at'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const scores = await db
    .selectFrom('scan_score')
    .select(['agreement_id as agreementId', 'factor_id as factor', 'score', 'note', 'at'])
    .where('person_id', '=', personId)
    .execute()
  const akkoord = await db
    .selectFrom('consent')
    .select(['agreement_id as agreementId', 'article_id as articleId', 'party_id as partyId'])
    .select(['state', 'reason', 'at'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const fixed = await db
    .selectFrom('fixing')
    .select(['agreement_id as agreementId', 'version', 'decision', 'fixed_at as at'])
    .where('fixed_by', '=', personId)
    .execute()
  const advice = await db
    .selectFrom('advice_choice')
    .select(['agreement_id as agreementId', 'slug', 'reason', 'at'])
    .where('person_id', '=', personId)
    .execute()
  const comments = await db
    .selectFrom('comment')
    .select(['agreement_id as agreementId', 'thread_id as thread', 'text', 'at'])
    .select(['changed_at as changedAt', 'removed_at as removedAt'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const proposals = await db
    .selectFrom('proposal')
    .select(['agreement_id as agreementId', 'change', 'at'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const decisions = await db
    .selectFrom('proposal_decision')
    .select(['agreement_id as agreementId', 'proposal_id as proposal', 'outcome', 'at'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const broughtBack = await db
    .selectFrom('returned_file')
    .select(['agreement_id as agreementId', 'file_name as fileName', 'size', 'at'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const changes = await db
    .selectFrom('document_change')
    .select(['document_id as agreementId', 'place', 'from_at', 'to_at', 'edits'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const recent = await db
    .selectFrom('document_update')
    .select('document_id as agreementId')
    .select((e) => [
      e.fn.min('at').as('from_at'),
      e.fn.max('at').as('to_at'),
      e.fn.countAll<number>().as('edits'),
    ])
    .where('person_id', '=', personId)
    .groupBy('document_id')
    .execute()
  const versions = await db
    .selectFrom('version')
    .select(['agreement_id as agreementId', 'kind', 'name', 'made_at as at'])
    .where('made_by', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const openPoints = await db
    .selectFrom('open_point')
    .select(['agreement_id as agreementId', 'text', 'due', 'made_at as at', 'done_at as doneAt'])
    .where('removed_at', 'is', null)
    .where((e) =>
      e.or([e('made_by', '=', personId), e('owner_person_id', '=', personId), e('done_by', '=', personId)]),
    )
    .orderBy('seq')
    .limit(MOST)
    .execute()
  const told = [...changes, ...recent.map((one) => ({ ...one, place: null }))]
  return {
    notes,
    scores,
    akkoord,
    fixed,
    advice,
    comments,
    proposals,
    decisions,
    broughtBack,
    openPoints,
    versions,
    changes: told.map(withTimes),
  }
}

function withTimes<T extends { from_at: number; to_at: number }>({ from_at, to_at, ...change }: T) {
  return { ...change, from: new Date(from_at).toISOString(), to: new Date(to_at).toISOString() }
}

async function deeds(db: Kysely<Tables>, personId: string) {
  const acts = await db
    .selectFrom('act')
    .select(['seq', 'at', 'kind', 'agreement_id as agreementId'])
    .where('person_id', '=', personId)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  return { acts }
}

function erasing(db: Kysely<Tables>) {
  return {
    /**
     * Erases a person: the name, and everything by which they get in or were seen. What they wrote and the log of acts stay, under an id that leads
     * to nobody. Gives the agreements that they were in; or why it can not be done yet, and then nothing is changed.
     */
    async erasePerson(personId: string, at: string): Promise<string[] | ErasureRefusal> {
      return db.transaction().execute(async (tx) => {
        if ((await ledAlone(tx, personId)).length > 0) return 'hand-over-first'
        const admins = await tx
          .selectFrom('member')
          .select('person_id')
          .where('rights', '=', 'admin')
          .execute()
        if (admins.length === 1 && admins[0]?.person_id === personId) return 'last-admin'
        await takeCredentials(tx, personId, at)
        await tx.deleteFrom('api_token').where('person_id', '=', personId).execute()
        await tx.deleteFrom('visit').where('person_id', '=', personId).execute()
        // What somebody brought on their own device stands here for nobody else; whom it names may be themselves.
        await tx.deleteFrom('returned_file').where('person_id', '=', personId).execute()
        await tx
          .updateTable('return_decision')
          .set({ hands: '[]' })
          .where('person_id', '=', personId)
          .execute()
        await tx.deleteFrom('member').where('person_id', '=', personId).execute()
        const left = await tx
          .updateTable('participant')
          .set({ name: '', state: 'removed' })
          .where('person_id', '=', personId)
          .returning('agreement_id')
          .execute()
        await tx
          .updateTable('person')
          .set({ name: FORMER_NAME, erased_at: at })
          .where('id', '=', personId)
          .execute()
        const ids = left.map((row) => row.agreement_id)
        for (const agreementId of ids.length > 0 ? ids : [null])
          await appendAct(tx, { at, kind: 'erase-person', agreementId, personId })
        return ids
      })
    },
  }
}
