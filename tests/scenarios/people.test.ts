import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { expectToFit } from '../support/fit.ts'
import { agreementIdOf, type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { article, join, linkFor, textOf, untilKept, untilSeen, writeIn } from '../support/on-screen.ts'

let house: House
let mark: Visitor
let address: string
const others: Visitor[] = []

beforeAll(async () => {
  house = await openHouse()
  mark = await house.visit()
  address = await meet('Samen dichtbij', [{ visitor: mark, name: 'Mark' }])
})
afterAll(async () => {
  for (const { page } of [mark, ...others]) await page.close()
  await house.stop()
})

async function visit(screen: keyof typeof SCREENS = 'laptop'): Promise<Visitor> {
  const visitor = await house.visit({ screen })
  others.push(visitor)
  return visitor
}

/** Nothing sticks out at either width, and everybody can use it where there is least room. */
async function expectFitForAll(page: Page): Promise<void> {
  const before = page.viewportSize() ?? SCREENS.laptop
  for (const screen of ['laptop', 'phone'] as const) {
    await page.setViewportSize(SCREENS[screen])
    await expectToFit(page)
  }
  await expectAccessible(page)
  await page.setViewportSize(before)
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const openSharing = () => press(mark.page, 'Delen')
const closeDialog = (page: Page) => press(page, 'Sluiten')
const focusOn = (name: string) => mark.page.locator(`button[aria-label="${name}"]:focus`).waitFor()
async function openPeople(): Promise<void> {
  await press(mark.page, /\d+ (persoon|mensen)$/)
  await press(mark.page, 'Mensen beheren')
}
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
/** The names of the copies of texts that a browser keeps. */
const copiesOn = (page: Page) =>
  page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    const opening = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const keys = database.transaction('copies').objectStore('copies').getAllKeys()
    return new Promise<unknown[]>((resolve) => {
      keys.onsuccess = () => {
        database.close()
        resolve(keys.result)
      }
    })
  })
const readOnly = ({ page }: Visitor) => page.getByText('U kunt meelezen. Schrijven kan niet')
const told = ({ page }: Visitor, words: string) =>
  page.getByRole('region', { name: 'Melding' }).getByText(words)

test('an old phone goes from the address in the QR code to a first word with two taps and a name', async () => {
  const link = await linkFor(mark, PARTIES[2])
  const { page } = await visit('phone')
  const before = performance.now()
  await page.goto(link)
  const name = page.getByLabel('Uw naam')
  await name.waitFor()
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Fatima')
  await page.getByRole('button', { name: 'Doe mee' }).tap()
  const text = await textOf(page, PRINCIPLES)
  await text.locator('p').first().tap()
  await page.keyboard.type('Salaam ')
  await untilSeen([mark], PRINCIPLES, 'Salaam')
  // Who listens hears who came.
  const came = mark.page.getByRole('status').getByText('Fatima doet mee.', { exact: true })
  await came.waitFor({ state: 'attached' })
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  process.stdout.write(`from the QR address to a first word on the other screen: ${seconds} s\n`)
})

describe('a code that is said aloud', () => {
  let code: string

  test('stands large on the screen of the room, with its address', async () => {
    const { page } = mark
    await openSharing()
    await press(page, 'Toon een code')
    const shown = page.locator('.hs-code__signs')
    await shown.waitFor()
    code = (await shown.textContent())?.trim() ?? ''
    expect(code).toMatch(/^[A-Z2-9]{4} [A-Z2-9]{4}$/)
    await expectFitForAll(page)
    await press(page, 'Groot op het scherm')
    await page.getByRole('img', { name: /QR-code waarmee u/ }).waitFor()
    await expectFitForAll(page)
    await page.keyboard.press('Escape')
    await closeDialog(page)
  })

  test('brings somebody from the start screen into the party they choose', async () => {
    const samira = await visit('phone')
    const { page } = samira
    await page.goto('/')
    await page.getByRole('link', { name: 'Ik heb een code' }).click()
    await page.getByLabel('Code').fill('XXXX XXXX')
    await press(page, 'Ga verder')
    await page.getByText('De code klopt niet').waitFor()
    await expectFitForAll(page)
    await page.getByLabel('Code').fill(code.toLowerCase())
    await press(page, 'Ga verder')
    await page.getByLabel('Uw naam').fill('Samira')
    await press(page, 'Doe mee')
    await page.getByText('Kies namens wie u meedoet').waitFor()
    await page.locator('.hs-radio', { hasText: PARTIES[1] }).click()
    await expectFitForAll(page)
    await press(page, 'Doe mee')
    await untilKept(page)
    await writeIn(page, PRINCIPLES, 0, 'Van Samira.')
    await untilSeen([mark], PRINCIPLES, 'Van Samira.')
    samira.expectNoComplaints(/status of 404/)
  })

  test('scanned, it lets somebody read along without a name, who changes nothing', async () => {
    const reader = await visit()
    await reader.page.goto(`/mee#${encodeURIComponent(code)}`)
    await press(reader.page, 'Ik kijk alleen mee')
    await readOnly(reader).waitFor()
    expect(reader.page.url()).toBe(address)
    await press(mark.page, /\d+ mensen$/)
    await mark.page.getByRole('dialog').getByText('iemand kijkt mee').waitFor()
    await mark.page.keyboard.press('Escape')
    await reader.close()
  })
})

test('somebody who comes by a link that asks first waits, and comes in as soon as who leads lets them', async () => {
  const { page } = mark
  await openSharing()
  await press(page, 'Maak een andere link')
  await page.getByLabel('Naam van de link').fill('Bestuur van de moeders')
  await choose(page, 'Hoe lang werkt hij', 'Tot vanavond')
  await page.getByText('Ik laat iedereen zelf binnen').click()
  await expectFitForAll(page)
  await press(page, 'Maak de link')
  // The button is gone; who pressed it goes on at what it made.
  await page.locator('button[aria-label="Kopieer de link voor Bestuur van de moeders"]:focus').waitFor()
  const link = await page.getByRole('textbox', { name: 'Bestuur van de moeders' }).inputValue()
  await closeDialog(page)
  const hodan = await visit()
  await hodan.page.goto(link)
  await hodan.page.getByText('De begeleider beslist of u binnenkomt.').waitFor()
  await hodan.page.getByLabel('Uw naam').fill('Hodan')
  await press(hodan.page, 'Doe mee')
  await hodan.page.getByRole('heading', { name: 'U wacht op de begeleider' }).waitFor()
  await expectFitForAll(hodan.page)
  await hodan.page.goto(address)
  await hodan.page.getByRole('heading', { name: 'U wacht op de begeleider' }).waitFor()
  await page.getByText('Wil binnenkomen: Hodan').waitFor()
  const amina = await visit()
  await amina.page.goto(link)
  await amina.page.getByLabel('Uw naam').fill('Amina')
  await press(amina.page, 'Doe mee')
  await page.getByText('Wil binnenkomen: Hodan, Amina').waitFor()
  await press(page, 'Bekijk')
  await expectFitForAll(page)
  // By keyboard it goes on at who waits next, and what was done is said.
  await page.getByRole('button', { name: 'Laat binnen: Hodan' }).press('Enter')
  await untilKept(hodan.page)
  await focusOn('Laat binnen: Amina')
  await page.getByRole('status').getByText('Binnengelaten: Hodan.').waitFor()
  // Nobody waits any more: what was done takes the focus.
  await page.getByRole('button', { name: 'Niet binnenlaten: Amina' }).press('Enter')
  await page.locator('[role="status"]:focus', { hasText: 'Niet binnengelaten: Amina.' }).waitFor()
  await amina.page.getByRole('heading', { name: 'U bent niet binnengelaten' }).waitFor()
  await closeDialog(page)
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
})

describe('who leads, and somebody who writes', () => {
  let fatima: Visitor
  let link: string

  beforeAll(async () => {
    link = await linkFor(mark, PARTIES[0])
    fatima = await visit()
    await join(fatima, link, 'Youssef')
    await fatima.page.evaluate(() => {
      Object.assign(window, { sameAsBefore: true })
    })
  })
  const isSamePage = () => fatima.page.evaluate(() => 'sameAsBefore' in window)

  async function change(role: string): Promise<void> {
    await openPeople()
    await press(mark.page, 'Wijzig Youssef')
    await choose(mark.page, 'Rol', role)
    await press(mark.page, 'Bewaar')
    await mark.page.getByRole('button', { name: 'Bewaar', exact: true }).waitFor({ state: 'detached' })
    await mark.page.getByRole('status').getByText('Bewaard: Youssef.').waitFor()
    await focusOn('Wijzig Youssef')
    await closeDialog(mark.page)
  }

  test('who becomes a reader reads on without loading the page again, and can change nothing', async () => {
    await change('Lezer')
    await told(fatima, 'U leest nu mee en kunt niet meer schrijven.').waitFor()
    await press(fatima.page, 'Melding sluiten')
    await readOnly(fatima).waitFor()
    expect(
      await article(fatima.page, PRINCIPLES)
        .getByRole('textbox', { name: /^Tekst van/ })
        .count(),
    ).toBe(0)
    expect(await isSamePage()).toBe(true)
  })

  test('who becomes a writer writes, on the same page', async () => {
    await change('Schrijver')
    await told(fatima, 'U kunt nu schrijven.').waitFor()
    expect(await readOnly(fatima).count()).toBe(0)
    await writeIn(fatima.page, PRINCIPLES, 1, 'Weer van mij.')
    await untilSeen([mark], PRINCIPLES, 'Weer van mij.')
    expect(await isSamePage()).toBe(true)
  })

  test('another name stands on the screens of all', async () => {
    await openPeople()
    await press(mark.page, 'Wijzig Youssef')
    await mark.page.getByRole('dialog').getByRole('textbox', { name: 'Naam', exact: true }).fill('Youssef A.')
    await expectFitForAll(mark.page)
    await press(mark.page, 'Bewaar')
    await mark.page.getByText('Youssef A.').first().waitFor()
    await closeDialog(mark.page)
    await press(fatima.page, /\d+ (persoon|mensen)$/)
    await fatima.page.getByRole('dialog').getByText('Youssef A.').waitFor()
    await fatima.page.keyboard.press('Escape')
  })

  test('who is removed is told on the open page, and gets nothing any more', async () => {
    await openPeople()
    await press(mark.page, 'Wijzig Youssef A.')
    await press(mark.page, 'Haal uit de overeenkomst')
    await expectFitForAll(mark.page)
    const rows = mark.page.locator('button[aria-label^="Wijzig "]')
    const labels = await rows.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
    const place = labels.indexOf('Wijzig Youssef A.')
    const next = labels[place + 1] ?? labels[place - 1] ?? ''
    await press(mark.page, 'Haal weg')
    await mark.page.getByRole('status').getByText('Uit de overeenkomst gehaald: Youssef A.').waitFor()
    await focusOn(next)
    await fatima.page.getByText('De begeleider heeft u uit deze overeenkomst gehaald').waitFor()
    // Without reloading, nothing of the text is left, on the screen or on the device.
    expect(await isSamePage()).toBe(true)
    expect(await fatima.page.locator('body').textContent()).not.toContain('Weer van mij.')
    await expect.poll(() => copiesOn(fatima.page)).toEqual([])
    await expectFitForAll(fatima.page)
    const id = agreementIdOf(address)
    const status = await fatima.page.evaluate(
      async (asked) => (await fetch(`/api/v1/agreements/${asked}`)).status,
      id,
    )
    expect(status).toBe(403)
    await fatima.page.reload()
    await fatima.page.getByRole('heading', { name: 'U doet niet meer mee' }).waitFor()
    await expectFitForAll(fatima.page)
    await closeDialog(mark.page)
  })

  test('a link that was withdrawn, and after closing all every link, lets nobody in', async () => {
    const { page } = mark
    await openSharing()
    const withdraw = page.getByRole('button', { name: `Trek in: Link voor ${PARTIES[0]}` })
    await withdraw.click()
    const asked = page.getByRole('group', { name: `Link voor ${PARTIES[0]} intrekken?` })
    await expect.poll(() => asked.evaluate((element) => element === document.activeElement)).toBe(true)
    await asked.getByRole('button', { name: 'Annuleren' }).click()
    await expect.poll(() => withdraw.evaluate((element) => element === document.activeElement)).toBe(true)
    await withdraw.click()
    await expectFitForAll(page)
    await asked.getByRole('button', { name: 'Ja, trek in' }).click()
    const said = page.getByRole('status').filter({ hasText: `Ingetrokken: Link voor ${PARTIES[0]}.` })
    await expect.poll(() => said.evaluate((element) => element === document.activeElement)).toBe(true)
    await withdraw.waitFor({ state: 'detached' })
    const stranger = await visit()
    await stranger.page.goto(link)
    await stranger.page.getByRole('heading', { name: 'Deze link werkt niet' }).waitFor()
    await press(page, 'Sluit alle links')
    await expectAccessible(page)
    await press(page, 'Sluit alle links')
    // The button goes with the links: what came of it takes the focus.
    await page.locator('.hs-share__said:focus', { hasText: 'links zijn gesloten' }).waitFor()
    await expectFitForAll(page)
    await closeDialog(page)
  })

  test('no page complained but for what was refused', () => {
    mark.expectNoComplaints()
    fatima.expectNoComplaints(/status of 40[34]/)
  })
})
