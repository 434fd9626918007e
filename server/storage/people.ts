import type { Generated, Kysely } from 'kysely'
import { type ActTables, appendAct } from './acts.ts'

export type PeopleTables = {
  workspace: {
    id: string
    created_at: string
    name: Generated<string>
    /** How many months after their last change agreements are deleted, and since when that is so; null: never. */
    retention_months: number | null
    retention_since: string | null
    /** See `themes.ts`. */
    theme: string | null
  }
  person: { id: string; name: string; created_at: string; erased_at: string | null }
  member: { workspace_id: string; person_id: string; since: string; rights: string }
  session: { hash: string; person_id: string; created_at: string; expires_at: string }
  api_token: {
    id: string
    name: string
    hash: string
    person_id: string
    created_at: string
    revoked_at: string | null
    scope: string
    agreement_id: string | null
    expires_at: string | null
  }
  start_link: { hash: string; created_at: string; used_at: string | null }
}

/** `rights` of a member of the workspace; null for everybody else. */
export type StoredPerson = { id: string; name: string; rights: string | null }
export type StoredToken = {
  id: string
  name: string
  hash: string
  personId: string
  at: string
  scope: string
  /** The one agreement that it is for; null: all of its person's. */
  agreementId: string | null
  expiresAt: string | null
}
export type KnownToken = Omit<StoredToken, 'hash'> & { revokedAt: string | null }
export type StoredSession = { hash: string; personId: string; at: string; expiresAt: string }

/** People and what lets them in. Times are ISO 8601 in UTC; secrets come in as hashes only. */
export type PeopleStore = ReturnType<typeof peopleStore>

export function peopleStore(db: Kysely<PeopleTables & ActTables>) {
  return { ...persons(db), ...sessions(db), ...tokens(db), ...startLinks(db) }
}

function persons(db: Kysely<PeopleTables>) {
  return {
    async addPerson(person: { id: string; name: string; at: string }): Promise<void> {
      await db
        .insertInto('person')
        .values(newPerson(person.id, person.name, person.at))
        .execute()
    },

    async renamePerson(id: string, name: string): Promise<void> {
      await db.updateTable('person').set({ name }).where('id', '=', id).execute()
    },

    async maybePerson(id: string): Promise<StoredPerson | null> {
      const row = await db
        .selectFrom('person')
        .leftJoin('member', 'member.person_id', 'person.id')
        .select(['person.id', 'person.name', 'member.rights'])
        .where('person.id', '=', id)
        .executeTakeFirst()
      return row ?? null
    },

    /** The member who was first in the workspace; null in a new one. */
    async maybeFirstMember(): Promise<string | null> {
      const row = await db
        .selectFrom('member')
        .select('person_id')
        .orderBy('since')
        .limit(1)
        .executeTakeFirst()
      return row?.person_id ?? null
    },

    /** Makes the workspace and its first member together, unless that is done; answers who is first. */
    async ensureFirstMember(made: { workspaceId: string; personId: string; at: string }): Promise<string> {
      return db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('member').select('person_id').orderBy('since').executeTakeFirst()
        if (known) return known.person_id
        await tx.insertInto('workspace').values(newWorkspace(made)).execute()
        await tx
          .insertInto('person')
          .values(newPerson(made.personId, '', made.at))
          .execute()
        await tx
          .insertInto('member')
          .values({
            workspace_id: made.workspaceId,
            person_id: made.personId,
            since: made.at,
            rights: 'admin',
          })
          .execute()
        return made.personId
      })
    },
  }
}

function newWorkspace({ workspaceId, at }: { workspaceId: string; at: string }) {
  return { id: workspaceId, created_at: at, retention_months: null, retention_since: null, theme: null }
}

/** The row of somebody who was not known yet. */
export function newPerson(id: string, name: string, at: string): PeopleTables['person'] {
  return { id, name, created_at: at, erased_at: null }
}

function sessions(db: Kysely<PeopleTables>) {
  return {
    async addSession(session: StoredSession): Promise<void> {
      await db
        .insertInto('session')
        .values({
          hash: session.hash,
          person_id: session.personId,
          created_at: session.at,
          expires_at: session.expiresAt,
        })
        .execute()
    },

    async maybeSession(hash: string, now: string): Promise<{ personId: string } | null> {
      const row = await db
        .selectFrom('session')
        .select('person_id')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ? { personId: row.person_id } : null
    },

    async removeSession(hash: string): Promise<void> {
      await db.deleteFrom('session').where('hash', '=', hash).execute()
    },

    /** Of these sessions those that still let somebody in. */
    async openSessions(hashes: readonly string[], now: string): Promise<string[]> {
      const open: string[] = []
      // A statement takes some thousands of values at most.
      for (let from = 0; from < hashes.length; from += 1000) {
        const some = db.selectFrom('session').select('hash').where('expires_at', '>', now)
        const rows = await some.where('hash', 'in', hashes.slice(from, from + 1000)).execute()
        open.push(...rows.map(({ hash }) => hash))
      }
      return open
    },

    async removeExpiredSessions(now: string): Promise<void> {
      await db.deleteFrom('session').where('expires_at', '<=', now).execute()
    },

    /** Ends every session of a person, but for one when it is named. */
    async removeSessionsOf(personId: string, exceptHash: string | null): Promise<void> {
      await db
        .deleteFrom('session')
        .where('person_id', '=', personId)
        .where('hash', '!=', exceptHash ?? '')
        .execute()
    },

    async countSessions(personId: string, now: string): Promise<number> {
      const row = await db
        .selectFrom('session')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow()
      return row.count
    },

    async hasSession(personId: string, now: string): Promise<boolean> {
      const row = await db
        .selectFrom('session')
        .select('hash')
        .where('person_id', '=', personId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

function tokens(db: Kysely<PeopleTables & ActTables>) {
  const open = (now: string) =>
    db
      .selectFrom('api_token')
      .where('revoked_at', 'is', null)
      .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))

  return {
    async addToken(token: StoredToken): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { id, name, hash, personId, at, scope, agreementId, expiresAt } = token
        const bounds = { scope, agreement_id: agreementId, expires_at: expiresAt }
        await tx
          .insertInto('api_token')
          .values({ id, name, hash, person_id: personId, created_at: at, revoked_at: null, ...bounds })
          .execute()
        await appendAct(tx, { at, kind: 'create-token', agreementId, personId })
      })
    },

    /** The token behind a hash as long as it works. */
    async maybeToken(hash: string, now: string): Promise<KnownToken | null> {
      const row = await open(now).selectAll().where('hash', '=', hash).executeTakeFirst()
      return row ? tokenOf(row) : null
    },

    /** Of these tokens the ones that still work. */
    async openTokens(ids: readonly string[], now: string): Promise<string[]> {
      if (ids.length === 0) return []
      const rows = await open(now)
        .select('id')
        .where('id', 'in', [...ids])
        .execute()
      return rows.map(({ id }) => id)
    },

    /** All tokens, the newest first; also those that work no more. */
    async tokens(): Promise<KnownToken[]> {
      return (await db.selectFrom('api_token').selectAll().orderBy('created_at', 'desc').execute()).map(
        tokenOf,
      )
    },

    /** False when there is no such token, or it was withdrawn before. */
    async revokeToken(id: string, at: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('api_token')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returning(['person_id', 'agreement_id'])
          .executeTakeFirst()
        if (!row) return false
        await appendAct(tx, {
          at,
          kind: 'revoke-token',
          agreementId: row.agreement_id,
          personId: row.person_id,
        })
        return true
      })
    },
  }
}

function tokenOf(row: PeopleTables['api_token']): KnownToken {
  return {
    id: row.id,
    name: row.name,
    personId: row.person_id,
    at: row.created_at,
    scope: row.scope,
    agreementId: row.agreement_id,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }
}

function startLinks(db: Kysely<PeopleTables>) {
  return {
    /** Keeps one link: an earlier one that nobody used stops working. */
    async replaceStartLink(hash: string, at: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('start_link').where('used_at', 'is', null).execute()
        await tx.insertInto('start_link').values({ hash, created_at: at, used_at: null }).execute()
      })
    },

    async hasStartLink(hash: string): Promise<boolean> {
      const row = await db
        .selectFrom('start_link')
        .select('hash')
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return row !== undefined
    },

    /** True when this link was there and unused; it is used from now on. */
    async useStartLink(hash: string, at: string): Promise<boolean> {
      const result = await db
        .updateTable('start_link')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
  }
}
