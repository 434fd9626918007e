import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { chooseFromMore } from '../support/on-screen.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

const TITLE = 'Samen dichtbij in Weidehaven'
let server: TestServer
let browser: Browser
let petra: Visitor
let fatima: Visitor
let agreement: Started

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  const baseURL = server.url
  petra = await openVisitor(browser, { baseURL })
  fatima = await openVisitor(browser, { baseURL, screen: 'phone' })
  const token = await server.token()
  agreement = await server.createAgreement({ templateId: 'coop_youth', title: TITLE }, token)
  await signIn(petra, await server.startAs('Petra'))
  const link = agreement.invitations.find(({ role }) => role === 'writer')?.url ?? ''
  await signIn(fatima, await server.joinAs(link, 'Fatima'))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function signIn({ context }: Visitor, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function downloaded(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await press(page, button)
  return await readFile(await (await coming).path(), 'utf8')
}

describe('what is kept about people', () => {
  test('stands on one page, reached from any page of words, also for who is not known', async () => {
    const stranger = await openVisitor(browser, { baseURL: server.url })
    await stranger.page.goto('/')
    await stranger.page.getByRole('link', { name: 'Privacy en mijn gegevens' }).click()
    await stranger.page.getByRole('heading', { name: 'Wat wij over u bewaren' }).waitFor()
    await stranger.page.getByText('Op dit apparaat weten wij niet wie u bent.').waitFor()
    await stranger.page.getByText('Overeenkomsten worden hier nooit vanzelf verwijderd.').waitFor()
    await expectGoodAtBothWidths(stranger.page)
    stranger.expectNoComplaints()
    await stranger.close()
  })

  test('comes as a file to who asks, and goes when somebody wants to be erased', async () => {
    const { page } = fatima
    await page.goto('/privacy')
    await page.getByText('U bent hier bekend als Fatima.').waitFor()
    expect(JSON.parse(await downloaded(page, 'Haal mijn gegevens op')).person.name).toBe('Fatima')
    await page.getByText('Uw gegevens staan bij uw downloads.').waitFor()
    await press(page, 'Verwijder mij')
    await page.getByText('Dit kan niet ongedaan worden gemaakt.').waitFor()
    await expectGoodAtBothWidths(page)
    await press(page, 'Ja, verwijder mij')
    await page.waitForURL((url) => url.pathname !== '/privacy')
    await page.goto('/privacy')
    await page.getByText('Op dit apparaat weten wij niet wie u bent.').waitFor()
    fatima.expectNoComplaints()
  })
})

describe('who leads', () => {
  test('reads who did what in the agreement, a person without a name included, and takes it along', async () => {
    const { page } = petra
    await page.goto(`/agreements/${agreement.id}`)
    await chooseFromMore(page, 'Logboek en verwijderen')
    const list = page.getByRole('list', { name: 'Wie deed wat' })
    await list.getByText('voormalig deelnemer liet zich verwijderen').waitFor()
    await list.getByText('voormalig deelnemer kwam binnen').waitFor()
    await list.getByText('begon deze overeenkomst').waitFor()
    await expectGoodAtBothWidths(page)
    expect(await downloaded(page, 'Haal op als tabel (CSV)')).toContain('"erase-person"')
    await page.getByText('Het bestand staat bij uw downloads.').waitFor()
  })

  test('sees in time that an agreement would go, in the list and in the agreement, once an admin chose a term', async () => {
    const { page } = petra
    await page.goto('/werkruimte')
    await page.getByRole('button', { name: /Overeenkomsten verwijderen/ }).click()
    await page.getByRole('option', { name: 'Na 1 jaar zonder wijziging' }).click()
    await expectGoodAtBothWidths(page)
    await press(page, 'Bewaar termijn')
    await page.getByText('Bewaard.').waitFor()
    ageBy(400)
    await page.goto('/')
    await page.getByText(/^Wordt verwijderd op \d+ \p{L}+ \d{4} als er niets verandert$/u).waitFor()
    await page.goto(`/agreements/${agreement.id}`)
    await page.getByText('Deze overeenkomst wordt binnenkort verwijderd').waitFor()
  })

  test('deletes it by typing its title; whoever has it open is told', async () => {
    const { page } = petra
    const other = await petra.context.newPage()
    await other.goto(`/agreements/${agreement.id}`)
    await other.getByText('Alles bewaard.').first().waitFor()
    await page.goto(`/agreements/${agreement.id}/logboek`)
    await press(page, 'Verwijder deze overeenkomst')
    await page.getByText(`De titel is: ${TITLE}`).waitFor()
    await page.getByLabel('Typ de titel over').fill('iets anders')
    await press(page, 'Verwijder voor iedereen')
    await page.getByText('Wat u typte is niet de titel van deze overeenkomst.').waitFor()
    await expectGoodAtBothWidths(page)
    await page.getByLabel('Typ de titel over').fill(TITLE)
    await press(page, 'Verwijder voor iedereen')
    await page.getByRole('heading', { name: 'Mijn overeenkomsten' }).waitFor()
    expect(await page.getByText(TITLE).count()).toBe(0)
    await other.getByRole('alert').getByText('Deze overeenkomst is er niet meer').waitFor()
    petra.expectNoComplaints(/409/, /404/)
  })
})

/** As if everything in the database had happened so many days earlier. */
function ageBy(days: number): void {
  const database = new DatabaseSync(join(server.dataDir, DATABASE_FILE), { timeout: 5000 })
  const milliseconds = days * 24 * 3_600_000
  database.exec(`update document_update set at = at - ${milliseconds}`)
  database.exec(`update document_snapshot set at = at - ${milliseconds}`)
  database.close()
}
