import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { officeText } from '../support/office.ts'
import {
  article,
  beginAgreement,
  caretAtEndOf,
  join,
  linkFor,
  textOf,
  untilKept,
  wordsOn,
} from '../support/on-screen.ts'
import { openStockClient } from '../support/stock-client.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const PRINCIPLES = 'Artikel 3 Zo werken wij samen'
const IDEAS = 'Artikel 21 Ideeën, materiaal en naar buiten treden'
const PURPOSE = 'Artikel 2 Doel en resultaten'

let server: TestServer
let browser: Browser
let gemeente: Visitor
let jeugdhulp: Visitor
let moeders: Visitor
let id: string

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  const visit = (screen: 'laptop' | 'phone') => openVisitor(browser, { screen, baseURL: server.url })
  ;[gemeente, jeugdhulp, moeders] = await Promise.all([visit('laptop'), visit('laptop'), visit('phone')])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const everybody = (): [Visitor, Visitor, Visitor] => [gemeente, jeugdhulp, moeders]
const cookieOf = async ({ context }: Visitor) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

async function snapshot(): Promise<AgreementBody> {
  const answer = await fetch(`${server.url}/api/v1/agreements/${id}`, {
    headers: { cookie: await cookieOf(gemeente) },
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as AgreementBody
}

/** Waits until the words stand in this article on every screen. */
async function untilEverybodySees(name: string, ...words: string[]): Promise<void> {
  await Promise.all(
    everybody().flatMap(({ page }) =>
      words.map((word) => article(page, name).getByText(word).first().waitFor()),
    ),
  )
}

/** How long a busy machine may take to draw the end of the paper on three screens. */
const WHOLE = { timeout: 20_000 }

/** The end of the paper is drawn a moment after its beginning. */
async function expectEqualScreens(): Promise<void> {
  const [first, ...others] = everybody()
  for (const { page } of others) {
    await expect
      .poll(async () => {
        const [theirs, ours] = await Promise.all([wordsOn(page), wordsOn(first.page)])
        return JSON.stringify(theirs) === JSON.stringify(ours)
      }, WHOLE)
      .toBe(true)
  }
}

describe('from template to Word, together', () => {
  test('one begins from the template and two join by link, without an account', async () => {
    const parties = ['Gemeente Weidehaven', 'De Vuurboei', 'Moeders van de Haven']
    const address = await beginAgreement(gemeente, 'Mark', 'Samen dichtbij', parties)
    id = new URL(address).pathname.split('/').at(-1) ?? ''
    await join(jeugdhulp, await linkFor(gemeente, 'De Vuurboei'), 'Petra')
    await join(moeders, await linkFor(gemeente, 'Moeders van de Haven'), 'Samira')
    await untilEverybodySees(PRINCIPLES, 'Zij nemen elkaars kennis serieus.')
    await expectEqualScreens()
  })

  test('three write at once in one paragraph, and every word stays on every screen', async () => {
    const texts = await Promise.all(everybody().map(({ page }) => textOf(page, PRINCIPLES)))
    await Promise.all(texts.map((text) => caretAtEndOf(text, 0)))
    const words = ['Mark schrijft dit.', 'Petra schrijft dat.', 'Samira schrijft mee.']
    await Promise.all(texts.map((text, index) => text.pressSequentially(` ${words[index]}`, { delay: 15 })))
    await Promise.all(everybody().map(({ page }) => untilKept(page)))
    const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
    const wanted = letters(
      `Partijen zijn gelijkwaardig. Zij nemen elkaars kennis serieus. ${words.join(' ')}`,
    )
    for (const { page } of everybody()) {
      const paragraph = article(page, PRINCIPLES).locator('p').first()
      await expect.poll(async () => letters(await paragraph.evaluate(withoutCarets))).toBe(wanted)
    }
    await expectEqualScreens()
  })

  test('each sees where the others write, with name and party', async () => {
    const caret = article(gemeente.page, PRINCIPLES).locator('.hs-caret')
    await expect.poll(() => caret.allInnerTexts().then((all) => all.join(' '))).toMatch(/Petra/)
    await expect
      .poll(() => caret.allTextContents().then((all) => all.join(' ')))
      .toMatch(/Samira.*de migrantenorganisatie/)
  })

  test('two write in two articles at once', async () => {
    const [inIdeas, inPrinciples] = await Promise.all([
      textOf(jeugdhulp.page, IDEAS),
      textOf(moeders.page, PRINCIPLES),
    ])
    await Promise.all([caretAtEndOf(inIdeas, 3), caretAtEndOf(inPrinciples, 5)])
    await Promise.all([
      inIdeas.pressSequentially(' Zonder naam, tenzij iemand dat wil.', { delay: 10 }),
      inPrinciples.pressSequentially(' Ook op het laatste moment.', { delay: 10 }),
    ])
    await untilEverybodySees(IDEAS, 'Zonder naam, tenzij iemand dat wil.')
    await untilEverybodySees(PRINCIPLES, 'Ook op het laatste moment.')
    await expectEqualScreens()
  })

  test('two fill one row of a table at once, and both cells stay', async () => {
    await article(gemeente.page, PURPOSE).getByRole('button', { name: 'Resultaat toevoegen' }).click()
    const cell = (visitor: Visitor, label: string) =>
      article(visitor.page, PURPOSE).getByRole('textbox', { name: `${label}, rij 1` })
    await cell(jeugdhulp, 'Nu').waitFor()
    await Promise.all([
      cell(gemeente, 'Resultaat').pressSequentially('Meer ouders komen uit zichzelf.', { delay: 10 }),
      cell(jeugdhulp, 'Nu').pressSequentially('22 per jaar', { delay: 10 }),
      cell(moeders, 'Straks').pressSequentially('45 per jaar', { delay: 10 }),
    ])
    for (const visitor of everybody()) {
      await expect.poll(() => cell(visitor, 'Resultaat').inputValue()).toBe('Meer ouders komen uit zichzelf.')
      await expect.poll(() => cell(visitor, 'Nu').inputValue()).toBe('22 per jaar')
      await expect.poll(() => cell(visitor, 'Straks').inputValue()).toBe('45 per jaar')
    }
  })

  test('what the screens show is what the server keeps, and what a client of others reads', async () => {
    await Promise.all(everybody().map(({ page }) => untilKept(page)))
    const kept = await snapshot()
    expect(kept.purpose.results).toMatchObject([
      { text: 'Meer ouders komen uit zichzelf.', baseline: '22 per jaar', target: '45 per jaar' },
    ])
    const stock = await openStockClient(server.url, id, { cookie: await cookieOf(moeders) })
    const { value } = readAgreement(stock.doc)
    expect(kept.articles).toEqual(value.articles)
    const shown = (await wordsOn(gemeente.page)).join('\n')
    expect(shown).toContain('Ook op het laatste moment.')
    stock.doc.getMap('term').set('startDate', '2027-02-01')
    await untilEverybodySees('Artikel 5 Hoe lang duurt de samenwerking?', '1 februari 2027')
    stock.close()
  })

  test('a reload and a server that is killed and started again lose nothing', async () => {
    const before = await snapshot()
    await server.restart('SIGKILL')
    expect(await snapshot()).toEqual(before)
    await Promise.all(everybody().map(({ page }) => page.reload().then(() => untilKept(page))))
    await untilEverybodySees(IDEAS, 'Zonder naam, tenzij iemand dat wil.')
    await expectEqualScreens()
    const text = await textOf(moeders.page, IDEAS)
    await caretAtEndOf(text, 0)
    await text.pressSequentially(' Ook na de storing.')
    await untilEverybodySees(IDEAS, 'Ook na de storing.')
  })

  test('words written without a connection are kept, also when one goes to another screen meanwhile', async () => {
    const { page, context } = jeugdhulp
    const text = await textOf(page, IDEAS)
    await context.setOffline(true)
    await caretAtEndOf(text, 1)
    await text.pressSequentially(' Geschreven zonder verbinding.')
    await page.getByRole('link', { name: 'Naar het begin' }).first().click()
    await page.getByRole('heading', { name: 'Schrijf samen aan één overeenkomst' }).waitFor()
    await context.setOffline(false)
    await article(gemeente.page, IDEAS).getByText('Geschreven zonder verbinding.').first().waitFor()
    await page.goto(`/agreements/${id}`)
    await untilKept(page)
    await untilEverybodySees(IDEAS, 'Geschreven zonder verbinding.')
  })

  test('the Word file opens in another office program with every word and every cell', async () => {
    await untilKept(moeders.page)
    const [download] = await Promise.all([
      gemeente.page.waitForEvent('download'),
      gemeente.page.getByRole('button', { name: 'Download als Word' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const text = (await officeText(Buffer.concat(chunks))).replace(/\s+/g, ' ')
    for (const paragraph of paragraphsOf(await snapshot())) expect(text).toContain(paragraph)
    for (const cell of ['Meer ouders komen uit zichzelf.', '22 per jaar', '45 per jaar', '1 februari 2027']) {
      expect(text).toContain(cell)
    }
  })

  test('no screen complained on the way, but for the break itself', () => {
    for (const visitor of everybody())
      visitor.expectNoComplaints(/WebSocket|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED/)
  })
})

/** Runs in the page. */
function withoutCarets(paragraph: Element): string {
  const copy = paragraph.cloneNode(true) as Element
  for (const caret of copy.querySelectorAll('.hs-caret')) caret.remove()
  return copy.textContent ?? ''
}

/** Every run of plain words in the articles. */
function paragraphsOf(body: AgreementBody): string[] {
  return body.articles.flatMap(({ body: text }) =>
    text.content.flatMap((node) =>
      node.type === 'paragraph' && node.attrs.onlyIf === null
        ? (node.content ?? []).flatMap((inline) =>
            inline.type === 'text' ? [inline.text.replace(/\s+/g, ' ').trim()] : [],
          )
        : [],
    ),
  )
}
