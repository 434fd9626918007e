import type { Kysely } from 'kysely'
import { type Act, appendAct } from './acts.ts'
import type { AgreementTables } from './agreements.ts'
import type { PeopleTables } from './people.ts'

export type AccountTables = {
  account: {
    person_id: string
    email: string
    /** The address as addresses are compared. */
    email_key: string
    password_hash: string | null
    created_at: string
  }
  passkey: {
    id: string
    person_id: string
    name: string
    public_key: Uint8Array
    counter: number
    transports: string
    created_at: string
    last_used_at: string | null
  }
  account_link: {
    hash: string
    kind: string
    person_id: string | null
    email: string
    created_at: string
    expires_at: string
  }
}

export type StoredAccount = {
  personId: string
  email: string
  emailKey: string
  passwordHash: string | null
}
export type StoredPasskey = {
  id: string
  personId: string
  name: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
  createdAt: string
  lastUsedAt: string | null
}
export type StoredLink = { kind: string; personId: string | null; email: string }
export type NewLink = StoredLink & { hash: string; at: string; expiresAt: string }

type Needed = AccountTables & Pick<PeopleTables, 'session'> & AgreementTables

/** What members sign in with. Passwords and links come in as hashes only. */
export type AccountStore = ReturnType<typeof accountStore>

export function accountStore(db: Kysely<Needed>) {
  return { ...accounts(db), ...passkeys(db), ...links(db) }
}

function accounts(db: Kysely<Needed>) {
  return {
    async maybeAccount(personId: string): Promise<StoredAccount | null> {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row ? accountOf(row) : null
    },

    async maybeAccountOf(emailKey: string): Promise<StoredAccount | null> {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('email_key', '=', emailKey)
        .executeTakeFirst()
      return row ? accountOf(row) : null
    },

    /** Gives the person this address and password, in place of earlier ones. False when the address is somebody else's. */
    async putAccount(account: StoredAccount, at: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { personId, email, emailKey, passwordHash } = account
        const holder = await tx
          .selectFrom('account')
          .select('person_id')
          .where('email_key', '=', emailKey)
          .executeTakeFirst()
        if (holder && holder.person_id !== personId) return false
        await tx
          .insertInto('account')
          .values({
            person_id: personId,
            email,
            email_key: emailKey,
            password_hash: passwordHash,
            created_at: at,
          })
          .onConflict((c) =>
            c.column('person_id').doUpdateSet({ email, email_key: emailKey, password_hash: passwordHash }),
          )
          .execute()
        return true
      })
    },

    /** A new password: it ends every session of the person but one, and every link on its way, in one step. */
    async setPassword(
      personId: string,
      passwordHash: string,
      keepSession: string | null,
      at: string,
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('account')
          .set({ password_hash: passwordHash })
          .where('person_id', '=', personId)
          .execute()
        await tx
          .deleteFrom('session')
          .where('person_id', '=', personId)
          .where('hash', '!=', keepSession ?? '')
          .execute()
        await tx.deleteFrom('account_link').where('person_id', '=', personId).execute()
        await appendAct(tx, { at, kind: 'change-password', agreementId: null, personId })
      })
    },

    /** The same password, hashed anew: by stronger numbers than before. */
    async strengthenHash(personId: string, passwordHash: string): Promise<void> {
      await db
        .updateTable('account')
        .set({ password_hash: passwordHash })
        .where('person_id', '=', personId)
        .execute()
    },

    async addAccountAct(act: Act): Promise<void> {
      await db.transaction().execute((tx) => appendAct(tx, act))
    },
  }
}

function accountOf(row: AccountTables['account']): StoredAccount {
  const { person_id, email, email_key, password_hash } = row
  return { personId: person_id, email, emailKey: email_key, passwordHash: password_hash }
}

function passkeys(db: Kysely<AccountTables>) {
  return {
    async passkeysOf(personId: string): Promise<StoredPasskey[]> {
      const rows = await db
        .selectFrom('passkey')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute()
      return rows.map(passkeyOf)
    },

    async maybePasskey(id: string): Promise<StoredPasskey | null> {
      const row = await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? passkeyOf(row) : null
    },

    async addPasskey(key: StoredPasskey): Promise<void> {
      await db
        .insertInto('passkey')
        .values({
          id: key.id,
          person_id: key.personId,
          name: key.name,
          public_key: key.publicKey,
          counter: key.counter,
          transports: key.transports.join(' '),
          created_at: key.createdAt,
          last_used_at: key.lastUsedAt,
        })
        .execute()
    },

    async notePasskeyUse(id: string, counter: number, at: string): Promise<void> {
      await db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute()
    },

    /** False when this person has no such passkey. */
    async removePasskey(personId: string, id: string): Promise<boolean> {
      const result = await db
        .deleteFrom('passkey')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return result.numDeletedRows === 1n
    },
  }
}

function passkeyOf(row: AccountTables['passkey']): StoredPasskey {
  const { id, person_id, name, public_key, counter, transports, created_at, last_used_at } = row
  return {
    id,
    personId: person_id,
    name,
    publicKey: public_key,
    counter,
    transports: transports === '' ? [] : transports.split(' '),
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }
}

function links(db: Kysely<AccountTables>) {
  return {
    /** Keeps a link; those whose time is over go. */
    async addLink({ hash, kind, personId, email, at, expiresAt }: NewLink): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('account_link').where('expires_at', '<=', at).execute()
        await tx
          .insertInto('account_link')
          .values({ hash, kind, person_id: personId, email, created_at: at, expires_at: expiresAt })
          .execute()
      })
    },

    /** The link as long as it works, without using it. */
    async maybeLink(hash: string, now: string): Promise<StoredLink | null> {
      const row = await db
        .selectFrom('account_link')
        .select(['kind', 'person_id', 'email'])
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row ? { kind: row.kind, personId: row.person_id, email: row.email } : null
    },

    /** True when the link was there; from now on it is not. Of two who use it at once, one hears true. */
    async takeLink(hash: string): Promise<boolean> {
      const result = await db.deleteFrom('account_link').where('hash', '=', hash).executeTakeFirst()
      return result.numDeletedRows === 1n
    },
  }
}
