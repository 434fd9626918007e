import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  openVisitor,
  SCREENS,
  startBrowser,
  type Visitor,
  type VisitorOptions,
} from '../support/browser.ts'
import { expectToFit } from '../support/fit.ts'
import { chooseFromMore } from '../support/on-screen.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

const PARTIES = [
  { role: 'municipality', name: 'Gemeente Lindenveen' },
  { role: 'youth_care_provider', name: 'Jeugdpunt' },
  { role: 'migrant_organisation', name: 'Stichting Samen' },
]

let server: TestServer
let browser: Browser
let agreement: Started
let anneke: Visitor
let fatima: Visitor
let mark: Visitor

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  const token = await server.token('Anneke')
  agreement = await server.createAgreement({ templateId: 'coop_youth', parties: PARTIES }, token)
  const [lead, , provider, organisation] = agreement.invitations
  anneke = await visit(lead?.url, 'Anneke')
  mark = await visit(provider?.url, 'Mark')
  fatima = await visit(organisation?.url, 'Fatima', { screen: 'phone' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function visit(link = '', name: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await openVisitor(browser, { baseURL: server.url, ...options })
  const [cookie = '', value = ''] = (await server.joinAs(link, name)).split('=')
  await visitor.context.addCookies([{ name: cookie, value, url: server.url }])
  await openSteps(visitor.page)
  return visitor
}

async function openSteps(page: Page, step = 1): Promise<void> {
  // By way of another page: a change behind # alone loads nothing.
  await page.goto('about:blank')
  await page.goto(`/agreements/${agreement.id}/stappen#stap-${step}`)
  await page.getByRole('heading', { name: new RegExp(`^Stap ${step}`) }).waitFor()
}

const point = (page: Page, words: string | RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: words }) })
const box = (page: Page, words: string | RegExp) => page.getByRole('checkbox', { name: words })
const tick = (page: Page, words: string | RegExp) =>
  page.getByRole('article').getByText(words, { exact: true }).click()

async function writeNote(page: Page, item: string, label: RegExp, text: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^Notitie(s sluiten)? bij: ${item}`) })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  await page.getByRole('textbox', { name: label }).fill(text)
}

/** Loading and finding the place takes a moment. */
const expectFocus = (place: Locator) =>
  expect
    .poll(() => place.evaluate((element) => element === document.activeElement), { timeout: 30_000 })
    .toBe(true)

describe('the companion of who leads', () => {
  test('is reached from the bar of the agreement, and leads back', async () => {
    const { page } = anneke
    await page.getByRole('link', { name: 'Naar de overeenkomst' }).first().click()
    await page.getByText('Alles bewaard.').first().waitFor()
    await chooseFromMore(page, 'In zeven stappen')
    await page.getByText('U lijkt bij stap 1 te zijn: Kijken.').waitFor()
  })

  test('says where people are from what all ticked, and never holds a step back', async () => {
    const path = anneke.page.getByRole('navigation', { name: 'De zeven stappen' })
    await path.getByRole('button', { name: /Steun/ }).click()
    await tick(anneke.page, 'Gesprek met geldgevers, liefst meer dan één.')
    await anneke.page.getByText('U lijkt bij stap 4 te zijn: Steun.').waitFor()
    await anneke.page.getByText(/^1 van 7 afgevinkt/).waitFor()
    await mark.page.getByText('U lijkt bij stap 4 te zijn: Steun.').waitFor()
    await mark.page.getByRole('button', { name: 'Ga naar stap 4' }).click()
    expect(await box(mark.page, /^Gesprek met geldgevers/).isChecked()).toBe(true)
    await path.getByRole('button', { name: /Kijken en vasthouden/ }).click()
    await anneke.page.getByRole('heading', { name: /^Stap 7/ }).waitFor()
  })

  test('works with the keyboard alone', async () => {
    const { page } = anneke
    await openSteps(page)
    await page.getByRole('navigation', { name: 'De zeven stappen' }).getByRole('button').nth(1).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('step-title')
    await box(page, /^Groeiafspraken genoteerd/).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => box(page, /^Groeiafspraken genoteerd/).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('In maart weer.')
    await page.getByText('Bewaard.').first().waitFor()
  })
})

describe('notes', () => {
  test('for all parties reach all screens; for one organisation alone they stay there', async () => {
    await Promise.all([anneke, mark, fatima].map(({ page }) => openSteps(page)))
    const item = 'Gesprekken met ten minste zes medewerkers.'
    await writeNote(fatima.page, item, /^Voor alle partijen/, 'Wij spreken ook vrijwilligers.')
    await writeNote(fatima.page, item, /^Alleen voor Stichting Samen/, 'Onze voorzitter twijfelt.')
    await tick(fatima.page, /^Wij zijn hier zelf klaar mee \(/)
    for (const { page } of [anneke, mark]) {
      await point(page, item).getByText('Wij spreken ook vrijwilligers.').waitFor()
      expect(await page.getByText('Onze voorzitter twijfelt.').count()).toBe(0)
      expect(
        await point(page, item)
          .getByText(/^Alleen voor/)
          .count(),
      ).toBe(0)
    }
    await openSteps(fatima.page)
    const own = point(fatima.page, item)
    await own.getByText('Alleen voor Stichting Samen').waitFor()
    await own.getByText('Onze voorzitter twijfelt.').waitFor()
    await own.getByText('Wij zijn hier zelf klaar mee.').waitFor()
  })

  test('that two write at the same moment lose no word: the earlier one stands as an earlier version', async () => {
    const item = 'Eén bladzijde met wat wij zien, te lezen voor iedereen.'
    await Promise.all([openSteps(mark.page), openSteps(fatima.page)])
    // Neither sees the other: what is typed goes out only after both have typed.
    await Promise.all([mark, fatima].map(({ context }) => context.setOffline(true)))
    await writeNote(fatima.page, item, /^Voor alle partijen/, 'Fatima schrijft dit.')
    await writeNote(mark.page, item, /^Voor alle partijen/, 'Mark schrijft dit.')
    await fatima.page.getByText(/^Nog niet bewaard/).waitFor()
    await mark.page.getByText(/^Nog niet bewaard/).waitFor()
    await fatima.context.setOffline(false)
    await fatima.page.getByText('Bewaard.', { exact: true }).waitFor()
    await mark.context.setOffline(false)
    for (const { page } of [mark, fatima]) {
      await page.getByText(/Er is tegelijk geschreven/).waitFor()
      await page.getByText('Fatima schrijft dit.', { exact: true }).waitFor()
    }
    await mark.page.getByRole('button', { name: 'Zet deze woorden erbij' }).click()
    await point(anneke.page, item).getByText('Mark schrijft dit.\nFatima schrijft dit.').waitFor()
  })

  test('typed while the server is away are kept when it is back', async () => {
    const item = 'Gesprekken met ouders en jongeren'
    await openSteps(fatima.page)
    await fatima.context.setOffline(true)
    await writeNote(fatima.page, item, /^Voor alle partijen/, 'In het buurthuis.')
    await fatima.page.getByText(/^Nog niet bewaard/).waitFor()
    await fatima.context.setOffline(false)
    await point(anneke.page, /^Gesprekken met ouders/)
      .getByText('In het buurthuis.')
      .waitFor()
  })
})

describe('the way to the paper', () => {
  test('leads to the field itself, also when it is folded away', async () => {
    const { page } = anneke
    await openSteps(page)
    await page.getByRole('link', { name: /Wat is er aan de hand/ }).click()
    const field = page.getByRole('textbox', { name: 'Wat is er aan de hand?' })
    await expectFocus(field)
    await page.keyboard.type('Wij zien weinig gezinnen uit Oost.')
    await page.getByText('Alles bewaard.').first().waitFor()
    await openSteps(page)
    await page.getByText(/^0 van 6 afgevinkt, 1 van 3 ingevuld/).waitFor()
  })

  test('leads to the article that a point belongs to', async () => {
    const { page } = mark
    await openSteps(page, 5)
    await page.getByRole('link', { name: /Naar artikel \d+\. Privacy/ }).click()
    const article = page.getByRole('region', { name: /Privacy/ })
    await expectFocus(article)
  })

  test('fills in here what stands nowhere on the paper', async () => {
    const { page } = anneke
    await openSteps(page, 2)
    const date = page.getByRole('textbox', { name: 'Kennismaking op' })
    await date.fill('3 maart 2027')
    await date.press('Tab')
    await openSteps(mark.page, 2)
    await expect
      .poll(() => mark.page.getByRole('textbox', { name: 'Kennismaking op' }).inputValue(), {
        timeout: 30_000,
      })
      .toBe('3 maart 2027')
  })
})

describe('the partner profile', () => {
  test('is talked about from both sides, in words and growth, on a phone as well', async () => {
    for (const { page } of [fatima, mark]) {
      await openSteps(page, 2)
      await page.getByText('Profiel van Jeugdpunt').first().click()
    }
    const trait = (page: Page) => page.getByRole('radiogroup', { name: /Jeugdpunt: Kan kritiek horen/ })
    await trait(fatima.page).getByText('groeit').click()
    await fatima.page.getByRole('button', { name: /Afspraak om te groeien.*Kan kritiek horen/ }).click()
    await fatima.page
      .getByRole('textbox', { name: /^Afspraak om te groeien/ })
      .fill('Elke maand terugvragen.')
    await mark.page.getByText('Elke maand terugvragen.').first().waitFor()
    expect(await trait(mark.page).getByRole('radio', { name: 'groeit' }).isChecked()).toBe(true)
  })
})

describe('on paper', () => {
  test('stand the checklist, the questions with lines, and what is shared; nothing of one organisation alone', async () => {
    const { page } = fatima
    await openSteps(page)
    await page.getByText('Onze voorzitter twijfelt.').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('.hs-print')
    expect(await sheet.isVisible()).toBe(true)
    for (const around of ['.hs-steps__middle', '.hs-steps__head', '.hs-path', '.hs-page__bar'])
      expect(await page.locator(around).isVisible(), around).toBe(false)
    const printed = await sheet.textContent()
    expect(printed).toContain('Stap 1. Kijken: Is er een probleem, en voor wie?')
    expect(printed).toContain('Wij spreken ook vrijwilligers.')
    expect(printed).toContain('Vinden alle gezinnen in ons gebied de weg naar ons?')
    expect(printed).not.toContain('Onze voorzitter twijfelt.')
    expect(await sheet.locator('.hs-print__question').count()).toBe(8)
    await page.emulateMedia({ media: 'screen' })
  })
})

test('axe finds nothing and nothing sticks out, on any step, at 360 and 1280 px', async () => {
  const { page } = anneke
  for (const step of [1, 2, 5]) {
    await openSteps(page, step)
    if (step === 1)
      await page
        .getByRole('button', { name: /^Notitie/ })
        .first()
        .click()
    for (const summary of await page.locator('summary').all()) await summary.click()
    for (const screen of ['phone', 'laptop'] as const) {
      await page.setViewportSize(SCREENS[screen])
      await expectToFit(page)
      await expectAccessible(page)
    }
  }
})

test('no browser complained', () => {
  for (const visitor of [anneke, mark, fatima])
    visitor.expectNoComplaints(/ERR_INTERNET_DISCONNECTED/, /WebSocket connection/)
})
