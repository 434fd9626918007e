import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import {
  article,
  beginAgreement,
  caretAtEndOf,
  join,
  linkFor,
  textOf,
  untilKept,
} from '../support/on-screen.ts'
import { type StubbornProxy, startStubbornProxy } from '../support/stubborn-proxy.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const PRINCIPLES = 'Artikel 3 Zo werken wij samen'
/** What a browser says of a socket that is refused, and of a network that is off. */
const EXPECTED = [/WebSocket connection to/, /ERR_INTERNET_DISCONNECTED/, /net::ERR_FAILED/]

let server: TestServer
let browser: Browser
const cleanUp: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
})
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function behind(options: { holdsUp: boolean }): Promise<StubbornProxy> {
  const proxy = await startStubbornProxy(server.url, options)
  cleanUp.push(proxy.stop)
  return proxy
}

async function visit(baseURL: string, screen: 'laptop' | 'phone' = 'laptop'): Promise<Visitor> {
  const visitor = await openVisitor(browser, { baseURL, screen })
  cleanUp.push(visitor.close)
  return visitor
}

async function write({ page }: Visitor, paragraph: number, words: string): Promise<void> {
  const text = await textOf(page, PRINCIPLES)
  await caretAtEndOf(text, paragraph)
  await text.pressSequentially(` ${words}`)
}

const untilSeen = ({ page }: Visitor, words: string) =>
  article(page, PRINCIPLES).getByText(words).first().waitFor()

async function writeWithNetworkOff(mark: Visitor, samira: Visitor): Promise<void> {
  await samira.context.setOffline(true)
  await write(samira, 1, 'in de trein')
  await samira.page
    .getByText(/^Geen verbinding/)
    .first()
    .waitFor()
  await write(mark, 0, 'intussen')
  await samira.context.setOffline(false)
  await untilSeen(samira, 'intussen')
  await untilSeen(mark, 'in de trein')
  for (const { page } of [mark, samira]) await untilKept(page)
}

test.each([
  ['refuses sockets', false],
  ['refuses sockets and holds answers up until they are complete, also after the network was off,', true],
])('through a proxy that %s two write together, and all is kept', async (_, holdsUp) => {
  const proxy = await behind({ holdsUp })
  const [mark, samira] = [await visit(proxy.url), await visit(proxy.url, 'phone')]
  const parties = ['Gemeente Weidehaven', 'De Vuurboei', 'Moeders van de Haven']
  await beginAgreement(mark, 'Mark', `Zonder sockets ${holdsUp}`, parties)
  const link = new URL(await linkFor(mark, 'Moeders van de Haven'))
  await join(samira, `${proxy.url}${link.pathname}${link.hash}`, 'Samira')
  expect(proxy.upgrades()).toBeGreaterThanOrEqual(2)

  await Promise.all([write(mark, 0, 'van Mark'), write(samira, 1, 'van Samira')])
  for (const visitor of [mark, samira]) {
    await untilSeen(visitor, 'van Mark')
    await untilSeen(visitor, 'van Samira')
    await untilKept(visitor.page)
  }

  if (holdsUp) await writeWithNetworkOff(mark, samira)
  for (const visitor of [mark, samira]) visitor.expectNoComplaints(...EXPECTED)
})

test('the page that tests a connection says that one can meet, and finds nothing to ask', async () => {
  const visitor = await visit(server.url)
  const { page } = visitor
  await page.goto('/verbinding')
  await page.getByText('U kunt vergaderen', { exact: true }).waitFor()
  expect(await page.getByText('Gelukt', { exact: true }).count()).toBe(4)
  expect(await page.locator('pre').textContent()).not.toContain('Onze vraag')
  await expectAccessible(page)
  visitor.expectNoComplaints()
})

test('through a proxy that refuses sockets it says that it works somewhat slower, and what to ask, on a phone too', async () => {
  const proxy = await behind({ holdsUp: true })
  const visitor = await visit(proxy.url, 'phone')
  const { page } = visitor
  await page.goto('/verbinding')
  await page.getByText('Het werkt, iets trager', { exact: true }).waitFor()
  const report = (await page.locator('pre').textContent()) ?? ''
  expect(report).toContain(
    `Laat WebSocket-verbindingen (HTTP Upgrade) toe naar ${proxy.url.replace('http', 'ws')}/sync/`,
  )
  expect(report).toContain(`Houd antwoorden van ${proxy.url}/sync/ niet vast`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Test opnieuw' }).click()
  await page.getByText('De test loopt.').waitFor()
  await page.getByText('Het werkt, iets trager', { exact: true }).waitFor()
  visitor.expectNoComplaints(...EXPECTED)
})

test('the start screen and the dialog for sharing lead whoever begins an agreement to the test', async () => {
  const visitor = await visit(server.url)
  const { page } = visitor
  await beginAgreement(visitor, 'Mark', 'Met een test', ['Gemeente Weidehaven', 'De Vuurboei', 'Moeders'])
  await page.getByRole('button', { name: 'Delen' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Test uw verbinding' }).waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Test uw verbinding' }).click()
  await page.getByRole('heading', { name: 'Test uw verbinding', level: 1 }).waitFor()
  await page.getByText('U kunt vergaderen', { exact: true }).waitFor()
})
