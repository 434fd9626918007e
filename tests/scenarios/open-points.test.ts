import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { untilAtHand } from '../support/device.ts'
import { expectGoodAtBothWidths, expectToFit } from '../support/fit.ts'
import { HIT, HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { article } from '../support/on-screen.ts'

let house: House
let petra: Visitor
/** On a telephone. */
let fatima: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  address = await meet('Samen dichtbij', [
    { visitor: petra, name: 'Petra' },
    { visitor: fatima, name: 'Fatima' },
  ])
})
afterAll(() => house?.stop())

async function toList({ page }: Visitor): Promise<void> {
  await page.goto(`${address}/open-punten`)
  await page.getByRole('heading', { name: 'Open punten', level: 1 }).waitFor()
}
const waiting = ({ page }: Visitor) => page.getByText('Nog niet verzonden').first()
/** Letters of another size, as who sees little has set for every page. */
const setLetters = (page: Page, size: string) =>
  page.evaluate((given) => {
    document.documentElement.style.fontSize = given
  }, size)
/** Where something ends on the screen, in pixels from its left. */
const endOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().right)
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Open punten: Artikel 3/ })

describe('an open point', () => {
  test('is made under an article, and everybody sees the count there and above the list of articles', async () => {
    const { page } = petra
    await article(page, PRINCIPLES).scrollIntoViewIfNeeded()
    await article(page, PRINCIPLES)
      .getByRole('button', { name: /^Open punt maken bij/ })
      .click()
    await dialog(page).getByLabel('Wat is nog open?').fill('Wie belt de school?')
    await dialog(page)
      .getByRole('button', { name: /Wie doet het/ })
      .click()
    await page.getByRole('option', { name: /^Fatima/ }).click()
    await dialog(page).getByLabel('Wanneer is het klaar?').fill('2027-03-01')
    await dialog(page).getByRole('button', { name: 'Zet op de lijst' }).click()
    await dialog(page).getByText('Het punt staat op de lijst.').waitFor()
    await dialog(page).getByText('Wie: Fatima').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '1 open punt', exact: true }).waitFor()
    const other = article(fatima.page, PRINCIPLES)
    await other.scrollIntoViewIfNeeded()
    await other.getByRole('button', { name: /^1 open punt bij/ }).waitFor()
  })

  test('is found on a phone in the place for points, and ticked off there; with letters twice as large nothing goes out of sight', async () => {
    const { page } = fatima
    await article(page, PRINCIPLES)
      .getByRole('textbox', { name: /^Tekst van/ })
      .click()
    await page.getByRole('button', { name: 'Te doen', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Te doen' })
    await sheet.getByText('Open punten bij dit artikel').waitFor()
    await expectAccessible(page)
    await sheet.getByRole('checkbox', { name: /Wie belt de school/ }).press('Space')
    await sheet.getByText('Hier staat niets open.').waitFor()
    const { width } = SCREENS.phone
    await setLetters(page, '200%')
    expect(await endOf(sheet.getByRole('button', { name: 'Sluiten' }))).toBeLessThanOrEqual(width)
    await page.keyboard.press('Escape')
    const thumb = page.getByRole('navigation', { name: 'Onderdelen van deze overeenkomst' })
    for (const button of await thumb.getByRole('button').all())
      expect(await endOf(button)).toBeLessThanOrEqual(width)
    await setLetters(page, '')
    await article(petra.page, PRINCIPLES)
      .getByRole('button', { name: /^Open punt maken bij/ })
      .waitFor()
  })

  test('is made on a list that fits a small screen with letters twice as large', async () => {
    await toList(petra)
    const { page } = petra
    const before = page.viewportSize()
    await page.setViewportSize({ ...SCREENS.phone, width: 320 })
    await setLetters(page, '200%')
    await page.getByText('Nieuw open punt').click()
    await page.getByRole('button', { name: /Waar hoort het bij/ }).waitFor()
    await expectToFit(page)
    await setLetters(page, '')
    if (before !== null) await page.setViewportSize(before)
  })

  test('that was done is folded on the list of all, and is opened again there', async () => {
    await toList(petra)
    const { page } = petra
    await page.getByText('Alles is klaar.').waitFor()
    await page.getByText('1 punt is klaar').click()
    await page.getByText(/^Klaar volgens Fatima/).waitFor()
    await page.getByRole('checkbox', { name: /Wie belt de school/ }).press('Space')
    await page.getByRole('heading', { name: '1 open punt' }).waitFor()
    await page.getByRole('link', { name: 'Artikel 3 Zo werken wij samen' }).waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('is made, ticked off and changed without a network, waits over the closing of the browser, and is there once when there is one again', async () => {
    await untilAtHand(petra.page)
    await petra.context.setOffline(true)
    const { page } = petra
    await page.getByText('Nieuw open punt').click()
    await page.getByLabel('Wat is nog open?').fill('Wat kost de zaal?')
    await page.getByRole('button', { name: /Wie doet het/ }).click()
    await page.getByRole('option', { name: 'De Vuurboei' }).click()
    await page.getByRole('button', { name: 'Zet op de lijst' }).click()
    await page.getByRole('checkbox', { name: /Wie belt de school/ }).press('Space')
    await waiting(petra).waitFor()
    await page.getByRole('button', { name: 'Wijzig: Wat kost de zaal?' }).click()
    await page.locator('.hs-point--open').getByLabel('Wanneer is het klaar?').fill('2027-04-01')
    await page.getByRole('button', { name: 'Bewaar' }).click()

    await petra.reopen(`${address}/open-punten`)
    await petra.page.getByText('Voor: 1 april 2027').waitFor()
    await petra.page.getByText('1 punt is klaar').waitFor()
    await waiting(petra).waitFor()
    await expectAccessible(petra.page)

    await petra.context.setOffline(false)
    await waiting(petra).waitFor({ state: 'detached' })
    await toList(fatima)
    await fatima.page.getByText('Wat kost de zaal?').waitFor()
    await fatima.page.getByText(/^Van Petra/).waitFor()
    await fatima.page.getByText('1 punt is klaar').click()
    await fatima.page.getByText(/^Klaar volgens Petra/).waitFor()
    await fatima.page.getByRole('checkbox', { name: /Wie belt de school/ }).press('Space')
    await petra.page.getByRole('heading', { name: '2 open punten' }).waitFor()
    await petra.page.getByRole('radio', { name: 'wie het doet' }).check({ force: true })
    await petra.page.getByRole('heading', { name: 'De Vuurboei' }).waitFor()
  })

  test('that the server will not take stays with the reason and its words, until its person lets it go', async () => {
    const { page, context } = petra
    await context.route(/\/open-points$/, (route) => {
      const problem = { type: '/problems/too-many-open-points', title: '', status: 409, detail: 'Vol.' }
      return route.request().method() === 'POST'
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem })
        : route.fallback()
    })
    const form = page.locator('.hs-points-new')
    if (!(await form.getByLabel('Wat is nog open?').isVisible()))
      await page.getByText('Nieuw open punt').click()
    await form.getByLabel('Wat is nog open?').fill('Eén te veel')
    await form.getByRole('button', { name: 'Zet op de lijst' }).click()
    const refused = page.getByRole('alert').filter({ hasText: 'Dit is niet bewaard. Vol.' })
    await refused.waitFor()
    await page.getByText('Eén te veel').waitFor()
    await refused.getByRole('button', { name: 'Gooi weg' }).click()
    await page.getByText('Eén te veel').waitFor({ state: 'detached' })
    await context.unroute(/\/open-points$/)
  })

  test('is changed by another, taken away and put back', async () => {
    await toList(fatima)
    const { page } = fatima
    await page.getByRole('button', { name: 'Wijzig: Wat kost de zaal?' }).click()
    const form = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Bewaar' }) })
    await form.getByLabel('Wat is nog open?').fill('Wat kost de zaal in de avond?')
    await form.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('button', { name: 'Haal weg: Wat kost de zaal in de avond?' }).click()
    await page.getByText('Het punt is weggehaald.').waitFor()
    await petra.page.getByRole('heading', { name: '1 open punt' }).waitFor()
    await page.getByRole('button', { name: 'Zet terug' }).click()
    await petra.page.getByText('Wat kost de zaal in de avond?').waitFor()
  })

  test('with words that reach for the page stays words', async () => {
    const { page } = petra
    const form = page.locator('.hs-points-new')
    for (const text of HOSTILE_TEXTS.slice(0, 4)) {
      await form.getByLabel('Wat is nog open?').fill(text)
      await form.getByRole('button', { name: 'Zet op de lijst' }).click()
      await page.getByText(text, { exact: true }).first().waitFor()
      await expect.poll(() => form.getByLabel('Wat is nog open?').inputValue()).toBe('')
    }
    expect(await page.evaluate((name) => name in window, HIT)).toBe(false)
  })
})

describe('the list that is taken along', () => {
  test('comes as a Word file and as a calendar', async () => {
    const { page } = petra
    for (const [button, ending] of [
      ['Word-bestand', '.docx'],
      ['Zet in uw agenda', '.ics'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      expect(download.suggestedFilename()).toBe(
        `Open punten - Samenwerkingsovereenkomst Samen dichtbij${ending}`,
      )
    }
  })

  test('is alone on paper, with every point, and printed once, also when another changes the list meanwhile', async () => {
    const { page } = petra
    await page.evaluate(() => {
      const dialogs: Event[] = []
      Object.assign(window, { dialogs, print: () => dialogs.push(new Event('print')) })
    })
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('button', { name: 'Afdrukken' }).evaluate((button: HTMLElement) => button.click())
    const sheet = page.locator('.hs-points-print')
    await sheet.getByText('Wie belt de school?').waitFor()
    await sheet.getByText('Nog open (6)').first().waitFor()
    expect(await page.getByRole('main').isVisible()).toBe(false)
    await toList(fatima)
    await fatima.page.getByRole('checkbox').first().press('Space')
    await sheet.getByText('Nog open (5)').first().waitFor()
    expect(await page.evaluate('window.dialogs.length')).toBe(1)
    await page.emulateMedia({ media: 'screen' })
  })

  test('nobody complained', () => {
    petra.expectNoComplaints(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|Failed to load/)
    fatima.expectNoComplaints()
  })
})
