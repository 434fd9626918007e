import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { beginAgreement, untilKept, untilSeen, writeIn } from '../support/on-screen.ts'
import { type StubbornProxy, startStubbornProxy } from '../support/stubborn-proxy.ts'

/** What a browser says of a socket that is refused, and of a network that is off. */
const EXPECTED = [/WebSocket connection to/, /ERR_INTERNET_DISCONNECTED/, /net::ERR_FAILED/]

let house: House
const cleanUp: (() => Promise<void>)[] = []

beforeAll(async () => {
  house = await openHouse()
})
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})
afterAll(() => house?.stop())

async function behind(options: { holdsUp: boolean }): Promise<StubbornProxy> {
  const proxy = await startStubbornProxy(house.server.url, options)
  cleanUp.push(proxy.stop)
  return proxy
}

async function visit(baseURL: string, screen: 'laptop' | 'phone' = 'laptop'): Promise<Visitor> {
  const visitor = await house.visit({ baseURL, screen })
  cleanUp.push(visitor.close)
  return visitor
}

async function writeWithNetworkOff(mark: Visitor, samira: Visitor): Promise<void> {
  await samira.context.setOffline(true)
  await writeIn(samira.page, PRINCIPLES, 1, 'in de trein')
  await samira.page
    .getByText(/^Geen verbinding/)
    .first()
    .waitFor()
  await writeIn(mark.page, PRINCIPLES, 0, 'intussen')
  await samira.context.setOffline(false)
  await untilSeen([mark, samira], PRINCIPLES, 'intussen', 'in de trein')
  for (const { page } of [mark, samira]) await untilKept(page)
}

test.each([
  ['refuses sockets', false],
  ['refuses sockets and holds answers up until they are complete, also after the network was off,', true],
])('through a proxy that %s two write together, and all is kept', async (_, holdsUp) => {
  const proxy = await behind({ holdsUp })
  const [mark, samira] = [await visit(proxy.url), await visit(proxy.url, 'phone')]
  const people = [
    { visitor: mark, name: 'Mark' },
    { visitor: samira, name: 'Samira' },
  ] as const
  await meet(`Zonder sockets ${holdsUp}`, people, proxy.url)
  expect(proxy.upgrades()).toBeGreaterThanOrEqual(2)

  await Promise.all([
    writeIn(mark.page, PRINCIPLES, 0, 'van Mark'),
    writeIn(samira.page, PRINCIPLES, 1, 'van Samira'),
  ])
  await untilSeen([mark, samira], PRINCIPLES, 'van Mark', 'van Samira')
  for (const { page } of [mark, samira]) await untilKept(page)

  if (holdsUp) await writeWithNetworkOff(mark, samira)
  for (const visitor of [mark, samira]) visitor.expectNoComplaints(...EXPECTED)
})

test('the page that tests a connection says that one can meet, and finds nothing to ask', async () => {
  const visitor = await visit(house.server.url)
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
  const visitor = await visit(house.server.url)
  const { page } = visitor
  await beginAgreement(visitor, 'Mark', 'Met een test', PARTIES)
  await page.getByRole('button', { name: 'Delen' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Test uw verbinding' }).waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Test uw verbinding' }).click()
  await page.getByRole('heading', { name: 'Test uw verbinding', level: 1 }).waitFor()
  await page.getByText('U kunt vergaderen', { exact: true }).waitFor()
})
