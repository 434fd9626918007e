import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { PARTIES } from '../support/house.ts'
import { makeNextBuild } from '../support/next-build.ts'
import { beginAgreement, chooseFromMore, untilKept } from '../support/on-screen.ts'
import { copyRepository } from '../support/repository-copy.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const NEXT = 'next'

let copy: Awaited<ReturnType<typeof copyRepository>>
let server: TestServer
let browser: Browser
let mark: Visitor
let address: string

beforeAll(async () => {
  copy = await copyRepository()
  await cp(join(REPOSITORY, 'dist/client'), join(copy.folder, 'dist/client'), { recursive: true })
  server = await startServer({ repository: copy.folder })
  browser = await startBrowser()
  mark = await openVisitor(browser, { baseURL: server.url })
  address = await beginAgreement(mark, 'Mark', 'Samen dichtbij', PARTIES)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await copy?.remove()
})

/** The builds whose files a page has loaded. */
const buildsIn = (page: Page) =>
  page.evaluate((next) => {
    const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    const assets = files.filter((path) => path.startsWith('/assets/'))
    return [...new Set(assets.map((path) => (path.includes(`-${next}.`) ? next : 'first')))]
  }, NEXT)
const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.build ?? 'first')
const buildsAtHand = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('handslag-app-')).length)
/** Whether the worker of the newest build has taken over: what is at hand can be there before. */
const hasTakenOver = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.installing === null && registration.waiting === null
  })

async function goByMenu(page: Page, choice: string, heading: string): Promise<void> {
  await chooseFromMore(page, choice)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

test('the service worker is never taken from a cache, reaches no further than this site, and runs under the rules of the page', async () => {
  const answer = await fetch(`${server.url}/service-worker.js`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(answer.headers.get('service-worker-allowed')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toBe(
    (await fetch(server.url)).headers.get('content-security-policy'),
  )
  expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a new build is what the next page gets, an open one goes on with its own files, and each starts without a network', async () => {
  const { context, page: old } = mark
  await old.evaluate(async () => void (await navigator.serviceWorker.ready))
  await server.restart('SIGTERM', {}, () => makeNextBuild(join(copy.folder, 'dist/client'), NEXT))
  await untilKept(old)

  const fresh = await context.newPage()
  await fresh.goto(address)
  await untilKept(fresh)
  expect(await buildOf(fresh)).toBe(NEXT)
  expect(await buildsIn(fresh)).toEqual([NEXT])
  await expect.poll(() => buildsAtHand(fresh)).toBe(2)
  await expect.poll(() => hasTakenOver(fresh)).toBe(true)

  await goByMenu(old, 'In zeven stappen', 'In zeven stappen')
  expect(await buildOf(old)).toBe('first')
  expect(await buildsIn(old)).toEqual(['first'])

  await context.setOffline(true)
  const offline = await context.newPage()
  await offline.goto(address)
  await offline.getByText('Geen verbinding, u kunt doorschrijven.').first().waitFor()
  await goByMenu(offline, 'Taken verdelen', 'Taken verdelen')
  expect(await buildOf(offline)).toBe(NEXT)
  expect(await buildsIn(offline)).toEqual([NEXT])
  await context.setOffline(false)
  mark.expectNoComplaints(/ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/, /WebSocket/, /ERR_FAILED/)
})
