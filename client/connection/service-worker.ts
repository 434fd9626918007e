/**
 * Has the app itself at hand, so that it starts without a network once it was visited. It keeps the page and the files it is built of, nothing
 * that a person wrote or that the server answered: that stands in the local copy, per person.
 */

/** Filled in by the build (vite.config.ts): the addresses of all files of this build. */
const FILES: readonly string[] = JSON.parse('__FILES__')
const PAGE = '/'
const PREFIX = 'handslag-app-'
const CACHE = `${PREFIX}${nameOf(FILES)}`

/** How long (ms) the network may take to bring the page before the one at hand is drawn. */
const PATIENCE = 4000
/** Builds at hand: the newest, and the one before it for pages that are still open. */
const BUILDS = 2

/** The part of the worker's own scope that is used (Service Workers, W3C); the types of a page do not know it. */
type Worker = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
}
type Lasting = { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
const worker = globalThis as unknown as Worker

worker.addEventListener('install', (event) => event.waitUntil(takeIn()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(fileFor(request))
})

/** All files of a build or none: a page and the parts it loads later are always of one build. */
async function takeIn(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([PAGE, ...FILES].map((address) => new Request(address, { cache: 'no-cache' })))
  await worker.skipWaiting()
}

async function takeOver(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(
    builds.slice(0, Math.max(0, builds.length - BUILDS + 1)).map((name) => caches.delete(name)),
  )
  await worker.clients.claim()
}

/** The page of the server when it comes; the one at hand when there is no network, a slow one, or a server in trouble. */
async function pageFor(request: Request): Promise<Response> {
  const fetched = fetch(request)
  const inTime = await Promise.race([fetched.catch(() => null), after(PATIENCE)])
  if (inTime !== null && inTime.status < 500) return inTime
  return (await (await caches.open(CACHE)).match(PAGE)) ?? fetched
}

/** A file's name tells its content, so what is at hand is right. */
async function fileFor(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds))
}

/** A short name for a list of files (FNV-1a, 32 bits). */
function nameOf(files: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const letter of files.join()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
