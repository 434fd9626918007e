import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  openVisitor,
  type SCREENS,
  startBrowser,
  type Visitor,
} from '../support/browser.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser
let token: string
let agreement: Started
beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  token = await server.token()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  const parties = [
    { role: 'municipality', name: 'Gemeente Weidehaven', shortName: 'de gemeente' },
    { role: 'youth_care_provider', name: 'Stichting De Brug', shortName: 'De Brug' },
    { role: 'migrant_organisation', name: 'Vereniging Samen Vooruit', shortName: 'Samen Vooruit' },
  ]
  agreement = await server.createAgreement({ templateId: 'coop_youth', parties }, token)
})

/** What a person waits for comes well within this (ms), also on a busy machine. */
const PATIENCE = 20_000
const LEAD = 0
const MUNICIPALITY = 1
const PROVIDER = 2
const ORGANISATION = 3

type Person = Visitor & { cookie: string; partyId: string }
const open: Person[] = []
afterEach(async () => {
  for (const { close } of open.splice(0)) await close()
})

/** Somebody with the link of this place, at the screen with the thresholds. */
async function come(place: number, name: string, screen: keyof typeof SCREENS): Promise<Person> {
  const { url = '', partyId } = agreement.invitations[place] ?? {}
  const cookie = await server.joinAs(url, name)
  const visitor = await openVisitor(browser, { screen, baseURL: server.url })
  const [key = '', value = ''] = cookie.split('=')
  await visitor.context.addCookies([{ name: key, value, url: server.url }])
  visitor.page.setDefaultTimeout(PATIENCE)
  await visitor.page.goto(`/agreements/${agreement.id}/drempels`)
  await visitor.page.getByRole('heading', { name: 'Wie is er klaar?' }).waitFor()
  const person = { ...visitor, cookie, partyId: partyId ?? '' }
  open.push(person)
  return person
}

/** Scores by number of the factor, over the interface: for the parties that are not what the test is about. */
async function scoreAll(
  { cookie, partyId }: Pick<Person, 'cookie' | 'partyId'>,
  scores: Record<string, number>,
) {
  const address = `${server.url}/api/v1/agreements/${agreement.id}/scan/scores`
  for (const [factorId, score] of Object.entries(scores))
    expect((await post(address, { partyId, factorId, score }, { cookie })).status).toBe(200)
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Alles bewaard' }).first()
const heading = (page: Page, name: string) => page.getByRole('heading', { name })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })

describe('scoring on a phone', () => {
  test('a volunteer scores by tapping and with the keyboard, finds it again later, and sees nobody else', async () => {
    const fatima = await come(ORGANISATION, 'Fatima', 'phone')
    const { page } = fatima
    await scoreAll(await come(PROVIDER, 'Bram', 'laptop'), { F01: 1 })
    await page.getByRole('radio', { name: '4 Veel' }).tap()
    await page.getByLabel('Waarom? Een paar woorden').fill('Ouders vragen het ons')
    await saved(page).waitFor()
    await button(page, 'Volgende').tap()
    await page.getByText('Drempel 2 van 17').waitFor()
    await expect.poll(() => focused(page)).toBe('Weinig steun in de eigen omgeving')
    await page.getByRole('radio', { name: '1 Niet' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('2 van 17 gescoord').waitFor()
    await saved(page).waitFor()
    await expectGoodAtBothWidths(page)
    await page.reload()
    await page.getByText('Drempel 3 van 17').waitFor()
    await page.getByRole('tab', { name: 'Als lijst' }).tap()
    const first = page.getByRole('article', { name: 'Ouders kennen de jeugdhulp niet' })
    await expect.poll(() => first.getByRole('radio', { name: '4 Veel' }).isChecked()).toBe(true)
    expect(await first.getByRole('textbox').inputValue()).toBe('Ouders vragen het ons')
    await first.getByText('Laatst ingevuld door Fatima').waitFor()
    await expectGoodAtBothWidths(page)
    expect(await page.getByText('Zo kijkt u er samen naar').count()).toBe(0)
    fatima.expectNoComplaints()
  })

  test('while the server refuses to keep it the screen says so, and it is kept by itself when it can', async () => {
    const { page, expectNoComplaints } = await come(ORGANISATION, 'Fatima', 'phone')
    const database = new DatabaseSync(join(server.dataDir, 'handslag.sqlite'))
    database.exec('begin immediate')
    try {
      await page.getByRole('radio', { name: '5 Heel veel' }).tap()
      await page.getByText('Nog niet bewaard.').waitFor()
    } finally {
      database.exec('rollback')
      database.close()
    }
    await saved(page).waitFor()
    await page.getByText('Laatst ingevuld door Fatima').waitFor()
    expectNoComplaints(/503/)
  })
})

describe('from scores to a choice', () => {
  test('the last to be ready opens the picture on every screen at once, and what is chosen stands in the agreement', async () => {
    const lead = await come(LEAD, 'Petra', 'laptop')
    const bram = await come(PROVIDER, 'Bram', 'laptop')
    const fatima = await come(ORGANISATION, 'Fatima', 'phone')
    const municipality = { cookie: lead.cookie, partyId: agreement.invitations[MUNICIPALITY]?.partyId ?? '' }
    await scoreAll(municipality, { F01: 3, F09: 4, F12: 4 })
    await scoreAll(bram, { F01: 3, F09: 4, F12: 2 })
    await scoreAll(fatima, { F01: 4, F09: 4, F12: 5 })
    await lead.page.reload()
    await button(lead.page, 'Wij zijn klaar').click()
    await button(bram.page, 'Wij zijn klaar').click()
    await bram.page.getByText('Wij wachten nog op Samen Vooruit.').waitFor()
    await expectGoodAtBothWidths(bram.page)
    await button(fatima.page, 'Wij zijn klaar').tap()
    for (const { page } of open) await heading(page, 'Zo kijkt u er samen naar').waitFor()
    await expect.poll(() => focused(fatima.page)).toBe('Zo kijkt u er samen naar')

    const row = fatima.page.getByRole('listitem').filter({ hasText: '12. Hulpverleners werken niet waar' })
    await row
      .getByText('de gemeente 4, De Brug 2, Samen Vooruit 5. Verschil: 3.')
      .waitFor({ state: 'attached' })
    await row.getByText('Wat ziet de een dat de ander niet ziet?').waitFor()
    expect(await fatima.page.getByText('Wat ziet de een dat de ander niet ziet?').count()).toBe(1)

    await button(fatima.page, 'Kies: Hulpverleners werken niet waar gezinnen zijn').tap()
    await bram.page.getByText('1 drempel gekozen.').waitFor()
    await bram.page.getByLabel('Hoe belangrijk').selectOption({ label: 'Hoog' })
    await bram.page.getByLabel('Waarom deze drempel').fill('Ouders komen niet naar het kantoor')
    await expect
      .poll(() => fatima.page.getByLabel('Waarom deze drempel').inputValue())
      .toBe('Ouders komen niet naar het kantoor')
    await button(bram.page, 'Toon als tabel').click()
    for (const { page } of [lead, fatima]) await expectGoodAtBothWidths(page)

    await expect
      .poll(async () => (await snapshot()).focusFactors)
      .toEqual([{ factorId: 'F12', priority: 'high', reason: 'Ouders komen niet naar het kantoor' }])
    const html = await (
      await fetch(address('/export?format=html'), { headers: { cookie: lead.cookie } })
    ).text()
    expect(html).toContain('Samen Vooruit: 5')
    for (const { expectNoComplaints } of open) expectNoComplaints()
  })

  test('who leads opens what there is after a question, and lets parties score on', async () => {
    const lead = await come(LEAD, 'Petra', 'laptop')
    const fatima = await come(ORGANISATION, 'Fatima', 'phone')
    await scoreAll(fatima, { F01: 4 })
    await button(lead.page, 'Open de scores').click()
    const question = lead.page.getByRole('dialog', { name: 'Scores nu openen?' })
    await question.getByText('Nog niet klaar: Samen Vooruit.').waitFor()
    await button(question, 'Annuleren').click()
    await question.waitFor({ state: 'detached' })
    expect((await snapshot()).factorScores).toEqual({})
    await button(lead.page, 'Open de scores').click()
    await expectAccessible(lead.page)
    await button(question, 'Open de scores').click()
    await heading(fatima.page, 'Zo kijkt u er samen naar').waitFor()
    expect(await fatima.page.getByRole('radio').count()).toBe(0)
    await button(lead.page, 'Laat partijen verder scoren').click()
    await fatima.page.getByRole('radio', { name: '4 Veel' }).waitFor()
    await fatima.page.getByText('Dit zijn de scores die al open waren.').waitFor()
    lead.expectNoComplaints()
    fatima.expectNoComplaints()
  })
})

test('the screen says why when it can not open: no right, no such agreement', async () => {
  const stranger = await openVisitor(browser, { screen: 'phone', baseURL: server.url })
  await stranger.page.goto(`/agreements/${agreement.id}/drempels`)
  await heading(stranger.page, 'Wij weten niet wie u bent').waitFor()
  await expectAccessible(stranger.page)
  await stranger.close()
})

test('a reader of a party sees who is ready and has nothing to fill in', async () => {
  const lead = await come(LEAD, 'Petra', 'laptop')
  const body = { partyId: agreement.invitations[ORGANISATION]?.partyId, role: 'reader' }
  const invited = await (await post(address('/invitations'), body, { cookie: lead.cookie })).json()
  agreement.invitations.push(invited)
  const reader = await come(agreement.invitations.length - 1, 'Noor', 'phone')
  await reader.page.getByText('U hoort niet bij een partij die scores invult.').waitFor()
  await expectGoodAtBothWidths(reader.page)
})

const address = (path: string) => `${server.url}/api/v1/agreements/${agreement.id}${path}`
async function snapshot() {
  return await (await fetch(address(''), { headers: { authorization: `Bearer ${token}` } })).json()
}
