import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { untilAtHand } from '../support/device.ts'
import { agreementIdOf, type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { chooseFromMore, join, linkFor, untilKept, untilSeen, writeIn } from '../support/on-screen.ts'

const NAME = 'Khadija Bouali'
/** Stands in no file of the product itself. */
const TITLE = 'Kade zonder drempels'
const WORDS = 'Woorden die van mij zijn.'

let house: House
let mark: Visitor
let address: string
let link: string

beforeAll(async () => {
  house = await openHouse()
  mark = await house.visit()
  address = await meet(TITLE, [{ visitor: mark, name: 'Mark' }])
  link = await linkFor(mark, PARTIES[2])
})
afterAll(() => house.stop())

/** Everything a browser keeps of this site, as one text. */
async function keptIn(page: Page, context: BrowserContext): Promise<string> {
  return JSON.stringify([await page.evaluate(everythingKept), await context.cookies()])
}

/** Runs in the page. */
async function everythingKept(): Promise<unknown> {
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const databases = await Promise.all(
    (await indexedDB.databases()).map(async ({ name = '' }) => {
      const database = await answerOf(indexedDB.open(name))
      const names = [...database.objectStoreNames]
      const rows = await Promise.all(
        names.map((each) => answerOf(database.transaction(each).objectStore(each).getAll())),
      )
      database.close()
      // Bytes as letters, so that words in them are found.
      const asText = (_: string, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
      return JSON.stringify([name, rows], asText)
    }),
  )
  const caching = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name)
      const requests = await cache.keys()
      const texts = await Promise.all(requests.map(async (each) => (await cache.match(each))?.text()))
      return [name, requests.map(({ url }) => url), texts]
    }),
  )
  return { local: { ...localStorage }, session: { ...sessionStorage }, databases, caching }
}

const traces = () => [NAME, WORDS, agreementIdOf(address), 'handslag_session', TITLE]

async function expectNothingOfHer(page: Page, context: BrowserContext): Promise<void> {
  const kept = await keptIn(page, context)
  for (const trace of traces()) expect(kept).not.toContain(trace)
}

describe('on a shared computer', () => {
  let visitor: Visitor

  beforeAll(async () => {
    visitor = await house.visit()
    const { page } = visitor
    await page.goto(link)
    await page.getByLabel('Uw naam').fill(NAME)
    await page.getByText('Dit is een gedeelde computer').click()
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await untilKept(page)
    await writeIn(page, PRINCIPLES, 0, WORDS)
    await untilSeen([mark], PRINCIPLES, WORDS)
    await untilKept(page)
  })
  afterAll(() => visitor.close())

  test('nothing of who is there stands on it, but the cookie that goes with the browser', async () => {
    const { page, context } = visitor
    const kept = JSON.stringify(await page.evaluate(everythingKept))
    for (const trace of traces()) expect(kept).not.toContain(trace)
    expect(await context.cookies()).toMatchObject([{ name: 'handslag_session', expires: -1, httpOnly: true }])
    expect(await page.title()).not.toContain(TITLE)
    await page.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(page)
  })

  test('one tap leaves, in every tab, and who comes next finds nothing, not by going back either', async () => {
    const { page, context } = visitor
    const second = await context.newPage()
    await second.goto(address)
    await untilKept(second)
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
    await second.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
    await expectAccessible(page)
    await expectNothingOfHer(page, context)
    await page.goBack()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await page.content()).not.toContain(WORDS)
    await page.goto(address)
    await page.getByRole('heading', { name: 'Wij weten niet wie u bent' }).waitFor()
    expect(await page.content()).not.toContain(NAME)
    await expectNothingOfHer(page, context)
    await second.close()
  })

  test('the next person comes in under an own name and sees nothing of the one before', async () => {
    const { page } = visitor
    await page.goto(link)
    const name = page.getByLabel('Uw naam')
    expect(await name.inputValue()).toBe('')
    expect(await page.getByText('Dit is een gedeelde computer').isVisible()).toBe(true)
    visitor.expectNoComplaints(/status of 40[134]/)
  })
})

describe('on a device of one person', () => {
  test('leaving takes the copy, the answers and the choices off it as well', async () => {
    const visitor = await house.visit()
    const { page, context } = visitor
    await join(visitor, link, NAME)
    await writeIn(page, PRINCIPLES, 0, WORDS)
    await untilKept(page)
    await untilAtHand(page)
    expect(await keptIn(page, context)).toContain(agreementIdOf(address))
    await chooseFromMore(page, 'Afmelden')
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
    await expectNothingOfHer(page, context)
    await visitor.close()
  })

  test('who has words that were not sent is asked first', async () => {
    const visitor = await house.visit()
    const { page, context } = visitor
    await join(visitor, link, NAME)
    await untilAtHand(page)
    await context.setOffline(true)
    await page.getByText('Geen verbinding, u kunt doorschrijven.').first().waitFor()
    await writeIn(page, PRINCIPLES, 0, 'Nog niet verstuurd.')
    await page
      .getByText(/wijzigingen wachten op dit apparaat/)
      .first()
      .waitFor()
    await chooseFromMore(page, 'Afmelden')
    await page.getByRole('heading', { name: 'Nog niet alles is bewaard' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Nog niet afmelden' }).click()
    await context.setOffline(false)
    await untilKept(page)
    await untilSeen([mark], PRINCIPLES, 'Nog niet verstuurd.')
    await visitor.close()
  })

  test('another human than the one who is known there does not come in as that one', async () => {
    const visitor = await house.visit()
    const { page } = visitor
    await join(visitor, link, NAME)
    const me = () => page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.json()))
    const before = await me()
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByText(`Op dit apparaat bent u bekend als ${NAME}.`).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ik ben iemand anders' }).click()
    await expect.poll(() => page.getByLabel('Uw naam').inputValue()).toBe('')
    expect(page.url()).not.toContain('#')
    await page.getByLabel('Uw naam').fill('Nora')
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await untilKept(page)
    const now = await me()
    expect([before.name, now.name]).toEqual([NAME, 'Nora'])
    expect(now.personId).not.toBe(before.personId)
    await visitor.close()
  })
})
