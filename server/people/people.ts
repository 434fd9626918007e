import type { Caller, WorkspaceRights } from '../access/caller.ts'
import { Refusal } from '../access/refusal.ts'
import { hashOfSecret, keyedHashOfSecret, newSecret } from '../access/secret.ts'
import type { TokenBounds, TokenScope } from '../access/token-bounds.ts'
import type { KnownToken, PeopleStore, StoredPerson } from '../storage/people.ts'

const DAY = 24 * 60 * 60 * 1000
/** A meeting is followed by weeks of writing at home; a guest's link lives as long. */
export const SESSION_DAYS = 90
/** Shows in a leaked file or log what it is, so that a scanner can find it. */
const TOKEN_PREFIX = 'handslag_'

export type PeopleParts = {
  store: PeopleStore
  /** Keys the hashes of sessions; see `SESSION_SECRET`. */
  sessionSecret: string
  clock: () => Date
  newId: () => string
}

/** On a computer that others use too: as long as a meeting with what comes around it. */
const SHARED_SESSION_DAYS = 0.5

/** A session as the browser keeps it; without an age it goes when the browser is closed. */
export type OpenedSession = { secret: string; maxAgeSeconds: number | null }

/** Who people are and what lets them in. */
export type People = ReturnType<typeof createPeople>

export function createPeople(parts: PeopleParts) {
  return { ...callers(parts), ...sessions(parts), ...firstMember(parts), ...tokens(parts) }
}

function callers({ store, sessionSecret, clock }: PeopleParts) {
  return {
    /** Who the cookie's session belongs to; null when there is no such session or its time is over. */
    async maybeCallerOfSession(secret: string): Promise<Caller | null> {
      const hash = keyedHashOfSecret(secret, sessionSecret)
      const session = await store.maybeSession(hash, clock().toISOString())
      const person = session && (await store.maybePerson(session.personId))
      return person && callerOf(person, person.name, 'cookie')
    },

    /** The member for whom the token acts; null when there is no such token. The token's name stands in when the member has none yet. */
    async maybeCallerOfToken(secret: string): Promise<Caller | null> {
      const token = await store.maybeToken(hashOfSecret(secret), clock().toISOString())
      const person = token && (await store.maybePerson(token.personId))
      if (!token || !person) return null
      return callerOf(person, person.name || token.name, 'token', boundsOf(token))
    },

    /** The member or guest as a caller; throws RangeError when there is none. */
    async callerFor(personId: string): Promise<Caller> {
      const person = await store.maybePerson(personId)
      if (!person) throw new RangeError(`there is no person ${personId}`)
      return callerOf(person, person.name, 'cookie')
    },
  }
}

function callerOf(
  person: StoredPerson,
  name: string,
  credential: Caller['credential'],
  bounds: TokenBounds | null = null,
): Caller {
  const rights = person.rights as WorkspaceRights | null
  return { personId: person.id, name, staff: rights !== null, rights, credential, bounds }
}

function boundsOf({ id, scope, agreementId }: KnownToken): TokenBounds {
  // What a newer Handslag may have written reads alone.
  return { tokenId: id, scope: scope === 'write' ? 'write' : 'read', agreementId }
}

function sessions({ store, sessionSecret, clock, newId }: PeopleParts) {
  return {
    /** A new person who came by an invitation. */
    async addGuest(name: string): Promise<Caller> {
      const personId = newId()
      await store.addPerson({ id: personId, name, at: clock().toISOString() })
      return { personId, name, staff: false, rights: null, credential: 'cookie', bounds: null }
    },

    /** `isShared`: on a computer that others use too. */
    async openSession(personId: string, isShared = false): Promise<OpenedSession> {
      const days = isShared ? SHARED_SESSION_DAYS : SESSION_DAYS
      const secret = newSecret()
      const now = clock()
      await store.removeExpiredSessions(now.toISOString())
      await store.addSession({
        hash: keyedHashOfSecret(secret, sessionSecret),
        personId,
        at: now.toISOString(),
        expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
      })
      return { secret, maxAgeSeconds: isShared ? null : (days * DAY) / 1000 }
    },

    async endSession(secret: string): Promise<void> {
      await store.removeSession(keyedHashOfSecret(secret, sessionSecret))
    },

    /** Of these sessions, as they are kept, those that let nobody in any more. */
    async sessionsOver(hashes: ReadonlySet<string>): Promise<Set<string>> {
      const open = new Set(await store.openSessions([...hashes], clock().toISOString()))
      return new Set([...hashes].filter((hash) => !open.has(hash)))
    },

    /** What is kept of a session's secret: which one is meant, without the secret itself. */
    sessionHash: (secret: string): string => keyedHashOfSecret(secret, sessionSecret),
  }
}

function firstMember(parts: PeopleParts) {
  const { store, clock, newId } = parts
  const ensureFirstMember = () =>
    store.ensureFirstMember({ workspaceId: newId(), personId: newId(), at: clock().toISOString() })

  async function startAsFirstMember(name: string): Promise<Caller> {
    const personId = await ensureFirstMember()
    await store.renamePerson(personId, name)
    return { ...(await callers(parts).callerFor(personId)), name }
  }

  return {
    ensureFirstMember,

    /** Who starts at the machine itself is the first member. The caller has checked that it is there. */
    startAsFirstMember,

    /** Whether the one-time link would work now. Throws a refusal `invalid-invitation` when not. */
    async seeStartLink(secret: string): Promise<void> {
      if (!(await store.hasStartLink(hashOfSecret(secret)))) throw new Refusal('invalid-invitation')
    },

    /** Throws a refusal `invalid-invitation` when the link is not known or was used. */
    async startWithLink(secret: string, name: string): Promise<Caller> {
      const used = await store.useStartLink(hashOfSecret(secret), clock().toISOString())
      if (!used) throw new Refusal('invalid-invitation')
      return startAsFirstMember(name)
    },

    /** The secret of a one-time link for the first member; null while that member is signed in somewhere. */
    async maybeStartLink(): Promise<string | null> {
      const now = clock().toISOString()
      const first = await store.maybeFirstMember()
      if (first !== null && (await store.hasSession(first, now))) return null
      const secret = newSecret()
      await store.replaceStartLink(hashOfSecret(secret), now)
      return secret
    },
  }
}

/** What a token is made for; a time in days. */
export type NewToken = { name: string; scope: TokenScope; agreementId: string | null; days: number }

function tokens({ store, clock, newId }: PeopleParts) {
  return {
    /** A token for programs that act for the first member. It is told this once; only its hash is kept. */
    async createToken({ name, scope, agreementId, days }: NewToken): Promise<string> {
      const now = clock()
      const at = now.toISOString()
      const personId = await store.ensureFirstMember({ workspaceId: newId(), personId: newId(), at })
      const token = TOKEN_PREFIX + newSecret()
      const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
      const hash = hashOfSecret(token)
      await store.addToken({ id: newId(), name, hash, personId, at, scope, agreementId, expiresAt })
      return token
    },

    /** All tokens, the newest first, with what became of each. */
    async tokens(): Promise<(KnownToken & { state: 'open' | 'expired' | 'withdrawn' })[]> {
      const now = clock().toISOString()
      return (await store.tokens()).map((token) => ({ ...token, state: stateOf(token, now) }))
    },

    /** False when there is no such token that was not withdrawn yet. */
    revokeToken: (id: string): Promise<boolean> => store.revokeToken(id, clock().toISOString()),

    /** Of these tokens the ones that work no more. */
    async tokensOver(ids: ReadonlySet<string>): Promise<Set<string>> {
      const open = new Set(await store.openTokens([...ids], clock().toISOString()))
      return new Set([...ids].filter((id) => !open.has(id)))
    },
  }
}

function stateOf({ revokedAt, expiresAt }: KnownToken, now: string) {
  if (revokedAt !== null) return 'withdrawn' as const
  return expiresAt !== null && expiresAt <= now ? ('expired' as const) : ('open' as const)
}
