import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { ProblemName } from '../../shared/protocol/problem.ts'
import { Refusal } from '../access/refusal.ts'
import { addRoute, doorkeeper } from './answer.ts'
import { serveClient } from './client-pages.ts'
import { boundConnections, SLOWEST } from './connections.ts'
import { beyondBounds } from './json-bounds.ts'
import { measure } from './measures.ts'
import type { HttpParts } from './parts.ts'
import { problemBody, problemOf, sendProblem } from './problem-answer.ts'
import { routes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { Turns } from './turns.ts'

/** The HTTP server with every endpoint and the client's pages, not listening yet. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({
    // Only what stands in front of the server on this machine may say for whom it asks.
    trustProxy: parts.site.publicUrl ? 'loopback' : false,
    requestTimeout: SLOWEST.whole,
    http: { headersTimeout: SLOWEST.headers, connectionsCheckingInterval: SLOWEST.lookEvery },
    clientErrorHandler: refuseUnread,
    forceCloseConnections: 'idle',
    // An address that can not be decoded never reaches a route.
    frameworkErrors: (error, request, reply) => {
      const { name, errors } = problemOf(error)
      return sendProblem(request, reply, name, errors)
    },
  })
  app.setErrorHandler(async (error, request, reply) => {
    const { name, errors } = problemOf(error)
    if (isStillSending(request.raw)) {
      reply.header('connection', 'close')
      await passOver(request.raw)
    }
    if (name === 'internal-error') logTrouble(parts, request.routeOptions.url, error)
    return sendProblem(request, reply, name, errors)
  })
  await app.register(fastifyHelmet, securityHeaders(parts.site))
  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: () => new Refusal('too-many-requests'),
  })
  measure(app, parts)
  boundConnections(app.server, parts.site.publicUrl !== null)
  boundJson(app)
  const door = doorkeeper()
  for (const route of Object.values(routes(parts))) addRoute(app, route, parts, door)
  if (parts.clientFolder) await serveClient(app, parts.clientFolder)
  else app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'not-found'))
  return app
}

/** Bodies are looked at before they are read: what is nested without end, or of nothing but brackets, costs next to nothing. */
function boundJson(app: FastifyInstance): void {
  const readJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    const wrong = beyondBounds(body)
    if (wrong) done(new Refusal('malformed-request', [wrong]))
    else readJson(request, body, done)
  })
}

const UNREAD: Record<string, ProblemName> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
}

/** A thousand who came in one rush are too slow in one turn too; they are told one after the other. */
const untold = new Turns(Number.POSITIVE_INFINITY)

/** What never became a request is refused by name too, as far as its sender still listens. */
async function refuseUnread({ code = '' }: { code?: string }, socket: Socket): Promise<void> {
  await untold.next('all')
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = problemBody(UNREAD[code] ?? 'malformed-request', undefined)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

/** The route's pattern, and the error without what it quotes: never the address, a header or a body, where names and secrets can stand. */
function logTrouble({ log }: HttpParts, route: string | undefined, error: unknown): void {
  log.error({ route: route ?? 'unknown', err: error }, 'a request failed')
}

/** How much (bytes) and how long (ms) is still listened to, to be able to answer, and to how many at once. */
const PASS_OVER = { bytes: 32 * 1024 * 1024, time: 10_000, atOnce: 8 }
/** A body up to this (bytes) is in, or nearly, by the time it is refused. */
const SMALL = 128 * 1024
let passing = 0

function isStillSending({ complete, headers }: IncomingMessage): boolean {
  const said = headers['content-length']
  const hasBody = said !== undefined || headers['transfer-encoding'] !== undefined
  return !complete && hasBody && !(Number(said) <= SMALL)
}

/**
 * Lets the rest of a body go by unread. A sender that is still sending when the connection closes never sees the answer
 * (RFC 9112, section 9.6). When many do so at once it is no mistake, and they get no more of everybody's time.
 */
async function passOver(body: IncomingMessage): Promise<void> {
  if (passing >= PASS_OVER.atOnce) return
  passing += 1
  await untilPassed(body)
  passing -= 1
}

function untilPassed(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let passed = 0
    const timer = setTimeout(resolve, PASS_OVER.time)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    body.on('data', (chunk: Buffer) => {
      passed += chunk.length
      if (passed > PASS_OVER.bytes) done()
    })
    body.once('end', done)
    body.once('close', done)
    if (body.readableEnded || body.destroyed) done()
  })
}
