import type { IncomingMessage } from 'node:http'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { Refusal } from '../access/refusal.ts'
import { addRoute } from './answer.ts'
import { serveClient } from './client-pages.ts'
import { measure } from './measures.ts'
import type { HttpParts } from './parts.ts'
import { problemOf, sendProblem } from './problem-answer.ts'
import { routes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'

/** The HTTP server with every endpoint and the client's pages, not listening yet. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({
    // Only what stands in front of the server on this machine may say for whom it asks.
    trustProxy: parts.site.publicUrl ? 'loopback' : false,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // An address that can not be decoded never reaches a route.
    frameworkErrors: (error, request, reply) => {
      const { name, errors } = problemOf(error)
      return sendProblem(request, reply, name, errors)
    },
  })
  app.setErrorHandler(async (error, request, reply) => {
    const { name, errors } = problemOf(error)
    if (name === 'body-too-large') await passOver(request.raw)
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
  for (const route of Object.values(routes(parts))) addRoute(app, route, parts)
  if (parts.clientFolder) await serveClient(app, parts.clientFolder)
  else app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'not-found'))
  return app
}

/** The route's pattern, and the error without what it quotes: never the address, a header or a body, where names and secrets can stand. */
function logTrouble({ log }: HttpParts, route: string | undefined, error: unknown): void {
  log.error({ route: route ?? 'unknown', err: error }, 'a request failed')
}

/** How much (bytes) and how long (ms) is still listened to, to be able to answer. */
const PASS_OVER = { bytes: 32 * 1024 * 1024, time: 10_000 }

/**
 * Lets the rest of a body go by unread. A sender that is still sending when the connection closes never sees the answer
 * (RFC 9112, section 9.6).
 */
function passOver(body: IncomingMessage): Promise<void> {
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
