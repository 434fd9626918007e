import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { exampleJson } from '../support/examples.ts'
import { HIT, HOSTILE_TEXTS, withHostileTexts } from '../support/hostile-text.ts'
import { officeText } from '../support/office.ts'
import { cookieOf, post, startServer, type TestServer } from '../support/test-server.ts'

const EXAMPLE = '01-weidehaven-samenwerkingsovereenkomst'

let server: TestServer
let browser: Browser
let visitor: Visitor
let agreementId: string
let headers: Record<string, string>

beforeAll(async () => {
  server = await startServer({ client: true })
  const cookie = await server.startAs(HOSTILE_TEXTS[0])
  headers = { cookie }
  const { snapshot } = withHostileTexts(exampleJson(EXAMPLE))
  const made = await post(`${server.url}/api/v1/agreements`, { snapshot }, headers)
  if (made.status !== 201) throw new Error(`expected an agreement; found ${await made.text()}`)
  const { id, invitations } = await made.json()
  agreementId = id
  await sayHostileThings(invitations[1].url, invitations[1].partyId)
  browser = await startBrowser()
  visitor = await openVisitor(browser, { baseURL: server.url })
  const [name = '', value = ''] = cookie.split('=')
  await visitor.context.addCookies([{ name, value, url: server.url }])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Everything somebody from outside can write beside the text: a name, notes, a reason, a word with a score. */
async function sayHostileThings(link: string, partyId: string): Promise<void> {
  const secret = new URL(link).hash.slice(1)
  const joined = await post(`${server.url}/api/v1/invitations/join`, { secret, name: HOSTILE_TEXTS[1] })
  const cookie = cookieOf(joined)
  const at = `${server.url}/api/v1/agreements/${agreementId}`
  const { findings } = await (await fetch(`${at}/advice`, { headers })).json()
  const [finding] = findings
  const said = await Promise.all([
    post(
      `${at}/step-notes`,
      { itemId: 'look.figures_area', audience: 'shared', text: HOSTILE_TEXTS[0], mark: 'done' },
      { cookie },
    ),
    post(`${at}/scan/scores`, { partyId, factorId: 'F01', score: 2, note: HOSTILE_TEXTS[0] }, { cookie }),
    post(
      `${at}/advice/set-aside`,
      { slug: finding.slug, factsKey: finding.factsKey, reason: HOSTILE_TEXTS[0] },
      { cookie },
    ),
  ])
  await post(`${at}/scan/opening`, { open: true }, headers)
  expect(said.map(({ status }) => status)).toEqual([200, 200, 200])
  const { articles } = await (await fetch(at, { headers })).json()
  const ids = { threadId: crypto.randomUUID(), commentId: crypto.randomUUID() }
  const anchor = { kind: 'article', articleId: articles[0].id, quote: HOSTILE_TEXTS[1] }
  const commented = { ...ids, circle: 'everyone', partyId, anchor, text: HOSTILE_TEXTS[0] }
  expect((await post(`${at}/comments`, commented, { cookie })).status).toBe(200)
}

/** Nothing of it ran, and nothing of it became a part of the page. */
async function expectOnlyText(page: Page): Promise<void> {
  const found = await page.evaluate((hit) => {
    const parts = document.querySelectorAll('img[src="x"], script:not([src]), [onerror], [onmouseover]')
    const links = [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:'))
    return { ran: Object.hasOwn(window, hit), parts: parts.length, links: links.length }
  }, HIT)
  expect(found).toEqual({ ran: false, parts: 0, links: 0 })
  expect(await page.content()).toMatch(/&lt;(img src=x onerror|script)/)
}

describe('text that reaches for a program is text', () => {
  test.each([
    ['the agreement', ''],
    ['the steps', '/stappen'],
    ['the tasks', '/taken'],
    ['the advice', '/punten'],
    ['the factor scan', '/drempels'],
  ])('on the screen of %s', async (_, part) => {
    const { page } = visitor
    await page.goto(`/agreements/${agreementId}${part}`)
    await page.getByText(HIT).first().waitFor({ state: 'attached' })
    await expectOnlyText(page)
  })

  test('in the list of comments', async () => {
    const { page } = visitor
    await page.goto(`/agreements/${agreementId}`)
    await page.getByRole('tab', { name: 'Opmerkingen' }).click()
    await page.getByRole('article').getByText(HIT).first().waitFor()
    await expectOnlyText(page)
  })

  test('in the preview', async () => {
    const { page } = visitor
    await page.goto(`/agreements/${agreementId}/voorbeeld`)
    await page.getByText(HIT).first().waitFor({ state: 'attached' })
    await expectOnlyText(page)
  })

  test('in the list of agreements', async () => {
    const { page } = visitor
    await page.goto('/')
    await page.getByText(HIT).first().waitFor({ state: 'attached' })
    await expectOnlyText(page)
  })

  test('in the file as a page', async () => {
    const html = await (await fetch(exportAt('html'), { headers })).text()
    // A page of its own: ours lets no page that it reads have a style of its own.
    const reader = await browser.newPage()
    const parts = await reader.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'text/html')
      const hostile = read.querySelectorAll('img, script, [onerror], [onmouseover], a[href^="javascript:"]')
      return { hostile: hostile.length, words: read.body.textContent ?? '' }
    }, html)
    expect(parts.hostile).toBe(0)
    expect(parts.words).toContain(HOSTILE_TEXTS[0])
  })

  test('in the Word file, where a reader finds it sign for sign', async () => {
    const file = new Uint8Array(await (await fetch(exportAt('docx'), { headers })).arrayBuffer())
    const words = (await officeText(file)).replace(/\s+/g, ' ')
    for (const text of [
      HOSTILE_TEXTS[0],
      HOSTILE_TEXTS[1],
      HOSTILE_TEXTS[4],
      HOSTILE_TEXTS[5],
      HOSTILE_TEXTS[6],
    ])
      expect(words).toContain(text)
  })

  test('and the browser had nothing to complain of', () => {
    visitor.expectNoComplaints()
  })
})

const exportAt = (format: string) => `${server.url}/api/v1/agreements/${agreementId}/export?format=${format}`
