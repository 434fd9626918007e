import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem-answer.ts'

/** The addresses at which the client draws a screen; all get the same page. The client knows which parts an agreement has. */
const SCREENS = [
  '/',
  '/join',
  '/mee',
  '/afgemeld',
  '/lezen',
  '/verbinding',
  '/aanmelden',
  '/link',
  '/account',
  '/werkruimte',
  '/privacy',
  '/agreements/:id',
  '/agreements/:id/:part',
]
const YEAR = 31_536_000
const SERVICE_WORKER = '/service-worker.js'

/** Serves the built client, its files under hashed names for a year, its page always fresh. */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const sendPage = (_: FastifyRequest, reply: FastifyReply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)

  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    // The page itself goes out through `sendPage` alone.
    globIgnore: ['index.html*', '**/*.gz', '**/*.br'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', cachingOf(path))
    },
  })
  for (const screen of SCREENS) app.get(screen, sendPage)
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? sendPage(request, reply.status(404)) : sendProblem(request, reply, 'not-found'),
  )
}

/** The service worker decides which build a browser has at hand, so it is never an old one itself, packed or not. */
function cachingOf(file: string): string {
  const path = file.replace(/\.(br|gz)$/, '')
  if (path.includes('/assets/')) return `public, max-age=${YEAR}, immutable`
  return path.endsWith(SERVICE_WORKER) ? 'no-cache' : 'public, max-age=3600'
}

/** A person who mistyped an address gets the client's own page for that; a program gets a problem. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}
