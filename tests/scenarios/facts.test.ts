import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { expectAccessible, openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { article, beginAgreement, factsOf, untilKept } from '../support/on-screen.ts'
import { startServer, type TestServer } from '../support/test-server.ts'
import { textByMammoth } from '../support/word-file.ts'

/** What a person waits for comes well within this (ms), also on a busy machine. */
const PATIENCE = 20_000
const LONG = 180_000

const PARTIES = 'Partijen'
const DEFINITIONS = 'Artikel 1 Wat de woorden betekenen'
const TERM = 'Artikel 5 Hoe lang duurt de samenwerking?'
const MONEY = 'Artikel 6 Geld'
const COMPENSATION = 'Artikel 7 Vergoeding voor vrijwilligers en intermediairs'
const SAFETY = 'Artikel 18 Veilig werken'
const LEGAL_STATUS = 'Artikel 24 Hoe bindend is dit?'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
}, LONG)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Goes on to what comes next, as with the key on a keyboard. */
const leave = (input: Locator) => input.press('Tab')

describe.each(['laptop', 'phone'] as const)('every kind of fact is filled in on a %s', (screen) => {
  let visitor: Visitor
  let page: Page
  let id: string

  beforeAll(async () => {
    visitor = await openVisitor(browser, { screen, baseURL: server.url })
    page = visitor.page
    page.setDefaultTimeout(PATIENCE)
    const address = await beginAgreement(visitor, 'Anneke', `Samen ${screen}`, [
      'Gemeente Weidehaven',
      'De Vuurboei',
      'Moeders van de Haven',
    ])
    id = new URL(address).pathname.split('/').at(-1) ?? ''
  }, LONG)
  afterAll(() => visitor?.close())

  const ask = async (path: string) => {
    const cookies = await visitor.context.cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return await fetch(`${server.url}/api/v1/agreements/${id}${path}`, { headers: { cookie } })
  }
  const snapshot = async (): Promise<AgreementBody> => (await (await ask('')).json()) as AgreementBody

  test('a date is typed as people do, and the end that follows is offered and taken', {
    timeout: LONG,
  }, async () => {
    const facts = await factsOf(page, TERM)
    const start = facts.getByRole('textbox', { name: 'Begint op' })
    await start.fill('1-2-2027')
    await leave(start)
    await facts.getByRole('button', { name: 'Neem over: 31 januari 2029' }).click()
    await facts.getByRole('button', { name: 'Neem over: 30 september 2028' }).click()
    await article(page, TERM)
      .getByText('Deze overeenkomst geldt van 1 februari 2027 tot en met 31 januari 2029.')
      .waitFor()
  })

  test('an end before the start is kept and told kindly, and no date at all is told as well', {
    timeout: LONG,
  }, async () => {
    const facts = article(page, TERM).locator('.hs-facts-aside')
    const end = facts.getByRole('textbox', { name: 'Eindigt op' })
    await end.fill('31 januari 2027')
    await facts.getByText('Het einde ligt vóór het begin. Klopt dat?').waitFor({ state: 'detached' })
    await leave(end)
    await facts.getByText('Het einde ligt vóór het begin. Klopt dat?').waitFor()
    await untilKept(page)
    expect((await snapshot()).term.endDate).toBe('2027-01-31')
    await end.fill('31 februari 2029')
    await leave(end)
    await facts.getByText('Dit is geen datum.').waitFor()
    await end.fill('31-1-2029')
    await leave(end)
    await expect.poll(async () => (await snapshot()).term.endDate).toBe('2029-01-31')
  })

  test('a number of the trade register is complained about only when it is left, and kept', {
    timeout: LONG,
  }, async () => {
    // Far from the screen it is words, without fields.
    await article(page, PARTIES).scrollIntoViewIfNeeded()
    const party = article(page, PARTIES).getByRole('region', { name: 'Moeders van de Haven' })
    await party.scrollIntoViewIfNeeded()
    const number = party.getByRole('textbox', { name: 'KVK-nummer' })
    await number.pressSequentially('1234')
    const complaint = party.getByText('Dit lijkt geen KVK-nummer.')
    expect(await complaint.count()).toBe(0)
    await leave(number)
    await complaint.waitFor()
    await expectAccessible(page)
    await untilKept(page)
    expect((await snapshot()).parties[2]?.kvkNumber).toBe('1234')
    await number.fill('12345678')
    await leave(number)
    await complaint.waitFor({ state: 'detached' })
  })

  test('a cost line is worked out from its factors; too high an allowance names the norm, its year and source', {
    timeout: LONG,
  }, async () => {
    const money = article(page, MONEY)
    await money.scrollIntoViewIfNeeded()
    await money.getByRole('button', { name: 'Kosten toevoegen' }).first().click()
    await money.getByRole('button', { name: 'Acties voor rij 1' }).first().click()
    await page.getByRole('menuitem', { name: 'Alle gegevens' }).click()
    const form = page.getByRole('dialog', { name: 'Alle gegevens van rij 1' })
    await form.getByRole('combobox', { name: 'Kostenpost' }).selectOption('volunteer_allowance')
    await form.getByRole('combobox', { name: 'Voor wie' }).selectOption({ label: 'de migrantenorganisatie' })
    await form.getByRole('textbox', { name: 'Aantal personen' }).fill('6')
    await form.getByRole('textbox', { name: 'Uren per persoon per maand' }).fill('10')
    const rate = form.getByRole('textbox', { name: 'Bedrag per uur' })
    await rate.fill('6,5')
    await leave(rate)
    await form
      .getByText('Dit is meer dan € 5,75 per uur, het maximum voor een vrijwilliger in 2026. Bron: ')
      .waitFor()
    await rate.fill('5,00')
    await form.getByRole('textbox', { name: 'Aantal maanden' }).fill('24')
    await form.getByRole('button', { name: 'Berekend: € 7.200,00. Neem over' }).click()
    await expectAccessible(page)
    await form.getByRole('button', { name: 'Klaar' }).click()
    await expect.poll(async () => (await snapshot()).financing.lines[0]?.amount).toBe(7200)
  })

  test('the totals beside it follow, and are nowhere to be typed', { timeout: LONG }, async () => {
    const facts = await factsOf(page, MONEY)
    const totals = facts.getByRole('table', { name: 'Totalen' })
    await totals.getByText('€ 7.200,00').first().waitFor()
    expect(await totals.getByRole('textbox').count()).toBe(0)
    expect(await totals.getByText('2028').count()).toBe(1)
    await expectAccessible(page)
  })

  test('the amounts of another year are taken over as one', { timeout: LONG }, async () => {
    const facts = await factsOf(page, COMPENSATION)
    await facts.getByRole('combobox', { name: /^Jaar van de bedragen/ }).selectOption('2025')
    await facts.getByText('€ 5,60').waitFor()
    await expect.poll(async () => (await snapshot()).norms.volunteerYear).toBe(2100)
    expect((await snapshot()).financing.normYear).toBe(2025)
  })

  test('a word is ticked from the list of meanings', { timeout: LONG }, async () => {
    const place = article(page, DEFINITIONS)
    await place.scrollIntoViewIfNeeded()
    await place.getByRole('button', { name: 'Kies begrippen uit de lijst' }).click()
    const list = page.getByRole('dialog', { name: 'Kies begrippen uit de lijst' })
    await list.getByRole('checkbox', { name: /^Sleutelpersoon/ }).check()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await snapshot()).definitions.map(({ term }) => term))
      .toContain('Sleutelpersoon')
  })

  test('a choice, a text and several articles are filled in', { timeout: LONG }, async () => {
    const safety = await factsOf(page, SAFETY)
    await safety
      .getByRole('combobox', { name: /^Wat volgt deze partij, rij 2/ })
      .selectOption('own_procedure')
    await safety.getByRole('textbox', { name: 'Verzekering' }).fill('Via de gemeente.')
    await article(page, SAFETY).getByText('Zo zijn vrijwilligers verzekerd: Via de gemeente.').waitFor()
    const legal = await factsOf(page, LEGAL_STATUS)
    await legal.getByRole('button', { name: /^Bindende artikelen/ }).click()
    await page.getByRole('checkbox', { name: 'Doel en resultaten' }).check()
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await snapshot()).bindingArticleKeys).toContain('purpose')
  })

  test('a summary in Arabic runs from right to left', { timeout: LONG }, async () => {
    const annex = page.getByRole('region', { name: /Samenvatting in andere talen$/ })
    await annex.scrollIntoViewIfNeeded()
    await annex.locator('summary', { hasText: 'Soort en taal' }).click()
    await annex.getByRole('combobox', { name: 'Taal van de tekst' }).selectOption('ar')
    await annex.locator('[lang="ar"][dir="rtl"]').waitFor()
    await expectAccessible(page)
  })

  test('all of it stands in the Word file', { timeout: LONG }, async () => {
    await untilKept(page)
    const file = new Uint8Array(await (await ask('/export?format=docx')).arrayBuffer())
    const text = (await textByMammoth(file)).replace(/\s+/g, ' ')
    for (const words of [
      'van 1 februari 2027 tot en met 31 januari 2029',
      '12345678',
      '€ 7.200,00',
      'Sleutelpersoon',
      'Via de gemeente.',
    ])
      expect(text).toContain(words)
    visitor.expectNoComplaints()
  })
})
