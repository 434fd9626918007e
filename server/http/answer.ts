import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { z } from 'zod'
import { type Endpoint, stopsWhenArchived } from '../../shared/protocol/endpoint.ts'
import {
  type Caller,
  mayAskForOneself,
  mayChangeOwnAccount,
  mayManageMembers,
  mayStartAgreement,
} from '../access/caller.ts'
import type { Reader } from '../access/consultation.ts'
import { isOwnOrigin } from '../access/origin.ts'
import { mayRead, mayWrite, type Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { reaches } from '../access/token-bounds.ts'
import { bytesIn, Senders, takeBytes } from './bodies.ts'
import { maybeCaller, maybeReadingSecret } from './credentials.ts'
import { networkOf } from './network-of.ts'
import { Pace } from './pace.ts'
import { packAnswer } from './packed.ts'
import type { HttpParts } from './parts.ts'
import { Turns } from './turns.ts'
import { check } from './validation.ts'

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> =
  E extends Record<Name, infer S> ? Output<S> : undefined

/** A request that passed the checks its endpoint names. */
export type Call<E extends Endpoint> = {
  params: Part<E, 'params'>
  query: Part<E, 'query'>
  body: E extends { bodyTypes: readonly string[] } ? Uint8Array : Part<E, 'body'>
  caller: E['access'] extends 'public' ? Caller | null : E['access'] extends 'reading' ? null : Caller
  participation: E['access'] extends 'agreement' ? Participation : null
  reader: E['access'] extends 'reading' ? Reader : null
  request: FastifyRequest
  reply: FastifyReply
}

/** A file or another body that is not JSON; its media type is already on the reply. */
export type RawBody = string | Uint8Array

type Answer<E extends Endpoint> = E['success'] extends { body: infer S } ? Output<S> : RawBody | undefined

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>
export type Route = {
  endpoint: Endpoint
  handle: (call: Call<Endpoint>) => Promise<unknown>
  isPacked?: boolean
}

/** Ties a handler to its endpoint, with the types that follow from it. */
export function answer<E extends Endpoint>(endpoint: E, handler: Handler<E>): Route {
  return { endpoint, handle: handler as unknown as Route['handle'] }
}

/** The same route, with its answer packed (`packed.ts`): only for what says the same to everybody. */
export const packed = (route: Route): Route => ({ ...route, isPacked: true })

/** What the longest remark, note or profile needs, some times over. */
const BODY_LIMIT = 128 * 1024
/** A table full of people behind one address may join within a minute; a program that tries links may not go on for long. */
const PER_MINUTE = { public: 120, signedIn: 600 }
/** What one person, or those behind one address whom nobody knows, may ask for in a minute, all of it together. */
const ASKS_PER_MINUTE = 3000

/** What all requests share: whose turn it is, and how many came from whom. */
export type Doorkeeper = { turns: Turns; asks: Pace }

export const doorkeeper = (): Doorkeeper => ({ turns: new Turns(), asks: new Pace(ASKS_PER_MINUTE) })

/** Adds the route to the server. Order: origin, credential, right, then the body is read and checked, then the handler. */
export function addRoute(app: FastifyInstance, route: Route, parts: HttpParts, door: Doorkeeper): void {
  const { bodyTypes } = route.endpoint
  if (bodyTypes === undefined) addTo(app, route, parts, door)
  else
    app.register(async (scope) => {
      takeBytes(scope, bodyTypes)
      addTo(scope, route, parts, door)
    })
}

function addTo(app: FastifyInstance, route: Route, parts: HttpParts, door: Doorkeeper): void {
  const { endpoint } = route
  const senders = endpoint.bodyTypes === undefined ? null : new Senders()
  const found = new WeakMap<FastifyRequest, Admission>()
  const pace = endpoint.perMinute === undefined ? null : new Pace(endpoint.perMinute)
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.bodyBytes ?? BODY_LIMIT,
    ...rateLimit(endpoint),
    ...(route.isPacked ? { onSend: packAnswer } : {}),
    // Before it is counted, refused or read: a thousand that come in one rush would hold up everybody else in one turn.
    onRequest: async ({ ip }) => door.turns.next(networkOf(ip)),
    preParsing: async (request, reply) => {
      const network = networkOf(request.ip)
      const who = await admit(endpoint, request, parts)
      const counted = who.caller?.personId ?? who.reader?.readerId
      const now = Date.now()
      if (!door.asks.allows(counted ?? network, now)) throw new Refusal('too-many-requests')
      if (pace && counted && !pace.allows(counted, now)) throw new Refusal('too-many-requests')
      if (senders && counted) senders.begin(counted, reply.raw)
      found.set(request, who)
    },
    handler: async (request, reply) => {
      const who = found.get(request)
      if (!who) throw new RangeError('addRoute: a request came by its admission')
      // Its body may have come in together with many others.
      await door.turns.next(who.caller?.personId ?? who.reader?.readerId ?? networkOf(request.ip))
      const call = { ...who, ...checkedParts(endpoint, request), request, reply }
      const result = await route.handle(call as Call<Endpoint>)
      reply.status(endpoint.success.status)
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      return result
    },
  } as RouteOptions)
}

function rateLimit(endpoint: Endpoint) {
  if (endpoint.method === 'GET') return {}
  const max = endpoint.access === 'public' ? PER_MINUTE.public : PER_MINUTE.signedIn
  return { config: { rateLimit: { max, timeWindow: 60_000 } } }
}

function checkedParts(endpoint: Endpoint, request: FastifyRequest) {
  const part = (schema: z.ZodType | undefined, input: unknown) => schema && check(schema, input)
  return {
    params: part(endpoint.params, request.params),
    query: part(endpoint.query, request.query),
    body:
      endpoint.bodyTypes === undefined
        ? part(endpoint.body, request.body)
        : bytesIn(request, endpoint.bodyTypes),
  } as Pick<Call<Endpoint>, 'params' | 'query' | 'body'>
}

/** What a caller must be, beside known; the part in an agreement is looked up. */
const RIGHT: Record<Endpoint['access'], (caller: Caller) => boolean> = {
  public: () => true,
  signedIn: () => true,
  self: mayAskForOneself,
  agreement: () => true,
  workspace: mayStartAgreement,
  account: mayChangeOwnAccount,
  admin: mayManageMembers,
  reading: () => false,
}

type Admission = { caller: Caller | null; participation: Participation | null; reader: Reader | null }

/** Who calls and with what part; `Call<E>` gives each endpoint the narrower types that follow from these checks. */
async function admit(endpoint: Endpoint, request: FastifyRequest, parts: HttpParts): Promise<Admission> {
  if (endpoint.access === 'reading') return admitReader(endpoint, request, parts)
  const { headers } = request
  const caller = await maybeCaller(headers, parts.people)
  if (endpoint.method !== 'GET' && caller?.credential !== 'token') checkOrigin(request, parts)
  checkBounds(endpoint, request, caller)
  if (endpoint.access === 'public') return { caller, participation: null, reader: null }
  if (!caller) throw new Refusal('not-signed-in')
  if (!RIGHT[endpoint.access](caller)) throw new Refusal('not-allowed')
  const participation = endpoint.access === 'agreement' ? await partIn(request, caller, parts) : null
  if (participation && endpoint.bodyTypes && !mayWrite(participation)) throw new Refusal('not-allowed')
  if (participation) await checkAtHand(endpoint, participation.agreementId, parts)
  return { caller, participation, reader: null }
}

/** Who reads has no name and no part: neither session nor token counts here, and what counts here counts nowhere else. */
async function admitReader(
  endpoint: Endpoint,
  request: FastifyRequest,
  parts: HttpParts,
): Promise<Admission> {
  if (endpoint.method !== 'GET') checkOrigin(request, parts)
  const secret = maybeReadingSecret(request.headers)
  const reader = secret && (await parts.consultation.maybeReader(secret))
  if (!reader) throw new Refusal('not-signed-in')
  await checkAtHand(endpoint, reader.agreementId, parts)
  return { caller: null, participation: null, reader }
}

function checkBounds(endpoint: Endpoint, request: FastifyRequest, caller: Caller | null): void {
  const { id = null } = (request.params ?? {}) as { id?: string }
  if (caller?.bounds && !reaches(caller.bounds, endpoint, id)) throw new Refusal('token-too-narrow')
}

function checkOrigin({ headers }: FastifyRequest, { site }: HttpParts): void {
  const { origin, host } = headers
  if (!isOwnOrigin({ origin, hostHeader: host, publicUrl: site.publicUrl })) throw new Refusal('wrong-origin')
}

/** What is put away is read, and changed again once it is taken back. */
async function checkAtHand(endpoint: Endpoint, agreementId: string, { agreements }: HttpParts) {
  if (stopsWhenArchived(endpoint) && (await agreements.isArchived(agreementId)))
    throw new Refusal('agreement-archived')
}

async function partIn(request: FastifyRequest, caller: Caller, { agreements }: HttpParts) {
  const { id } = request.params as { id: string }
  const participation = await agreements.participation(id, caller.personId)
  if (mayRead(participation)) return participation
  throw new Refusal((await agreements.exists(id)) ? 'not-allowed' : 'unknown-agreement')
}
