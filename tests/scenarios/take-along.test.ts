import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftWord } from '../../shared/word/draft-word.ts'
import { expectAccessible, openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { PARTIES } from '../support/house.ts'
import { beginAgreement, chooseFromMore, takeAlong, untilKept, writeIn } from '../support/on-screen.ts'
import { themeOf } from '../support/pictures.ts'
import { post, startServer, type TestServer } from '../support/test-server.ts'
import { partsOf } from '../support/word-file.ts'

const ASSETS = join(import.meta.dirname, '../../dist/client/assets')
let folder: string
let server: TestServer
let browser: Browser
let mark: Visitor
let id: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-fake-office-'))
  const program = join(folder, 'office')
  // What the real one makes is judged elsewhere; here it is about the screen.
  await writeFile(program, "#!/bin/sh\nprintf '%s' '%PDF-1.6 <pdfaid:part>2</pdfaid:part> %%EOF' > in.pdf\n")
  await chmod(program, 0o755)
  server = await startServer({ client: true, env: { OFFICE_PROGRAM: program } })
  browser = await startBrowser()
  mark = await openVisitor(browser, { baseURL: server.url })
  id = new URL(await beginAgreement(mark, 'Mark', 'Samen dichtbij', PARTIES)).pathname.split('/').at(-1) ?? ''
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

const bytesOf = async (download: Download) => readFile(await download.path())

async function asServer(path: string): Promise<Response> {
  const { cookies } = await mark.context.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return fetch(`${server.url}/api/v1/agreements/${id}${path}`, { headers: { cookie } })
}

async function chooseLook(): Promise<void> {
  const { cookies } = await mark.context.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${server.url}/api/v1/workspace/theme`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', cookie, origin: server.url },
    body: JSON.stringify({ theme: themeOf() }),
  })
  expect(answer.status).toBe(200)
}

/** On white paper, whatever the screen wishes. */
async function expectLookInPreview(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await chooseFromMore(page, 'Voorbeeld')
  const paper = page.getByRole('main').getByRole('article')
  await paper.getByRole('img', { name: 'Logo van de gemeente Voorbeeldstad' }).waitFor()
  const title = paper.getByRole('heading', { level: 1 })
  expect(await title.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(138, 21, 56)')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Verder schrijven' }).click()
  await paper.waitFor({ state: 'detached' })
  await page.emulateMedia({ colorScheme: null })
}

/** By a press: what only moves the focus does not end that the page holds an article in view that somebody came back to. */
async function filesDialog(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).click()
  return page.getByRole('dialog', { name: 'Meenemen' })
}

test('where an office program is, a PDF is taken along like any other file', async () => {
  const download = await takeAlong(mark.page, 'PDF voor het archief (PDF/A)')
  expect(download.suggestedFilename()).toMatch(/Samen dichtbij\.pdf$/)
  expect((await bytesOf(download)).toString()).toContain('%PDF-1.6')
})

test('what writes Word files stands in one file alone, which the page did not fetch', async () => {
  const scripts = (await readdir(ASSETS)).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(
    scripts.map(async (name) => [name, await readFile(join(ASSETS, name), 'utf8')] as const),
  )
  const writers = texts.filter(([, text]) => text.includes('word/document.xml')).map(([name]) => name)
  expect(writers).toEqual([expect.stringMatching(/^word-worker-/)])
  const fetched = await mark.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(fetched.filter((name) => name.includes('word-worker'))).toEqual([])
})

test('without a network the Word file is made on the device, beside the page, with what was written there, in the look of the workspace, which the preview has too, and as the server makes it', async () => {
  const { page, context } = mark
  await chooseLook()
  await Promise.all([page.waitForResponse(/\/theme$/), page.reload()])
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await writeIn(page, 'Artikel 3 Zo werken wij samen', 0, 'Kwikstaart. ')
  await untilKept(page)
  await context.setOffline(true)
  await page.getByText('Geen verbinding').first().waitFor()
  const dialog = await filesDialog(page)
  const [worker, download] = await Promise.all([
    page.waitForEvent('worker'),
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Word-bestand', exact: true }).click(),
  ])
  expect(worker.url()).toContain('/assets/word-worker-')
  await dialog.getByText('Uw apparaat heeft het gemaakt').waitFor()
  await expectAccessible(page)
  expect(download.suggestedFilename()).toMatch(/Samen dichtbij\.docx$/)
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  const bytes = await bytesOf(download)
  const parts = partsOf(bytes)
  expect(parts['word/document.xml']).toContain('Kwikstaart.')
  expect(parts['word/document.xml']).toContain('Logo van de gemeente Voorbeeldstad')
  await expectLookInPreview(page)

  await context.setOffline(false)
  await untilKept(page)
  const made = /<dcterms:modified[^>]*>([^<]*)</.exec(parts['docProps/core.xml'] ?? '')?.[1] ?? ''
  const snapshot = await (await asServer('')).json()
  const again = await draftWord(snapshot, realCatalog(), new Date(made), themeOf())
  expect(Buffer.from(again).equals(bytes)).toBe(true)
})

test('of a fixed text there is one Word file, so none is made without the server', async () => {
  const { page, context } = mark
  const { cookies } = await context.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const at = `${server.url}/api/v1/agreements/${id}/fixing`
  const fixed = await post(at, { decision: 'Zo besloten.' }, { cookie, origin: server.url })
  expect(fixed.status).toBe(201)
  await page.getByText('Vastgesteld').first().waitFor()
  await context.setOffline(true)
  const dialog = await filesDialog(page)
  await dialog.getByRole('button', { name: 'Word-bestand', exact: true }).click()
  await page.getByText('Het bestand is niet gelukt.').waitFor()
  await context.setOffline(false)
})
