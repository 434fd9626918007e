import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { Refusal } from '../access/refusal.ts'
import type { AccountStore } from '../storage/accounts.ts'
import type { PeopleStore } from '../storage/people.ts'

/** How long (ms) somebody has to touch the key. */
const PATIENCE = 5 * 60_000
/** Challenges that wait at once; the oldest makes place. */
const MOST_WAITING = 10_000

/** Where the browser is: the name that passkeys belong to, and the origin that it signs. */
export type PasskeySite = { rpId: string; origin: string }

export type PasskeyParts = {
  store: AccountStore
  people: Pick<PeopleStore, 'maybePerson'>
  clock: () => Date
}

type Answer = { challengeId: string; response: Record<string, unknown> }

/** Passkeys (W3C Web Authentication): made by who is signed in, and enough to sign in with, since they check the person themselves. */
export type Passkeys = ReturnType<typeof createPasskeys>

export function createPasskeys({ store, people, clock }: PasskeyParts) {
  const challenges = waitingChallenges(clock)

  return {
    /** What a browser needs to make a passkey for this person. Throws a refusal `no-address` without an account. */
    async askNew(personId: string, { rpId }: PasskeySite) {
      const account = await store.maybeAccount(personId)
      if (!account) throw new Refusal('no-address')
      const known = await store.passkeysOf(personId)
      const options = await generateRegistrationOptions({
        rpName: 'Handslag',
        rpID: rpId,
        userID: Buffer.from(personId),
        userName: account.email,
        userDisplayName: (await people.maybePerson(personId))?.name ?? '',
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { challengeId: challenges.keep(options.challenge, personId), options: { ...options } }
    },

    /** Keeps a new passkey. Throws a refusal `passkey-refused` when its answer is not right, too late, or another person's. */
    async add(personId: string, site: PasskeySite, answer: Answer & { name: string }): Promise<void> {
      const expectedChallenge = challenges.take(answer.challengeId, personId)
      const { registrationInfo } = await orRefused(() =>
        verifyRegistrationResponse({
          response: answer.response as unknown as RegistrationResponseJSON,
          expectedChallenge,
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
        }),
      )
      if (!registrationInfo) throw new Refusal('passkey-refused')
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential
      if (await store.maybePasskey(id)) throw new Refusal('passkey-refused')
      await store.addPasskey({
        id,
        personId,
        name: answer.name,
        publicKey,
        counter,
        transports: [...transports],
        createdAt: clock().toISOString(),
        lastUsedAt: null,
      })
    },

    /** Throws a refusal `not-found`. */
    async remove(personId: string, id: string): Promise<void> {
      if (!(await store.removePasskey(personId, id))) throw new Refusal('not-found')
    },

    /** What a browser needs to sign in with a passkey that it knows. Names nobody, so nothing is told about who has one. */
    async ask({ rpId }: PasskeySite) {
      const options = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' })
      return { challengeId: challenges.keep(options.challenge, null), options: { ...options } }
    },

    /** The person whose passkey answered. Throws a refusal `passkey-refused`. */
    async signIn(site: PasskeySite, answer: Answer): Promise<string> {
      const expectedChallenge = challenges.take(answer.challengeId, null)
      const known = await store.maybePasskey(String(answer.response.id ?? ''))
      if (!known) throw new Refusal('passkey-refused')
      const { verified, authenticationInfo } = await orRefused(() =>
        verifyAuthenticationResponse({
          response: answer.response as unknown as AuthenticationResponseJSON,
          expectedChallenge,
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
          credential: {
            id: known.id,
            publicKey: new Uint8Array(known.publicKey),
            counter: known.counter,
            transports: known.transports as AuthenticatorTransport[],
          },
        }),
      )
      if (!verified) throw new Refusal('passkey-refused')
      await store.notePasskeyUse(known.id, authenticationInfo.newCounter, clock().toISOString())
      return known.personId
    },
  }
}

/** Whatever the library finds wrong in what came from outside is one refusal. */
async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    throw new Refusal('passkey-refused')
  }
}

type Waiting = { challenge: string; personId: string | null; until: number }

/** Challenges under way, in memory: a server that starts again asks anew. Each serves once, for the person it was made for. */
function waitingChallenges(clock: () => Date) {
  const waiting = new Map<string, Waiting>()
  return {
    keep(challenge: string, personId: string | null): string {
      const [oldest] = waiting.keys()
      if (waiting.size >= MOST_WAITING && oldest !== undefined) waiting.delete(oldest)
      const id = randomBytes(15).toString('base64url')
      waiting.set(id, { challenge, personId, until: clock().getTime() + PATIENCE })
      return id
    },
    take(id: string, personId: string | null): string {
      const found = waiting.get(id)
      waiting.delete(id)
      if (!found || found.personId !== personId || found.until < clock().getTime())
        throw new Refusal('passkey-refused')
      return found.challenge
    },
  }
}
