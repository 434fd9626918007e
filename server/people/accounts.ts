import type { Account, LinkKind } from '../../shared/protocol/endpoints-accounts.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, newSecret } from '../access/secret.ts'
import type { AccountStore, StoredAccount, StoredLink } from '../storage/accounts.ts'
import type { MemberStore } from '../storage/members.ts'
import type { PeopleStore } from '../storage/people.ts'
import { Attempts } from './attempts.ts'
import { emailKey } from './email-address.ts'
import { isStrongPassword } from './password-strength.ts'
import type { Passwords } from './passwords.ts'

const MINUTE = 60_000
/** A mail arrives within minutes; after that the link is only of use to who finds it. */
export const LINK_MINUTES = 15
/** Wrong passwords within a quarter of an hour: for one account, and from one network, behind which a whole town hall may stand. */
export const GUESSES = { account: 10, network: 60 } as const
/** Mails to one address within a quarter of an hour. */
const MAILS = 5

export type AccountParts = {
  store: AccountStore
  people: PeopleStore
  members: Pick<MemberStore, 'maybeWorkspace' | 'maybeMemberInvitation'>
  passwords: Passwords
  clock: () => Date
  /** Lets every open connection of a person come in anew: those whose session is over do not. */
  reconnect: (personId: string) => Promise<void>
}

/** A link to be mailed: where to, what for, and the secret, this once. */
export type LinkToMail = { email: string; name: string; kind: LinkKind; secret: string }
export type SeenLink = { kind: LinkKind; email: string; name: string; workspace: string }

/** What members sign in with: address, password, links by mail. */
export type Accounts = ReturnType<typeof createAccounts>

export function createAccounts(parts: AccountParts) {
  const guesses = { account: new Attempts(GUESSES.account), network: new Attempts(GUESSES.network) }
  return {
    ...signingIn(parts, guesses),
    ...byLink(parts),
    ...own(parts, guesses),
    firstCanSignIn: () => firstCanSignIn(parts),
    checkStrength: (password: string, words: readonly string[]) => checkStrength(parts, password, words),
  }
}

/** Whether the first member has a password or a passkey: until then only being at the machine, or its console, lets that member in. */
async function firstCanSignIn({ store, people }: AccountParts): Promise<boolean> {
  const first = await people.maybeFirstMember()
  const account = first && (await store.maybeAccount(first))
  if (!account) return false
  return account.passwordHash !== null || (await store.passkeysOf(account.personId)).length > 0
}

type Guesses = { account: Attempts; network: Attempts }

/** Throws a refusal `weak-password`. `words` are the person's own: name and address. */
async function checkStrength(
  { members }: AccountParts,
  password: string,
  words: readonly string[],
): Promise<void> {
  const workspace = (await members.maybeWorkspace())?.name ?? ''
  if (!(await isStrongPassword(password, [workspace, ...words]))) throw new Refusal('weak-password')
}

/** Compares a password within the limits on guessing, in the same time whether there is one or not. */
async function prove(
  { passwords, clock }: AccountParts,
  guesses: Guesses,
  guess: { key: string; network: string | null; password: string; kept: string | null },
): Promise<void> {
  const { key, network, password, kept } = guess
  const now = clock().getTime()
  if (network !== null && !guesses.network.take(network, now)) throw new Refusal('too-many-requests')
  if (!guesses.account.take(key, now)) throw new Refusal('too-many-requests')
  if (!(await passwords.matches(password, kept))) throw new Refusal('wrong-sign-in')
  guesses.account.forget(key)
  if (network !== null) guesses.network.giveBack(network)
}

function signingIn(parts: AccountParts, guesses: Guesses) {
  const { store, passwords, clock } = parts
  return {
    /**
     * The person behind an address and a password. Throws the refusals `wrong-sign-in`, for an unknown address as for a wrong password,
     * and `too-many-requests`.
     */
    async signIn(tried: { email: string; password: string; network: string }): Promise<string> {
      const key = emailKey(tried.email)
      const account = await store.maybeAccountOf(key)
      const kept = account?.passwordHash ?? null
      await prove(parts, guesses, { key, network: tried.network, password: tried.password, kept })
      if (account === null || kept === null) throw new Refusal('wrong-sign-in')
      if (passwords.isDated(kept))
        await store.strengthenHash(account.personId, await passwords.hash(tried.password))
      await noteSignIn(store, account.personId, clock())
      return account.personId
    },

    /** Keeps that somebody signed in by another way than the password. */
    noteSignIn: (personId: string) => noteSignIn(store, personId, clock()),
  }
}

async function noteSignIn(store: AccountStore, personId: string, now: Date): Promise<void> {
  await store.addAccountAct({ at: now.toISOString(), kind: 'sign-in', agreementId: null, personId })
}

function byLink(parts: AccountParts) {
  const { store, people, members, passwords, clock, reconnect } = parts
  const mails = new Attempts(MAILS)

  async function open(secret: string): Promise<StoredLink & { personId: string }> {
    const link = await store.maybeLink(hashOfSecret(secret), clock().toISOString())
    if (!link || link.personId === null) throw new Refusal('invalid-link')
    return { ...link, personId: link.personId }
  }

  /** From here on the link is used up, also when two pages use it at once. */
  async function take(secret: string): Promise<void> {
    if (!(await store.takeLink(hashOfSecret(secret)))) throw new Refusal('invalid-link')
  }

  return {
    /** Counts a mail that is asked for. Throws a refusal `too-many-requests`, for known and unknown addresses alike. */
    countMail(email: string): void {
      if (!mails.take(emailKey(email), clock().getTime())) throw new Refusal('too-many-requests')
    },

    /** A link to sign in or to choose a password; null when nobody has this address. */
    async maybeLinkFor(email: string, kind: 'sign-in' | 'password'): Promise<LinkToMail | null> {
      const account = await store.maybeAccountOf(emailKey(email))
      return account && makeLink(parts, account.personId, account.email, kind)
    },

    /** What a link is for. Throws a refusal `invalid-link`. */
    async seeLink(secret: string): Promise<SeenLink> {
      const workspace = (await members.maybeWorkspace())?.name ?? ''
      const now = clock().toISOString()
      const invitation = await members.maybeMemberInvitation(hashOfSecret(secret), now)
      if (invitation) return { kind: 'member', email: invitation.email, name: '', workspace }
      const link = await open(secret)
      const name = (await people.maybePerson(link.personId))?.name ?? ''
      return { kind: link.kind as LinkKind, email: link.email, name, workspace }
    },

    /** The person a link signs in; a link to a new address makes that the person's. Throws `invalid-link` and `address-in-use`. */
    async useLink(secret: string): Promise<string> {
      const { kind, personId, email } = await open(secret)
      if (kind !== 'sign-in' && kind !== 'email') throw new Refusal('invalid-link')
      await take(secret)
      if (kind === 'email') await moveTo(parts, personId, email)
      await noteSignIn(store, personId, clock())
      return personId
    },

    /** Chooses a password with a link; every session of the person ends. Throws `invalid-link` and `weak-password`. */
    async setPasswordWithLink(secret: string, password: string): Promise<string> {
      const { kind, personId, email } = await open(secret)
      if (kind !== 'password') throw new Refusal('invalid-link')
      const name = (await people.maybePerson(personId))?.name ?? ''
      await checkStrength(parts, password, [name, email])
      const hash = await passwords.hash(password)
      await take(secret)
      await store.setPassword(personId, hash, null, clock().toISOString())
      await reconnect(personId)
      return personId
    },
  }
}

async function makeLink(
  { store, people, clock }: AccountParts,
  personId: string,
  email: string,
  kind: 'sign-in' | 'password' | 'email',
): Promise<LinkToMail> {
  const secret = newSecret()
  const now = clock()
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * MINUTE).toISOString()
  await store.addLink({ hash: hashOfSecret(secret), kind, personId, email, at: now.toISOString(), expiresAt })
  return { email, name: (await people.maybePerson(personId))?.name ?? '', kind, secret }
}

/** Throws a refusal `address-in-use`. */
async function moveTo({ store, clock }: AccountParts, personId: string, email: string): Promise<void> {
  const known = await store.maybeAccount(personId)
  const account: StoredAccount = {
    personId,
    email,
    emailKey: emailKey(email),
    passwordHash: known?.passwordHash ?? null,
  }
  if (!(await store.putAccount(account, clock().toISOString()))) throw new Refusal('address-in-use')
}

function own(parts: AccountParts, guesses: Guesses) {
  const { store, people, passwords, clock, reconnect } = parts

  async function view(personId: string): Promise<Account> {
    const account = await store.maybeAccount(personId)
    const passkeys = await store.passkeysOf(personId)
    return {
      name: (await people.maybePerson(personId))?.name ?? '',
      email: account?.email ?? null,
      hasPassword: account !== null && account.passwordHash !== null,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
      sessions: await people.countSessions(personId, clock().toISOString()),
    }
  }

  /** Who has a password shows it before the account is changed: a browser left open is not enough. */
  async function proveOwn(account: StoredAccount | null, password: string | null): Promise<void> {
    if (!account?.passwordHash) return
    const guess = {
      key: account.emailKey,
      network: null,
      password: password ?? '',
      kept: account.passwordHash,
    }
    await prove(parts, guesses, guess)
  }

  return {
    view,

    async changeName(personId: string, name: string): Promise<void> {
      await people.renamePerson(personId, name)
    },

    /**
     * Another address. With `byMail` it counts once the link that is mailed there is used, and an address of somebody else is not told;
     * without, at once. Throws `wrong-sign-in` and, without mail, `address-in-use`.
     */
    async changeEmail(
      personId: string,
      change: { email: string; password: string | null; byMail: boolean },
    ): Promise<LinkToMail | null> {
      const account = await store.maybeAccount(personId)
      await proveOwn(account, change.password)
      if (!change.byMail) {
        await moveTo(parts, personId, change.email)
        return null
      }
      const holder = await store.maybeAccountOf(emailKey(change.email))
      if (holder && holder.personId !== personId) return null
      return makeLink(parts, personId, change.email, 'email')
    },

    /** Another password; every other session ends. Throws `no-address`, `wrong-sign-in` and `weak-password`. */
    async changePassword(
      personId: string,
      change: { current: string | null; password: string; keepSession: string | null },
    ): Promise<void> {
      const account = await store.maybeAccount(personId)
      if (!account) throw new Refusal('no-address')
      await proveOwn(account, change.current)
      const name = (await people.maybePerson(personId))?.name ?? ''
      await checkStrength(parts, change.password, [name, account.email])
      const hash = await passwords.hash(change.password)
      await store.setPassword(personId, hash, change.keepSession, clock().toISOString())
      await reconnect(personId)
    },

    /** Ends every session of the person but the one that is named. */
    async signOutElsewhere(personId: string, keepSession: string | null): Promise<void> {
      await people.removeSessionsOf(personId, keepSession)
      await reconnect(personId)
    },

    /** Gives the first member address and password. Throws `weak-password` and `address-in-use`. */
    async openAccount(
      personId: string,
      given: { name: string; email: string; password: string },
    ): Promise<void> {
      const { email } = given
      const account = {
        personId,
        email,
        emailKey: emailKey(email),
        passwordHash: await passwords.hash(given.password),
      }
      if (!(await store.putAccount(account, clock().toISOString()))) throw new Refusal('address-in-use')
    },
  }
}
