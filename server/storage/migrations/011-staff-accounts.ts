import { type Kysely, sql } from 'kysely'

/**
 * Accounts of the members of a workspace: address and password (hashed), passkeys, one-time links (hashed), what members may do, the name
 * of the workspace; agreements that were put away, and what else a list says of a text. Times are ISO 8601 in UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspace add column name text not null default ''`.execute(db)
  await sql`alter table member add column rights text not null default 'member'`.execute(db)
  // Who was first has led the workspace so far.
  await sql`update member set rights = 'admin'
    where person_id in (select person_id from member order by since limit 1)`.execute(db)
  await sql`create table account (
    person_id text primary key references person (id), email text not null, email_key text not null unique,
    password_hash text, created_at text not null
  )`.execute(db)
  await sql`create table passkey (
    id text primary key, person_id text not null references person (id), name text not null,
    public_key blob not null, counter integer not null, transports text not null,
    created_at text not null, last_used_at text
  )`.execute(db)
  await sql`create index passkey_person on passkey (person_id)`.execute(db)
  await sql`create table account_link (
    hash text primary key, kind text not null, person_id text references person (id), email text not null,
    created_at text not null, expires_at text not null
  )`.execute(db)
  await sql`create table member_invitation (
    id text primary key, hash text not null unique, workspace_id text not null references workspace (id),
    email text not null, email_key text not null, rights text not null, created_by text not null references person (id),
    created_at text not null, expires_at text not null
  )`.execute(db)
  await sql`alter table agreement add column archived_at text`.execute(db)
  await sql`alter table agreement_summary add column about text not null default ''`.execute(db)
}
