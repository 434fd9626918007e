import { cp, readFile, writeFile } from 'node:fs/promises'
import { join as pathOf } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { copiesOnDevice } from '../support/device.ts'
import { exampleJson } from '../support/examples.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { chooseFromMore, join, textOf, untilKept } from '../support/on-screen.ts'
import { copyRepository } from '../support/repository-copy.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

const EXAMPLE = '01-weidehaven-samenwerkingsovereenkomst'
/** What a person waits for comes well within this (ms), also on a busy machine. */
const PATIENCE = 30_000
const REPOSITORY = pathOf(import.meta.dirname, '../..')

let server: TestServer
let browser: Browser
let agreement: Started

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  agreement = await server.createAgreement({ snapshot: exampleJson(EXAMPLE) }, await server.token())
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function come(name: string, at: TestServer, link: string): Promise<Visitor> {
  const visitor = await openVisitor(browser, { baseURL: at.url })
  visitor.page.setDefaultTimeout(PATIENCE)
  await join(visitor, link, name)
  return visitor
}

const paper = (page: Page) => page.getByRole('main').getByRole('article')

async function openPreview(page: Page): Promise<void> {
  await chooseFromMore(page, 'Voorbeeld')
  await paper(page).waitFor()
}

/** Everything in which somebody could write. */
const editable = (page: Page) =>
  page.getByRole('main').locator('textarea, input, select, [contenteditable="true"], [role="textbox"]')

describe('the agreement as it comes on paper', () => {
  let anneke: Visitor
  let fatima: Visitor

  beforeAll(async () => {
    const [first, second] = agreement.invitations
    anneke = await come('Anneke', server, first?.url ?? '')
    fatima = await come('Fatima', server, second?.url ?? '')
  })
  afterAll(async () => {
    await anneke?.close()
    await fatima?.close()
  })

  test('is one press away, with headings, numbers and tables as in Word, and nothing to write in', async () => {
    const { page } = anneke
    await openPreview(page)
    expect(page.url()).toBe(`${server.url}/agreements/${agreement.id}/voorbeeld`)
    await paper(page)
      .getByRole('heading', { level: 1, name: /Samen dichtbij/ })
      .waitFor()
    await paper(page).getByRole('heading', { level: 2, name: 'Artikel 6 Geld' }).waitFor()
    await paper(page).getByRole('heading', { level: 2, name: 'Bijlage 2 Takenlijst' }).waitFor()
    expect(await paper(page).getByRole('columnheader', { name: 'Kostenpost' }).count()).toBeGreaterThan(0)
    // The paper that is written on waits behind it.
    expect(await editable(page).filter({ visible: true }).count()).toBe(0)
    await expectGoodAtBothWidths(page)
  })

  test('follows what another person writes', async () => {
    const text = await textOf(fatima.page, 'Artikel 3 Zo werken wij samen')
    await text.locator('p').first().click()
    await text.press('End')
    await fatima.page.keyboard.insertText(' Wij bellen elkaar.')
    await paper(anneke.page).getByText('Wij bellen elkaar.').waitFor()
  })

  test('leads from its contents and from the list beside it to an article', async () => {
    const { page } = anneke
    await rowOf(page.getByRole('navigation', { name: 'Artikelen' }), 'Ondertekening').click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('Ondertekening')
    await page
      .getByRole('navigation', { name: 'Inhoud' })
      .getByRole('link', { name: /Artikel 6/ })
      .click()
    const heading = paper(page).getByRole('heading', { level: 2, name: 'Artikel 6 Geld' })
    await expect.poll(async () => Math.round((await heading.boundingBox())?.y ?? -1)).toBeLessThan(200)
  })

  test('prints on A4 with the head of a table on every page it goes over, and no chrome of the screen', async () => {
    const { page } = anneke
    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(() => ({
      bar: getComputedStyle(document.querySelector('.hs-bar') as Element).display,
      head: getComputedStyle(document.querySelector('.hs-preview__head') as Element).display,
      thead: getComputedStyle(document.querySelector('.hs-leaf__table thead') as Element).display,
      sign: getComputedStyle(document.querySelector('.hs-leaf__signatures') as Element).breakInside,
    }))
    expect(shown).toEqual({ bar: 'none', head: 'none', thead: 'table-header-group', sign: 'avoid' })
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12][\d.]*\]/)
    await page.emulateMedia({ media: null })
  })

  test('shows without a connection what was just written, and writing goes on where it was left', async () => {
    const { page, context } = fatima
    // Fetched ahead while there was a connection.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/preview-[^/]*\.js$/.test(name)),
    )
    await context.setOffline(true)
    const text = await textOf(page, 'Artikel 3 Zo werken wij samen')
    // At the line where one reads, and not below the end of the article before.
    await text.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }))
    await text.locator('p').nth(1).click()
    await text.press('End')
    await page.keyboard.insertText(' Ook zonder verbinding.')
    await expect.poll(() => currentPlace(page)).toContain('Zo werken wij samen')
    await openPreview(page)
    await paper(page).getByText('Ook zonder verbinding.').waitFor()
    await page.getByRole('link', { name: 'Verder schrijven' }).click()
    await expect.poll(() => text.locator('p').nth(1).textContent()).toContain('Ook zonder verbinding.')
    await expect.poll(() => currentPlace(page)).toContain('Zo werken wij samen')
    await page.keyboard.press('Control+z')
    await expect.poll(() => text.locator('p').nth(1).textContent()).not.toContain('Ook zonder verbinding.')
    await context.setOffline(false)
    await untilKept(page)
  })

  test('no page complained', () => {
    anneke.expectNoComplaints()
    fatima.expectNoComplaints(/ERR_INTERNET_DISCONNECTED/)
  })
})

/** The row of an article in the list of articles: how the article stands comes after its name. */
const rowOf = (list: Locator, name: string) =>
  list.getByRole('button').filter({ has: list.page().getByText(name, { exact: true }) })

const currentPlace = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('[aria-current="location"]')?.textContent ?? '')

/** Far articles; the last ones stand where the page cannot scroll further. */
const FAR = [
  'Geld',
  'Taken: Kwaliteit',
  'Hoe bindend is dit?',
  'Ondertekening',
  'Samenvatting in het Turks en Arabisch (ter informatie)',
]

describe.each(['laptop', 'phone'] as const)('a jump on a %s', (screen) => {
  test('brings each far article to the top, with the focus, as the current one', async () => {
    const visitor = await openVisitor(browser, { screen, baseURL: server.url })
    const { page } = visitor
    page.setDefaultTimeout(PATIENCE)
    await join(visitor, agreement.invitations[0]?.url ?? '', `Jan ${screen}`)
    const openSheet = () => page.getByRole('button', { name: 'Artikelen', exact: true }).click()
    for (const name of FAR) {
      if (screen === 'phone') await openSheet()
      const list =
        screen === 'phone' ? page.getByRole('dialog') : page.getByRole('navigation', { name: 'Artikelen' })
      await rowOf(list, name).click()
      await expect.poll(() => reached(page), { timeout: PATIENCE }).toEqual({ name, isAtTop: true })
      if (screen === 'phone') await openSheet()
      expect(await currentPlace(page)).toContain(name)
      if (screen === 'phone') await page.getByRole('button', { name: 'Sluiten' }).click()
    }
    visitor.expectNoComplaints()
    await visitor.close()
  })
})

/** The article with the focus, and whether it is at the top or the page cannot go further; told once the page is still. */
async function reached(page: Page): Promise<{ name: string; isAtTop: boolean }> {
  return await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const look = () => {
      const place = document.activeElement?.closest('[data-place]')
      const { top = -1 } = place?.getBoundingClientRect() ?? {}
      const { scrollHeight, scrollTop, clientHeight } = document.documentElement
      const isAtEnd = scrollHeight - scrollTop - clientHeight < 2
      const heading = place?.querySelector('h2 textarea')
      const name = heading instanceof HTMLTextAreaElement ? heading.value : ''
      return { name, isAtTop: isAtEnd || (top > 40 && top < 120), top, scrollHeight }
    }
    let before = look()
    for (let still = 0; still < 30; ) {
      await frame()
      const now = look()
      still = now.top === before.top && now.scrollHeight === before.scrollHeight ? still + 1 : 0
      before = now
    }
    return { name: before.name, isAtTop: before.isAtTop }
  })
}

describe('who may only read', () => {
  test('reads the whole paper and finds nothing to write in', async () => {
    const [first] = agreement.invitations
    const lead = { cookie: await server.joinAs(first?.url ?? '', 'Petra') }
    const address = `${server.url}/api/v1/agreements/${agreement.id}/invitations`
    for (const role of ['reader', 'commenter']) {
      const invited = await (await post(address, { partyId: null, role }, lead)).json()
      const noor = await come(`Noor ${role}`, server, invited.url)
      const { page } = noor
      await page.getByText('U kunt meelezen.').waitFor()
      await page.getByRole('heading', { level: 2, name: /Artikel 6 Geld/ }).scrollIntoViewIfNeeded()
      await page.getByText('Vrijwilligersvergoeding').first().waitFor()
      expect(await editable(page).count(), role).toBe(0)
      // Who may comment finds the ways to do so, and nothing that changes the text.
      const buttons = page.getByRole('main').getByRole('button')
      const ways = role === 'commenter' ? buttons.filter({ hasNotText: /Open punt/ }) : buttons
      const rest = ways.and(page.locator(':not(.hs-comment-count, .hs-row-menu)'))
      expect(await rest.count(), role).toBe(0)
      const menus = page.getByRole('main').locator('.hs-row-menu')
      if (role === 'reader') expect(await menus.count()).toBe(0)
      else {
        await menus.first().click()
        expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Opmerking bij deze rij'])
        await page.keyboard.press('Escape')
      }
      await expectGoodAtBothWidths(page)
      noor.expectNoComplaints()
      await noor.close()
    }
  })
})

describe('a page that is older than the server', () => {
  let newer: TestServer
  let remove = async () => {}

  beforeAll(async () => {
    // The page of this edition, served by one whose schema has gone on.
    const copy = await copyRepository()
    remove = copy.remove
    await cp(pathOf(REPOSITORY, 'dist/client'), pathOf(copy.folder, 'dist/client'), { recursive: true })
    const file = pathOf(copy.folder, 'shared/protocol/live.ts')
    const raised = (await readFile(file, 'utf8')).replace(
      /SCHEMA_VERSION = (\d+)/,
      (_, now) => `SCHEMA_VERSION = ${Number(now) + 1}`,
    )
    await writeFile(file, raised)
    newer = await startServer({ repository: copy.folder })
  })
  afterAll(async () => {
    await newer?.stop()
    await remove()
  })

  test('shows the outline, binds no editor, asks to be loaded again, and leaves the text as it was', async () => {
    const token = await newer.token()
    const made = await newer.createAgreement({ snapshot: exampleJson(EXAMPLE) }, token)
    const textNow = async () => {
      const headers = { authorization: `Bearer ${token}` }
      const found = await (await fetch(`${newer.url}/api/v1/agreements/${made.id}`, { headers })).json()
      return found.articles
    }
    const before = await textNow()
    const visitor = await openVisitor(browser, { baseURL: newer.url })
    const { page } = visitor
    page.setDefaultTimeout(PATIENCE)
    await page.goto(made.invitations[0]?.url ?? '')
    await page.getByLabel('Uw naam').fill('Anneke')
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await paper(page).getByRole('heading', { level: 2, name: 'Artikel 6 Geld' }).waitFor()
    await page.getByText('Er is een nieuwe versie van Handslag.').waitFor()
    expect(await editable(page).count()).toBe(0)
    expect(await page.locator('.ProseMirror').count()).toBe(0)
    expect(await page.evaluate(copiesOnDevice)).toEqual([])
    await expectGoodAtBothWidths(page)
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Pagina opnieuw laden' }).click(),
    ])
    await paper(page).waitFor()
    expect(await textNow()).toEqual(before)
    visitor.expectNoComplaints()
    await visitor.close()
  })
})
