import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  openVisitor,
  SCREENS,
  startBrowser,
  type Visitor,
  type VisitorOptions,
} from '../support/browser.ts'
import { exampleJson } from '../support/examples.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { HIT, HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { chooseFromMore } from '../support/on-screen.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

const REMARK = 'Wij willen graag gesprekken in de avond.'
const ARABIC = 'نريد لقاءات في المساء.'

let server: TestServer
let browser: Browser
let agreement: Started
let token: string
/** Writes for the organisation whose support base reads. */
let fatima: Visitor
/** Writes for another party. */
let petra: Visitor
/** Takes no part at all. */
let reader: Visitor
let readingLink: string

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  token = await server.token('Anneke')
  const snapshot = exampleJson('01-weidehaven-samenwerkingsovereenkomst')
  agreement = await server.createAgreement({ snapshot }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer')
  fatima = await visit(links[2]?.url, 'Fatima')
  petra = await visit(links[0]?.url, 'Petra')
  reader = await openVisitor(browser, { baseURL: server.url, screen: 'phone' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function visit(link = '', name: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await openVisitor(browser, { baseURL: server.url, ...options })
  const [cookie = '', value = ''] = (await server.joinAs(link, name)).split('=')
  await visitor.context.addCookies([{ name: cookie, value, url: server.url }])
  return visitor
}

async function openRounds({ page }: Visitor): Promise<void> {
  await page.goto(`/agreements/${agreement.id}/achterban`)
  await page.getByRole('heading', { name: 'Wat kwam eruit?' }).waitFor()
}

/** What a press of a key does now, by its name on the screen. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('the round along the support base', () => {
  test('is reached from the menu of the agreement, and a writer of the party makes a reading link', async () => {
    const { page } = fatima
    await page.goto(`/agreements/${agreement.id}`)
    await page.getByText('Alles bewaard.').first().waitFor()
    await chooseFromMore(page, 'Achterbanronde')
    // A screen reader goes on at what came, also where it had to be fetched.
    await page.locator('main:focus').getByRole('heading', { name: 'Achterbanronde' }).waitFor()
    await page.getByLabel('Naam van de link').fill('Moedergroep')
    await page.getByRole('button', { name: 'Maak een leeslink' }).press('Enter')
    await expect.poll(() => focused(page)).toBe('Kopieer uw nieuwe leeslink')
    const copy = page.getByRole('button', { name: 'Kopieer uw nieuwe leeslink' })
    const note = await copy.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${note}"]`).textContent()).toMatch(/^Kopieer de link nu/)
    readingLink = await page.getByRole('textbox', { name: 'Uw nieuwe leeslink' }).inputValue()
    await page.getByRole('button', { name: 'Toon QR-code' }).click()
    await page.getByRole('img', { name: 'QR-code om mee te lezen' }).waitFor()
    await page.getByText(/^open tot en met .*geopend op 0 apparaten, 0 reacties$/).waitFor()
    expect(readingLink).toMatch(/\/lezen#[\w-]{43}$/)
    await expectGoodAtBothWidths(page)
  })

  test('on paper every article has its explanation and a slip to write on, and the code of the link', async () => {
    const { page } = fatima
    await page.setViewportSize(SCREENS.laptop)
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.getByRole('button', { name: 'Afdrukken met reactiestroken' }).click()
    await page.emulateMedia({ media: 'print' })
    const slips = page.locator('.hs-slips')
    await slips.waitFor()
    const articles = await slips.locator('section').count()
    expect(articles).toBeGreaterThan(20)
    expect(await slips.locator('.hs-slip').count()).toBe(articles + 1)
    expect(await slips.locator('.hs-explained').count()).toBeGreaterThan(15)
    expect(await slips.getByRole('img', { name: 'QR-code om mee te lezen' }).isVisible()).toBe(true)
    expect(await page.getByRole('main').isVisible()).toBe(false)
    const words = (await slips.textContent()) ?? ''
    const { contacts } = await snapshotNow()
    for (const { name } of contacts) expect(words).not.toContain(name)
    await page.emulateMedia({ media: 'screen' })
  })

  test('a visitor reads on a telephone without a name, and the link is gone from the address', async () => {
    const { page } = reader
    await page.goto(readingLink)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toBe(`${server.url}/lezen`)
    await page.getByText('Uw naam is niet nodig.').waitFor()
    await page
      .getByText(/^Uitleg bij /)
      .first()
      .waitFor()
    await page.getByText('Deel 1 van').waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('says something about an article, in any language, sees it back, also after loading anew', async () => {
    const { page } = reader
    // Without the link: the device itself is let in.
    await page.goto('/lezen')
    await page.getByRole('button', { name: 'Volgende' }).click()
    const field = page.getByRole('textbox', { name: /^Wat vindt u van: / })
    await field.fill('half')
    await page.getByRole('button', { name: 'Vorige' }).click()
    await page.getByRole('button', { name: 'Volgende' }).click()
    expect(await field.inputValue()).toBe('half')
    await page.getByRole('button', { name: 'Stuur mijn reactie' }).last().click()
    await page.getByText('Schrijf eerst wat u vindt.').waitFor()
    await field.fill(REMARK)
    await page.getByRole('button', { name: 'Stuur mijn reactie' }).first().click()
    await page.getByText('Uw reactie is gestuurd.').waitFor()
    const whole = page.getByRole('textbox', { name: 'Wat vindt u van de overeenkomst?' })
    for (const text of [ARABIC, HOSTILE_TEXTS[0]]) {
      await whole.fill(text)
      await page.getByRole('button', { name: 'Stuur mijn reactie' }).last().click()
      await page.getByRole('listitem').filter({ hasText: text }).waitFor()
    }
    const mine = page.getByRole('listitem').filter({ hasText: ARABIC }).locator('p')
    expect(await mine.evaluate((item) => getComputedStyle(item).direction)).toBe('rtl')
    await page.reload()
    await page.getByRole('button', { name: 'Alles onder elkaar' }).click()
    await page.getByText(REMARK).waitFor()
    expect(await page.evaluate((hit) => Object.hasOwn(window, hit), HIT)).toBe(false)
    await expectGoodAtBothWidths(page)
  })

  test('the party sees it at once, at the article, and the others only when the party shares it', async () => {
    const { page } = fatima
    await page.getByText(REMARK).waitFor()
    await page.getByText('3 reacties', { exact: true }).waitFor()
    await page.getByText(HOSTILE_TEXTS[0]).waitFor()
    expect(await page.evaluate((hit) => Object.hasOwn(window, hit), HIT)).toBe(false)
    await openRounds(petra)
    expect(await petra.page.getByText(REMARK).count()).toBe(0)
    await page.getByText('Alle partijen mogen deze reacties lezen').click()
    await petra.page.getByLabel('Voor welke partij?').waitFor()
    await petra.page.getByRole('button', { name: /Voor welke partij/ }).click()
    await petra.page.getByRole('option').last().click()
    await petra.page.getByText(REMARK).waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('who sent something takes it back and has the words to improve; the party removes what names somebody', async () => {
    const responses = fatima.page.locator('.hs-round__remark')
    const mine = reader.page.getByRole('listitem').filter({ hasText: REMARK })
    await mine.getByRole('button', { name: /^Haal terug: / }).click()
    await reader.page.getByText('Uw reactie is weg').waitFor()
    await mine.waitFor({ state: 'detached' })
    await responses.filter({ hasText: REMARK }).waitFor({ state: 'detached' })
    const field = reader.page.getByRole('textbox', { name: /^Wat vindt u van: / })
    const isBack = (texts: string[]) => texts.includes(REMARK)
    const words = () => field.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
    expect(isBack(await words())).toBe(true)
    await expectGoodAtBothWidths(reader.page)
    await responses
      .filter({ hasText: ARABIC })
      .getByRole('button', { name: /^Verwijder: / })
      .click()
    await expectAccessible(fatima.page)
    await fatima.page.getByRole('button', { name: 'Verwijder voor altijd' }).click()
    await fatima.page.getByText('1 reactie', { exact: true }).waitFor()
    await reader.page.reload()
    await reader.page.getByText(HOSTILE_TEXTS[0]).waitFor()
    expect(await reader.page.getByText(ARABIC).count()).toBe(0)
  })

  test('what came of it is written in the agreement, and the advice and the steps lead there', async () => {
    const { page } = fatima
    await openRounds(fatima)
    const text = page.getByRole('textbox', { name: /^Wat kwam daaruit/ })
    await text.fill('Twaalf moeders wilden avonden. Dat staat nu bij de taken.')
    await expect
      .poll(async () => (await snapshotNow()).drafting.communityConsultedText)
      .toContain('Twaalf moeders')
    await page.goto(`/agreements/${agreement.id}/stappen#stap-5`)
    await page.getByRole('link', { name: /^Naar: Achterbanronde/ }).click()
    await page.getByRole('heading', { name: 'Wat kwam eruit?' }).waitFor()
  })

  test('the advice to ask the support base leads to the round', async () => {
    const { page } = petra
    const empty = await server.createAgreement({ templateId: 'coop_youth' }, token)
    const [cookie = '', value = ''] = (await server.joinAs(empty.invitations[1]?.url ?? '', 'Petra')).split(
      '=',
    )
    await petra.context.addCookies([{ name: cookie, value, url: server.url }])
    await page.goto(`/agreements/${empty.id}/punten#community_consulted`)
    await page.getByRole('link', { name: 'Naar: Achterbanronde' }).click()
    await page.getByRole('heading', { name: 'Achterbanronde' }).waitFor()
  })

  test('who is done empties the screen, and a link that is closed says so', async () => {
    await reader.page.getByRole('button', { name: 'Maak het scherm leeg' }).click()
    await reader.page.getByRole('heading', { name: 'Dank u wel voor het lezen' }).waitFor()
    expect(await reader.context.cookies()).toEqual([])
    await reader.reopen(readingLink)
    await reader.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await reader.page.getByText(REMARK).count()).toBe(0)
    await fatima.page.getByRole('button', { name: 'Sluiten: Moedergroep' }).click()
    await fatima.page.getByText(/^gesloten; geopend op 2 apparaten, 1 reactie$/).waitFor()
    await reader.reopen(readingLink)
    await reader.page.getByRole('heading', { name: 'Deze leeslink werkt niet' }).waitFor()
    await expectGoodAtBothWidths(reader.page)
  })

  test('and the browsers had nothing to complain of', () => {
    fatima.expectNoComplaints()
    petra.expectNoComplaints()
    reader.expectNoComplaints(/404 \(Not Found\)/)
  })
})

async function snapshotNow() {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${server.url}/api/v1/agreements/${agreement.id}`, { headers })).json()
}
