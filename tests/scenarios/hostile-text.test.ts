import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { articleFragment } from '../../shared/document/layout.ts'
import { proposalsView } from '../../shared/protocol/endpoints-proposals.ts'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { editProse } from '../support/edit-prose.ts'
import { exampleJson } from '../support/examples.ts'
import { HIT, HOSTILE_TEXTS, withHostileTexts } from '../support/hostile-text.ts'
import { officeText } from '../support/office.ts'
import { openStockClient } from '../support/stock-client.ts'
import { cookieOf, type Invitation, post, startServer, type TestServer } from '../support/test-server.ts'

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
  const [, one, other] = await Promise.all(invitations.map(joined))
  await sayHostileThings(one)
  await proposeHostileThings(one, other)
  browser = await startBrowser()
  visitor = await openVisitor(browser, { baseURL: server.url })
  const [name = '', value = ''] = cookie.split('=')
  await visitor.context.addCookies([{ name, value, url: server.url }])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Writer = { cookie: string; partyId: string }

async function joined({ url, partyId }: Invitation): Promise<Writer> {
  const secret = new URL(url).hash.slice(1)
  const answer = await post(`${server.url}/api/v1/invitations/join`, { secret, name: HOSTILE_TEXTS[1] })
  return { cookie: cookieOf(answer), partyId: partyId ?? '' }
}

const at = (path: string) => `${server.url}/api/v1/agreements/${agreementId}${path}`
const articlesNow = async (): Promise<{ id: string }[]> =>
  (await (await fetch(at(''), { headers })).json()).articles

/** Everything somebody from outside can write beside the text: a name, notes, reasons, a word with a score, comments, points, versions. */
async function sayHostileThings({ cookie, partyId }: Writer): Promise<void> {
  const { findings } = await (await fetch(at('/advice'), { headers })).json()
  const [finding] = findings
  const { articles } = await (await fetch(at('/consents'), { headers })).json()
  const [{ id: articleId, hash }] = articles
  const ids = { threadId: crypto.randomUUID(), commentId: crypto.randomUUID() }
  const anchor = { kind: 'article', articleId, quote: HOSTILE_TEXTS[1] }
  const [text, id] = [HOSTILE_TEXTS[0], crypto.randomUUID()]
  const said = await Promise.all([
    post(
      at('/step-notes'),
      { itemId: 'look.figures_area', audience: 'shared', text, mark: 'done' },
      { cookie },
    ),
    post(at('/scan/scores'), { partyId, factorId: 'F01', score: 2, note: text }, { cookie }),
    post(
      at('/advice/set-aside'),
      { slug: finding.slug, factsKey: finding.factsKey, reason: text },
      { cookie },
    ),
    post(at('/comments'), { ...ids, circle: 'everyone', partyId, anchor, text }, { cookie }),
    post(at('/consents'), { id, articleId, partyId, state: 'objection', hash, reason: text }, { cookie }),
    post(at('/open-points'), { id, sectionId: articleId, text }, { cookie }),
    post(at('/versions'), { id, name: text }, { cookie }),
  ])
  await post(at('/scan/opening'), { open: true }, headers)
  expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 201, 201])
}

/** One proposes everything that can be proposed, and talks about it; another accepts the half of it. */
async function proposeHostileThings(one: Writer, other: Writer): Promise<void> {
  const [{ id: articleId = '' } = {}] = await articlesNow()
  const paragraph = { kind: 'clause', level: 0, text: inWord(4) }
  const change = (wanted: object) =>
    post(at('/proposals'), { id: crypto.randomUUID(), change: wanted }, { cookie: one.cookie })
  const text = HOSTILE_TEXTS[0]
  const made = [
    await change({ kind: 'paragraph-add', articleId, index: null, seen: '', paragraph }),
    await change({ kind: 'article-add', heading: inWord(5), text: inWord(6), after: articleId }),
    await change({ kind: 'row-add', list: 'definitions', values: { term: inWord(0), meaning: inWord(1) } }),
    await change({ kind: 'fact', address: 'citationTitle', value: text }),
    await change({ kind: 'row-add', list: 'recitals', values: { text } }),
    await change({ kind: 'article-add', heading: text, text, after: articleId }),
  ]
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201])
  const { open } = proposalsView.parse(await made.at(-1)?.json())
  for (const { id: proposalId } of open.slice(0, 3)) {
    const decision = {
      decisionId: crypto.randomUUID(),
      proposalId,
      place: null,
      outcome: 'accept',
      seen: null,
    }
    const decided = await post(
      at('/proposals/decisions'),
      { decisions: [decision] },
      { cookie: other.cookie },
    )
    expect((await decided.json()).results).toMatchObject([{ result: 'done' }])
  }
  const ids = { threadId: crypto.randomUUID(), commentId: crypto.randomUUID() }
  const anchor = { kind: 'proposal', proposalId: open[3]?.id, quote: text }
  const said = { ...ids, circle: 'everyone', partyId: one.partyId, anchor, text }
  expect((await post(at('/comments'), said, { cookie: one.cookie })).status).toBe(200)
  await suggestWords(one, (await articlesNow()).at(-1)?.id ?? '')
}

/** What is accepted and so stands on paper, to be known again. */
const inWord = (index: number) => `Voorgesteld ${HOSTILE_TEXTS[index]}`

/** Words in the text under a mark whose name breaks out of whatever it is put into. */
async function suggestWords({ cookie }: Writer, articleId: string): Promise<void> {
  const client = await openStockClient(server.url, agreementId, { cookie })
  const id = `"><img src=x onerror="window.${HIT}=5">`
  editProse(articleFragment(client.doc, articleId), (transform) => {
    const { schema } = transform.doc.type
    transform.insert(1, schema.text(HOSTILE_TEXTS[0], [schema.mark('insertion', { id })]))
  })
  const proposed = async () => {
    const { open } = proposalsView.parse(await (await fetch(at('/proposals'), { headers })).json())
    return open.map(({ what }) => (what.kind === 'words' ? what.inserted : ''))
  }
  await vi.waitFor(async () => expect(await proposed()).toContain(HOSTILE_TEXTS[0]), { timeout: 10_000 })
  client.close()
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
    ['the akkoord', '/akkoord'],
    ['the open points', '/open-punten'],
    ['the versions', '/versies'],
    ['the wall', '/scherm'],
    ['the card of a meeting', '/bijeenkomst'],
    ['the end of a meeting', '/afronding'],
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

  test('in the list of proposals, the discussion about one, and the marks in the text', async () => {
    const { page } = visitor
    await page.goto(`/agreements/${agreementId}`)
    await page.getByRole('tab', { name: 'Voorstellen' }).click()
    const list = page.locator('.hs-proposals')
    await list.getByText('Aangenomen (3)').click()
    for (const kind of ['Ander gegeven', 'Nieuwe rij', 'Nieuw artikel', 'Nieuwe alinea'])
      await list.getByText(kind, { exact: true }).first().waitFor()
    expect(await list.locator('ins', { hasText: HIT }).count()).toBe(5)
    await expectOnlyText(page)
    await list.getByRole('button', { name: '1 reactie' }).click()
    await page.getByRole('article').getByText(HIT).first().waitFor()
    await page.locator('.hs-prose ins', { hasText: HIT }).first().scrollIntoViewIfNeeded()
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
      ...[4, 5, 6, 0, 1].map(inWord),
    ])
      expect(words).toContain(text)
  })

  test('and the browser had nothing to complain of', () => {
    visitor.expectNoComplaints()
  })
})

const exportAt = (format: string) => at(`/export?format=${format}`)
