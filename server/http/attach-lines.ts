import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  CLOSE_OF_PROBLEM,
  ECHO_DOCUMENT,
  LINE_HEADERS,
  LINE_TIMES,
  PIECE_SIZE,
} from '../../shared/protocol/line.ts'
import { BROKEN_FRAMING, FrameError } from '../../shared/protocol/line-frames.ts'
import { SUBPROTOCOL, SYNC_PATH } from '../../shared/protocol/live.ts'
import type { ProblemName } from '../../shared/protocol/problem.ts'
import { Refusal } from '../access/refusal.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Echoes } from './echoes.ts'
import type { Down, Line, LineOwner } from './line.ts'
import { Lines, type LineTimes } from './lines.ts'
import { type Authorise, clientOf, isDocumentId, isForeignPage, type Live } from './live-entry.ts'
import { problemOf, sendProblem } from './problem-answer.ts'

export type LinesOptions = {
  rooms: Rooms
  authorise: Authorise
  /** The person by cookie or bearer token; null when neither proves anything. */
  personOf(headers: IncomingHttpHeaders): Promise<string | null>
  /** Origins whose pages may connect with a cookie, beside the one the request itself is sent to. */
  origins: readonly string[]
  echoes: Echoes
  times?: Partial<LineTimes>
  onError?: (error: unknown) => void
}

const OPEN = `${SYNC_PATH}:documentId/lines`
const LINE = `${OPEN}/:line`

/** What proxies must leave as it is. */
const DOWN_HEADERS = {
  'content-type': 'application/octet-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

/** Adds the roads of the live connection over plain HTTP (`shared/protocol/line.ts`), for networks that let no socket through. */
export async function attachLines(app: FastifyInstance, options: LinesOptions): Promise<Live> {
  const lines = new Lines(options.times)
  await app.register(async (scope) => {
    addRoutes(scope, lines, options)
  })
  return {
    connections: () => lines.size,
    close: () => lines.close(),
    farewell: () => lines.told(),
  }
}

function addRoutes(scope: FastifyInstance, lines: Lines, options: LinesOptions): void {
  const bytes = { parseAs: 'buffer' as const, bodyLimit: PIECE_SIZE }
  scope.addContentTypeParser('application/octet-stream', bytes, (_, body, done) => done(null, body))
  scope.setErrorHandler(async (error, request, reply) => {
    const { name, errors } = lineProblemOf(error)
    if (name === 'internal-error') options.onError?.(error)
    return sendProblem(request, reply, name, errors)
  })
  // A server that goes down waits for its connections; the client would keep this one for its next request.
  scope.addHook('onSend', async (_, reply) => {
    if (lines.isClosed) reply.header('connection', 'close')
  })
  scope.addHook('onRequest', async ({ headers }) => {
    if (isForeignPage(headers, options.origins)) throw new Refusal('wrong-origin')
  })

  scope.post(OPEN, { bodyLimit: 4096, onRequest: knownOrEcho(options) }, async (request, reply) => {
    const answer = await open(request, lines, options)
    return reply.status(201).header('cache-control', 'no-store').send(answer)
  })

  // Who asks is known before the body is read; the line itself is looked up afterwards, as it may have ended meanwhile.
  const owners = new WeakMap<FastifyRequest, LineOwner>()
  const onRequest = async (request: FastifyRequest) => {
    const owner = await ownerOf(request, options)
    owners.set(request, owner)
    lines.find(nameOf(request, 'line'), owner)
  }
  const lineOf = (request: FastifyRequest) => lines.find(nameOf(request, 'line'), owners.get(request) ?? null)

  scope.get(LINE, { onRequest }, async (request, reply) => {
    const line = lineOf(request)
    const received = numberIn(request, LINE_HEADERS.received)
    if (!line.canGoOnFrom(received))
      throw unreadable(LINE_HEADERS.received, 'the number of a message that is held')
    const wait = LINE_HEADERS.wait in request.headers ? numberIn(request, LINE_HEADERS.wait) : null
    carryDown(line, received, wait, reply, () => lines.isClosed)
  })
  scope.post(LINE, { onRequest }, async (request, reply) => {
    const line = lineOf(request)
    const piece = numberIn(request, LINE_HEADERS.piece)
    const received = numberIn(request, LINE_HEADERS.received)
    line.take(piece, request.body instanceof Uint8Array ? request.body : new Uint8Array(), Date.now())
    line.confirm(received)
    return reply.status(204).header('cache-control', 'no-store').send()
  })
  scope.delete(LINE, { onRequest }, async (request, reply) => {
    lines.leave(lineOf(request))
    return reply.status(204).header('cache-control', 'no-store').send()
  })
}

/** A stranger is turned away before anything of the body is read. */
function knownOrEcho({ personOf }: LinesOptions) {
  return async (request: FastifyRequest) => {
    const isKnown = isEcho(request) || (await personOf(request.headers)) !== null
    if (!isKnown) throw new Refusal('not-signed-in')
  }
}

async function ownerOf(request: FastifyRequest, { personOf }: LinesOptions): Promise<LineOwner> {
  if (isEcho(request)) return null
  const personId = await personOf(request.headers)
  if (personId === null) throw new Refusal('not-signed-in')
  return personId
}

async function open(request: FastifyRequest, lines: Lines, options: LinesOptions) {
  const offered = protocolsIn(request.body)
  const protocol = offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : ''
  if (isEcho(request)) return { line: openEcho(request, lines, options).id, protocol }
  const documentId = nameOf(request, 'documentId')
  if (!isDocumentId(documentId)) throw new Refusal('not-found')
  const authorised = await options.authorise(request.headers, documentId)
  if ('close' in authorised) throw new Refusal(problemOfClose(authorised.close))
  const line = lines.open(authorised.member.personId, request.ip)
  options.rooms.connect(authorised.documentId, line, { ...authorised.member, ...clientOf(offered) })
  return { line: line.id, protocol }
}

function openEcho(request: FastifyRequest, lines: Lines, { echoes }: LinesOptions): Line {
  if (!echoes.allows(request.ip)) throw new Refusal('too-many-requests')
  const line = lines.open(null, request.ip)
  echoes.serve(line, request.ip)
  return line
}

/** Writes frames into the answer: as they come, or once, within `wait` ms. */
function carryDown(
  line: Line,
  received: number,
  wait: number | null,
  reply: FastifyReply,
  isLast: () => boolean,
): void {
  reply.raw.once('finish', () => isLast() && reply.raw.socket?.end())
  const down = wait === null ? stream(reply) : answerAtOnce(reply)
  const raw = reply.raw
  raw.once('close', () => line.release(down, Date.now()))
  if (wait !== null) {
    const timer = setTimeout(() => line.rest(down), Math.min(wait, LINE_TIMES.wait))
    timer.unref()
    raw.once('close', () => clearTimeout(timer))
  }
  line.carry(down, received, Date.now())
}

function stream(reply: FastifyReply): Down {
  const raw = begin(reply)
  raw.writeHead(200)
  return { isStream: true, write: (bytes) => raw.write(bytes), end: () => raw.end() }
}

/** All at once and with its length: nothing between here and the client needs to wait for more of it. */
function answerAtOnce(reply: FastifyReply): Down {
  const raw = begin(reply)
  const parts: Uint8Array[] = []
  return {
    isStream: false,
    write: (bytes) => parts.push(bytes),
    end: () => {
      const whole = Buffer.concat(parts)
      raw.writeHead(200, { 'content-length': whole.length })
      raw.end(whole)
    },
  }
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack()
  // What is written in the moment in which the other end breaks off has nowhere to go; the line holds it.
  reply.raw.on('error', () => {})
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...DOWN_HEADERS })) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  return reply.raw
}

function isEcho(request: FastifyRequest): boolean {
  return nameOf(request, 'documentId') === ECHO_DOCUMENT
}

function nameOf(request: FastifyRequest, name: 'documentId' | 'line'): string {
  return (request.params as Record<string, string>)[name] ?? ''
}

function numberIn({ headers }: FastifyRequest, name: string): number {
  const text = headers[name]
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text)) throw unreadable(name, 'a whole number')
  return Number(text)
}

function unreadable(path: string, expected: string): Refusal {
  return new Refusal('malformed-request', [{ path, reason: 'unreadable', expected, found: 'something else' }])
}

/** At most a handful of short names; anything else is no list of subprotocols. */
function protocolsIn(body: unknown): string[] {
  const { protocols } = (typeof body === 'object' && body !== null ? body : {}) as { protocols?: unknown }
  if (!Array.isArray(protocols)) throw unreadable('protocols', 'a list of subprotocols')
  return protocols.filter((one): one is string => typeof one === 'string').slice(0, 10)
}

function problemOfClose(code: number): ProblemName {
  const found = Object.entries(CLOSE_OF_PROBLEM).find(([, close]) => close === code)
  return (found?.[0] as ProblemName | undefined) ?? 'not-allowed'
}

function lineProblemOf(error: unknown): ReturnType<typeof problemOf> {
  if (!(error instanceof FrameError)) return problemOf(error)
  if (error.code !== BROKEN_FRAMING) return { name: 'body-too-large', errors: [] }
  const { messages } = unreadable('', 'whole frames of a message, in pieces numbered from 1')
  return { name: 'malformed-request', errors: messages }
}
