import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openVisitor, SCREENS, startBrowser, type Visitor } from '../support/browser.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { chooseFromMore, takeAlong, untilKept, writeIn } from '../support/on-screen.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ client: true, env: { OFFICE_PROGRAM: 'no' } })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What a person waits for comes well within this (ms), also on a busy machine. */
const PATIENCE = 15_000

async function visit(screen: keyof typeof SCREENS): Promise<Visitor> {
  const visitor = await openVisitor(browser, { screen, baseURL: server.url })
  visitor.page.setDefaultTimeout(PATIENCE)
  return visitor
}

/** What a screen reader says of a control beside its name. */
async function expectDescribed(control: Locator, words: string): Promise<void> {
  const said = await control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
  expect(said).toBe(words)
}

async function signIn({ page }: Visitor, name: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Uw naam').fill(name)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: 'Een nieuwe overeenkomst' }).waitFor()
}

/** Begins an agreement from the first template and waits until all of it is kept. */
async function begin({ page }: Visitor, shortTitle: string, names: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: /^Kies dit model: Samenwerkingsovereenkomst/ }).click()
  await page.getByLabel('Naam van de samenwerking').fill(shortTitle)
  const fields = page.getByRole('group', { name: 'Partijen' }).getByRole('textbox')
  for (const [place, name] of names.entries()) await fields.nth(place).fill(name)
  await page.getByRole('button', { name: 'Begin de overeenkomst' }).click()
  await page.getByText('Alles bewaard.').first().waitFor()
}

/** The link for the party in the dialog of "Delen". */
async function linkFor({ page }: Visitor, party: string): Promise<string> {
  await page.getByRole('button', { name: 'Delen' }).click()
  const link = await page.getByRole('textbox', { name: `Link voor ${party}` }).inputValue()
  await page.getByRole('button', { name: 'Sluiten' }).click()
  return link
}

describe('from the start to two people in one text', () => {
  let anneke: Visitor
  let fatima: Visitor
  let link: string

  beforeAll(async () => {
    anneke = await visit('laptop')
    fatima = await visit('phone')
  })
  afterAll(async () => {
    await anneke?.close()
    await fatima?.close()
  })

  test('a first visitor gives a name and sees the templates, readable for everybody at both widths', async () => {
    await anneke.page.goto('/')
    await anneke.page.getByLabel('Uw naam').waitFor()
    await expectGoodAtBothWidths(anneke.page)
    await signIn(anneke, 'Anneke')
    await expectGoodAtBothWidths(anneke.page)
  })

  test('a cooperation without a name is asked for one, and nothing that was typed is lost', async () => {
    const { page } = anneke
    await page.getByRole('link', { name: /^Kies dit model: Samenwerkingsovereenkomst/ }).click()
    await page.getByLabel('Gemeente').fill('Gemeente Weidehaven')
    await page.getByRole('button', { name: 'Begin de overeenkomst' }).click()
    await page.getByText('Geef de samenwerking een naam.').waitFor()
    expect(await page.getByLabel('Gemeente').inputValue()).toBe('Gemeente Weidehaven')
    await expectGoodAtBothWidths(page)
    await page.goBack()
  })

  test('the agreement opens with its articles, its explanation and everything kept', async () => {
    await begin(anneke, 'Samen dichtbij', ['Gemeente Weidehaven', 'Stichting De Brug', 'Stichting Samen'])
    const { page } = anneke
    await page.getByRole('heading', { level: 1, name: /Samen dichtbij/ }).waitFor()
    await page
      .getByRole('navigation', { name: 'Artikelen' })
      .locator('.hs-outline__row', { hasText: 'Geld' })
      .click()
    await page
      .getByRole('complementary', { name: 'Naast de tekst' })
      .getByRole('heading', { name: /Geld/ })
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Geld')
    await expectGoodAtBothWidths(page)
  })

  test('the links are shown per party, with a code to scan', async () => {
    const { page } = anneke
    await page.getByRole('button', { name: 'Delen' }).click()
    await page.getByRole('button', { name: 'Toon QR-code' }).first().click()
    await page.getByRole('img', { name: 'QR-code met de link voor Gemeente Weidehaven' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    link = await linkFor(anneke, 'Stichting Samen')
  })

  test('the secret of a link leaves the address bar, and its page says what one joins', async () => {
    const { page } = fatima
    await page.goto(link)
    await page.getByText('Stichting Samen', { exact: true }).waitFor()
    expect(page.url()).toBe(`${server.url}/join`)
    await expectGoodAtBothWidths(page)
    await page.setViewportSize(SCREENS.phone)
  })

  test('who joins with a name sees the text, and both see each other', async () => {
    const { page } = fatima
    await page.getByLabel('Uw naam').fill('Fatima')
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await page.getByRole('heading', { level: 1, name: /Samen dichtbij/ }).waitFor()
    await page.getByRole('button', { name: 'Mensen' }).click()
    await page.getByRole('dialog').getByText('Anneke').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await anneke.page.getByRole('button', { name: '2 mensen' }).click()
    await anneke.page.getByRole('dialog').getByText('Fatima').waitFor()
    await anneke.page.keyboard.press('Escape')
  })

  test('a guest is told who can make links', async () => {
    await fatima.page.getByRole('button', { name: 'Delen' }).click()
    await fatima.page.getByText('Alleen wie deze overeenkomst begeleidt').waitFor()
    await fatima.page.getByRole('button', { name: 'Sluiten' }).click()
  })

  test('the Word file comes with the name of the agreement', async () => {
    const download = await takeAlong(anneke.page, 'Word-bestand')
    expect(download.suggestedFilename()).toMatch(/Samen dichtbij.*\.docx$/)
  })

  test('the menu of the agreement is grouped, the arrow keys go through all of it, and it fits a phone by scrolling down alone', async () => {
    const { page } = anneke
    for (const screen of ['phone', 'laptop'] as const) {
      await page.setViewportSize(SCREENS[screen])
      const button = page.getByRole('banner').getByRole('button', { name: 'Meer', exact: true })
      await button.press('Enter')
      const menu = page.getByRole('menu', { name: 'Meer' })
      const groups = [
        'Samen afspreken',
        'Bekijken en meenemen',
        'Uitwerken',
        'Bijeenkomst',
        'Beheer en privacy',
      ]
      for (const group of groups) await menu.getByRole('group', { name: group }).waitFor()
      await expectAccessible(page)
      const choices = await menu.getByRole('menuitem').allTextContents()
      const reached: string[] = []
      for (const _ of choices) {
        reached.push((await page.evaluate(() => document.activeElement?.textContent)) ?? '')
        await page.keyboard.press('ArrowDown')
      }
      expect(reached).toEqual(choices)
      const sideways = await menu.evaluate(
        ({ parentElement: sheet }) => sheet !== null && sheet.scrollWidth > sheet.clientWidth,
      )
      expect(sideways).toBe(false)
      await page.keyboard.press('Escape')
      await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  test('what is taken along says what it is for, each file comes, and what only serves who leads is not offered to others', async () => {
    const { page } = anneke
    await chooseFromMore(page, 'Meenemen')
    const dialog = page.getByRole('dialog', { name: 'Meenemen' })
    const word = dialog.getByRole('button', { name: 'Word-bestand', exact: true })
    const notHere = 'Dit kan hier niet: op deze server staat geen LibreOffice. Vraag het de beheerder.'
    await expect.poll(() => dialog.getByText(notHere).count()).toBe(2)
    expect(await dialog.getByRole('button', { name: 'OpenDocument (ODT)' }).count()).toBe(0)
    await expectDescribed(
      word,
      'De hele tekst zoals hij er nu staat. Om te lezen, af te drukken en te tekenen.',
    )
    await expectGoodAtBothWidths(page)
    await page.keyboard.press('Escape')
    expect((await takeAlong(page, 'Webpagina (HTML)')).suggestedFilename()).toMatch(/\.html$/)
    expect((await takeAlong(page, 'Gegevens (JSON)')).suggestedFilename()).toMatch(/\.json$/)

    await fatima.page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).click()
    const hers = fatima.page.getByRole('dialog', { name: 'Meenemen' })
    await hers.getByRole('button', { name: 'Webpagina (HTML)' }).waitFor()
    expect(await hers.getByRole('button', { name: 'Gegevens (JSON)' }).count()).toBe(0)
    await hers.getByRole('link', { name: 'Voorbeeld en afdrukken' }).click()
    await fatima.page.getByText('Zo komt het op papier').waitFor()
    await hers.waitFor({ state: 'detached' })
    await fatima.page.goBack()
  })

  test('while something is not kept, that is said before a file is made; a file that fails says so, and what now', async () => {
    const { page, context } = fatima
    await context.setOffline(true)
    await page.getByText('Geen verbinding').first().waitFor()
    await writeIn(page, 'Artikel 3 Zo werken wij samen', 0, 'Nog onderweg.')
    await page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).press('Enter')
    await page.getByRole('button', { name: 'Webpagina (HTML)', exact: true }).click()
    await page.getByText('Nog niet alles is bewaard.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Toch meenemen' }).click()
    await page.getByText('Het bestand is niet gelukt.').waitFor()
    await expectAccessible(page)
    await context.setOffline(false)
    await untilKept(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Probeer opnieuw' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.html$/)
    await page.getByText('Het bestand staat bij uw downloads.').waitFor()
    await page.keyboard.press('Escape')
  })

  test('the other language is one press away and is remembered', async () => {
    const { page } = anneke
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'My agreements' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'My agreements' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.getByRole('button', { name: 'Nederlands' }).click()
  })

  test('no page complained', () => {
    anneke.expectNoComplaints()
    fatima.expectNoComplaints(/ERR_INTERNET_DISCONNECTED/)
  })
})

describe('what does not open says what now', () => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await visit('phone')
  })
  afterAll(() => visitor?.close())

  test.each([
    ['/join#this-link-is-wrong', 'Deze link werkt niet'],
    ['/join', 'Open de link uit uw uitnodiging'],
    ['/agreements/not-there', 'Wij weten niet wie u bent'],
    ['/elsewhere', 'Deze pagina bestaat niet'],
  ])('%s: "%s"', async (address, heading) => {
    // The same page with another fragment is no new visit for a browser.
    await visitor.page.goto('about:blank')
    await visitor.page.goto(address)
    await visitor.page.getByRole('heading', { name: heading }).waitFor()
    await expectGoodAtBothWidths(visitor.page)
  })
})
