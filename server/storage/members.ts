import type { Kysely, Transaction } from 'kysely'
import type { AccountTables } from './accounts.ts'
import { appendAct } from './acts.ts'
import type { AdmissionTables } from './admission.ts'
import type { AgreementTables } from './agreements.ts'
import { newPerson, type PeopleTables } from './people.ts'

export type MemberTables = {
  member_invitation: {
    id: string
    hash: string
    workspace_id: string
    email: string
    email_key: string
    rights: string
    created_by: string
    created_at: string
    expires_at: string
  }
}

export type StoredMember = {
  personId: string
  name: string
  email: string | null
  rights: string
  since: string
}
export type StoredMemberInvitation = {
  id: string
  hash: string
  email: string
  emailKey: string
  rights: string
  createdBy: string
  createdAt: string
  expiresAt: string
}

export type MemberNeeds = PeopleTables & AccountTables & AgreementTables & AdmissionTables & MemberTables

/** Why something about a member could not be done. */
export type MemberRefusal = 'unknown-member' | 'last-admin' | 'needs-hand-over'

/** The workspace, its members and who is invited to it. Each change stands in the log of acts in the same transaction. */
export type MemberStore = ReturnType<typeof memberStore>

export function memberStore(db: Kysely<MemberNeeds>) {
  return { ...workspace(db), ...members(db), ...memberInvitations(db), ...removal(db) }
}

function workspace(db: Kysely<MemberNeeds>) {
  return {
    /** Null before the first member is there. */
    async maybeWorkspace(): Promise<{ id: string; name: string } | null> {
      const row = await db.selectFrom('workspace').select(['id', 'name']).limit(1).executeTakeFirst()
      return row ?? null
    },

    async renameWorkspace(name: string): Promise<void> {
      await db.updateTable('workspace').set({ name }).execute()
    },
  }
}

function members(db: Kysely<MemberNeeds>) {
  return {
    async members(): Promise<StoredMember[]> {
      return db
        .selectFrom('member')
        .innerJoin('person', 'person.id', 'member.person_id')
        .leftJoin('account', 'account.person_id', 'member.person_id')
        .select(['person.id as personId', 'person.name', 'account.email', 'member.rights', 'member.since'])
        .orderBy('member.since')
        .execute()
    },

    /** The agreements that this person leads and nobody else does. */
    async ledAloneBy(personId: string): Promise<string[]> {
      return ledAlone(db, personId)
    },

    /** Gives a member other rights. There is always an admin. */
    async setRights(
      personId: string,
      rights: string,
      by: { personId: string; at: string },
    ): Promise<MemberRefusal | null> {
      return db.transaction().execute(async (tx) => {
        const refusal = await refusalFor(tx, personId, rights !== 'admin')
        if (refusal) return refusal
        await tx.updateTable('member').set({ rights }).where('person_id', '=', personId).execute()
        const done = { at: by.at, agreementId: null, personId: by.personId, aboutPersonId: personId }
        await appendAct(tx, { ...done, kind: 'change-rights' })
        return null
      })
    },
  }
}

export async function ledAlone(
  db: Pick<Kysely<MemberNeeds>, 'selectFrom'>,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('participant as mine')
    .select('mine.agreement_id')
    .where('mine.person_id', '=', personId)
    .where('mine.role', '=', 'facilitator')
    .where('mine.state', '=', 'active')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('participant as other')
            .select('other.person_id')
            .whereRef('other.agreement_id', '=', 'mine.agreement_id')
            .where('other.role', '=', 'facilitator')
            .where('other.state', '=', 'active')
            .where('other.person_id', '!=', personId),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.agreement_id)
}

/** `goesAway`: the member will not be an admin any more. */
export async function refusalFor(
  tx: Transaction<MemberNeeds>,
  personId: string,
  goesAway: boolean,
): Promise<MemberRefusal | null> {
  const all = await tx.selectFrom('member').select(['person_id', 'rights']).execute()
  if (!all.some((each) => each.person_id === personId)) return 'unknown-member'
  const remains = all.some((each) => each.rights === 'admin' && each.person_id !== personId)
  return goesAway && !remains ? 'last-admin' : null
}

function memberInvitations(db: Kysely<MemberNeeds>) {
  return {
    async memberInvitations(now: string): Promise<StoredMemberInvitation[]> {
      const rows = await db
        .selectFrom('member_invitation')
        .selectAll()
        .where('expires_at', '>', now)
        .orderBy('created_at')
        .execute()
      return rows.map(invitationOf)
    },

    /** One invitation an address: an earlier one stops working. */
    async putMemberInvitation(invitation: StoredMemberInvitation): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { id } = await tx.selectFrom('workspace').select('id').limit(1).executeTakeFirstOrThrow()
        await tx
          .deleteFrom('member_invitation')
          .where((e) =>
            e.or([e('email_key', '=', invitation.emailKey), e('expires_at', '<=', invitation.createdAt)]),
          )
          .execute()
        await tx
          .insertInto('member_invitation')
          .values({
            id: invitation.id,
            hash: invitation.hash,
            workspace_id: id,
            email: invitation.email,
            email_key: invitation.emailKey,
            rights: invitation.rights,
            created_by: invitation.createdBy,
            created_at: invitation.createdAt,
            expires_at: invitation.expiresAt,
          })
          .execute()
        const { createdAt: at, createdBy: personId } = invitation
        await appendAct(tx, { at, kind: 'invite-member', agreementId: null, personId })
      })
    },

    /** The invitation behind a link as long as it works. */
    async maybeMemberInvitation(hash: string, now: string): Promise<StoredMemberInvitation | null> {
      const row = await db
        .selectFrom('member_invitation')
        .selectAll()
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ? invitationOf(row) : null
    },

    /** False when there is no such invitation. */
    async removeMemberInvitation(id: string, by: { personId: string; at: string }): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const result = await tx.deleteFrom('member_invitation').where('id', '=', id).executeTakeFirst()
        if (result.numDeletedRows === 0n) return false
        const { at, personId } = by
        await appendAct(tx, { at, kind: 'withdraw-member-invitation', agreementId: null, personId })
        return true
      })
    },

    /** Makes the invited person a member with an account. Says why not when the link was just used, or the address just taken. */
    async addMember(
      invitation: StoredMemberInvitation,
      person: { id: string; name: string; passwordHash: string },
      at: string,
    ): Promise<'gone' | 'address-in-use' | null> {
      return db.transaction().execute(async (tx) => {
        const { email, emailKey, rights } = invitation
        const holder = await tx
          .selectFrom('account')
          .select('person_id')
          .where('email_key', '=', emailKey)
          .executeTakeFirst()
        if (holder) return 'address-in-use'
        const taken = await tx
          .deleteFrom('member_invitation')
          .where('id', '=', invitation.id)
          .where('hash', '=', invitation.hash)
          .executeTakeFirst()
        if (taken.numDeletedRows === 0n) return 'gone'
        const { id } = await tx.selectFrom('workspace').select('id').limit(1).executeTakeFirstOrThrow()
        await tx
          .insertInto('person')
          .values(newPerson(person.id, person.name, at))
          .execute()
        await tx
          .insertInto('member')
          .values({ workspace_id: id, person_id: person.id, since: at, rights })
          .execute()
        await tx
          .insertInto('account')
          .values({
            person_id: person.id,
            email,
            email_key: emailKey,
            password_hash: person.passwordHash,
            created_at: at,
          })
          .execute()
        await appendAct(tx, { at, kind: 'become-member', agreementId: null, personId: person.id })
        return null
      })
    },
  }
}

function invitationOf(row: MemberTables['member_invitation']): StoredMemberInvitation {
  return {
    id: row.id,
    hash: row.hash,
    email: row.email,
    emailKey: row.email_key,
    rights: row.rights,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}

type Removal = { personId: string; handOverTo: string | null; by: string; at: string }
/** The agreements that the member took part in, and those that the colleague leads from now on. */
export type Removed = { left: string[]; handedOver: string[] }

function removal(db: Kysely<MemberNeeds>) {
  return {
    /**
     * Takes a member out of the workspace with everything that lets somebody in, after a colleague took over the agreements that nobody else
     * leads: all of it or nothing. The person's name stays with what was written.
     */
    async removeMember(removal: Removal): Promise<Removed | MemberRefusal> {
      return db.transaction().execute(async (tx) => {
        const { personId, handOverTo, by, at } = removal
        const refusal = await refusalFor(tx, personId, true)
        if (refusal) return refusal
        const handedOver = await ledAlone(tx, personId)
        if (handedOver.length > 0) {
          if (handOverTo === null || handOverTo === personId) return 'needs-hand-over'
          if ((await refusalFor(tx, handOverTo, false)) !== null) return 'unknown-member'
          for (const id of handedOver) await handOver(tx, id, handOverTo, { by, at })
        }
        const left = await leaveAll(tx, personId)
        await takeCredentials(tx, personId, at)
        await tx.deleteFrom('member').where('person_id', '=', personId).execute()
        const done = { at, agreementId: null, personId: by, aboutPersonId: personId }
        await appendAct(tx, { ...done, kind: 'remove-member' })
        return { left, handedOver }
      })
    },
  }
}

async function handOver(
  tx: Transaction<MemberNeeds>,
  agreementId: string,
  to: string,
  { by, at }: { by: string; at: string },
): Promise<void> {
  await tx
    .insertInto('participant')
    // Without a name of its own: a member's name follows the member.
    .values({
      agreement_id: agreementId,
      person_id: to,
      name: '',
      party_id: null,
      role: 'facilitator',
      joined_at: at,
      state: 'active',
      chosen_by: by,
      speaks_for: 0,
    })
    .onConflict((c) =>
      c
        .columns(['agreement_id', 'person_id'])
        .doUpdateSet({ role: 'facilitator', state: 'active', chosen_by: by }),
    )
    .execute()
  await appendAct(tx, { at, kind: 'hand-over', agreementId, personId: by, aboutPersonId: to })
}

async function leaveAll(tx: Transaction<MemberNeeds>, personId: string): Promise<string[]> {
  const mine = await tx
    .updateTable('participant')
    .set({ state: 'removed' })
    .where('person_id', '=', personId)
    .where('state', '!=', 'removed')
    .returning('agreement_id')
    .execute()
  return mine.map((row) => row.agreement_id)
}

/** What somebody signs in with, and every link that only its maker may have seen. */
export async function takeCredentials(
  tx: Transaction<MemberNeeds>,
  personId: string,
  at: string,
): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).execute()
  await tx.deleteFrom('passkey').where('person_id', '=', personId).execute()
  await tx.deleteFrom('account_link').where('person_id', '=', personId).execute()
  await tx.deleteFrom('account').where('person_id', '=', personId).execute()
  await tx.deleteFrom('member_invitation').where('created_by', '=', personId).execute()
  await tx.deleteFrom('room_code').where('created_by', '=', personId).execute()
  await tx
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('created_by', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
  await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}
