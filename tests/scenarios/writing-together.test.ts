import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import type { Visitor } from '../support/browser.ts'
import {
  agreementIdOf,
  cookieHeader,
  type House,
  keptBy,
  meet,
  openHouse,
  PARTIES,
  PRINCIPLES,
} from '../support/house.ts'
import { officeText } from '../support/office.ts'
import {
  article,
  caretAtEndOf,
  takeAlong,
  textOf,
  untilEqual,
  untilKept,
  untilSeen,
  wordsOn,
  writeIn,
} from '../support/on-screen.ts'
import { openStockClient } from '../support/stock-client.ts'

const IDEAS = 'Artikel 21 Ideeën, materiaal en naar buiten treden'
const PURPOSE = 'Artikel 2 Doel en resultaten'

let house: House
let gemeente: Visitor
let jeugdhulp: Visitor
let moeders: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  const { visit } = house
  ;[gemeente, jeugdhulp, moeders] = await Promise.all([visit(), visit(), visit({ screen: 'phone' })])
})
afterAll(() => house?.stop())

const everybody = (): [Visitor, Visitor, Visitor] => [gemeente, jeugdhulp, moeders]
const snapshot = () => keptBy(house, address, gemeente)

describe('from template to Word, together', () => {
  test('one begins from the template and two join by link, without an account', async () => {
    address = await meet('Samen dichtbij', [
      { visitor: gemeente, name: 'Mark' },
      { visitor: jeugdhulp, name: 'Petra', party: PARTIES[1] },
      { visitor: moeders, name: 'Samira' },
    ])
    await untilSeen(everybody(), PRINCIPLES, 'Zij nemen elkaars kennis serieus.')
    await untilEqual(everybody())
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
    await untilEqual(everybody())
  })

  test('each sees where the others write, with name and party', async () => {
    const caret = article(gemeente.page, PRINCIPLES).locator('.hs-caret')
    await expect.poll(() => caret.allInnerTexts().then((all) => all.join(' '))).toMatch(/Petra/)
    await expect
      .poll(() => caret.allTextContents().then((all) => all.join(' ')))
      .toMatch(/Samira.*de migrantenorganisatie/)
  })

  test('the name of another rests after a while and leaves initials; who points at the caret reads it again', async () => {
    const { page } = gemeente
    const caret = article(page, PRINCIPLES).locator('.hs-caret', { hasText: 'Petra' })
    const isNamed = () => caret.evaluate((drawn) => getComputedStyle(drawn.children[0] as Element).opacity)
    await caret.scrollIntoViewIfNeeded()
    await expect.poll(isNamed, { timeout: 10_000 }).toBe('0')
    expect(await caret.getAttribute('data-initials')).toMatch(/^P/)
    const { x, y, height } = (await caret.boundingBox()) ?? { x: 0, y: 0, height: 0 }
    await page.mouse.move(x + 1, y + height / 2)
    await expect.poll(isNamed).toBe('1')
    await page.mouse.move(x + 200, y + height / 2)
    await caret.and(page.locator(':not([data-pointed])')).waitFor()
  })

  test('a screen reader hears that all is kept once somebody pauses, and not at every letter', async () => {
    const { page } = gemeente
    const text = await textOf(page, PRINCIPLES)
    const told = page.locator('.hs-bar [role=status]')
    await told.and(page.locator('[aria-busy=false]')).waitFor()
    await page.evaluate(noteChangesTold)
    await text.pressSequentially('er is een pauze', { delay: 15 })
    await told.and(page.locator('[aria-busy=false]')).filter({ hasText: 'Alles bewaard.' }).waitFor()
    const changes = await page.evaluate(() => window.changesTold)
    expect(changes.length).toBeGreaterThan(1)
    expect(changes.filter((change) => change !== 'held back')).toEqual([])
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
    await untilSeen(everybody(), IDEAS, 'Zonder naam, tenzij iemand dat wil.')
    await untilSeen(everybody(), PRINCIPLES, 'Ook op het laatste moment.')
    await untilEqual(everybody())
  })

  test('two begin in one empty paragraph without hearing of each other, and go on so: every word stands there once', async () => {
    const writers = [gemeente, jeugdhulp]
    const [first, second] = await Promise.all(writers.map(({ page }) => textOf(page, IDEAS)))
    if (!first || !second) throw new Error('two texts are open')
    const before = await first.locator('p').count()
    await first.press('Control+End')
    await first.press('Enter')
    await second.locator('p').nth(before).waitFor()
    await second.press('Control+End')
    for (const round of ['begin', 'vervolg']) {
      await Promise.all(writers.map(({ context }) => context.setOffline(true)))
      await first.pressSequentially(`links-${round}. `)
      await second.pressSequentially(`rechts-${round}. `)
      await Promise.all(writers.map(({ context }) => context.setOffline(false)))
      await untilSeen(everybody(), IDEAS, `links-${round}.`)
      await untilSeen(everybody(), IDEAS, `rechts-${round}.`)
    }
    const words = await article(moeders.page, IDEAS).locator('p').nth(before).evaluate(withoutCarets)
    expect(words.trim().split(' ').sort()).toEqual([
      'links-begin.',
      'links-vervolg.',
      'rechts-begin.',
      'rechts-vervolg.',
    ])
    await untilEqual(everybody())
  })

  test.each([
    ['early', 30],
    ['late', 8],
  ])(
    'who writes on in a sentence that another breaks in two, %s in it, writes on behind the same letter',
    async (_, back) => {
      const [first, second] = await Promise.all([gemeente, jeugdhulp].map(({ page }) => textOf(page, IDEAS)))
      if (!first || !second) throw new Error('two texts are open')
      const sentence = 'Deze zin wordt gebroken door een ander'
      const at = await first.locator('p').count()
      await first.press('Control+End')
      await first.press('Enter')
      await first.pressSequentially(sentence)
      const wordsOf = (text: Locator, paragraph: number) =>
        text.locator('p').nth(paragraph).evaluate(withoutCarets)
      await second.locator('p').nth(at).waitFor()
      await expect.poll(() => wordsOf(second, at)).toBe(sentence)
      await second.press('Control+End')
      for (let letter = 0; letter < back; letter++) await second.press('ArrowLeft')
      await second.press('Enter')
      await first
        .locator('p')
        .nth(at + 1)
        .waitFor()
      await first.pressSequentially(' en gaat verder.')
      await expect
        .poll(() => wordsOf(article(moeders.page, IDEAS), at + 1))
        .toBe(`${sentence.slice(-back)} en gaat verder.`)
      await untilEqual(everybody())
    },
  )

  test('two fill one row of a table at once, and both cells stay', async () => {
    await Promise.all(everybody().map(({ page }) => article(page, PURPOSE).scrollIntoViewIfNeeded()))
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
    const stock = await openStockClient(house.server.url, agreementIdOf(address), {
      cookie: await cookieHeader(moeders),
    })
    const { value } = readAgreement(stock.doc)
    expect(kept.articles).toEqual(value.articles)
    const shown = (await wordsOn(gemeente.page)).join('\n')
    expect(shown).toContain('Ook op het laatste moment.')
    stock.doc.getMap('term').set('startDate', '2027-02-01')
    await untilSeen(everybody(), 'Artikel 5 Hoe lang duurt de samenwerking?', '1 februari 2027')
    stock.close()
  })

  test('two type at once in one cell of a few words, before them and behind, and every word stands there whole', async () => {
    await Promise.all(everybody().map(({ page }) => article(page, PURPOSE).scrollIntoViewIfNeeded()))
    await article(gemeente.page, PURPOSE).getByRole('button', { name: 'Resultaat toevoegen' }).click()
    const cell = ({ page }: Visitor) => article(page, PURPOSE).getByRole('textbox', { name: 'Nu, rij 2' })
    const untilWritten = (words: string) =>
      Promise.all(everybody().map((visitor) => expect.poll(() => cell(visitor).inputValue()).toBe(words)))
    await cell(jeugdhulp).pressSequentially('komen samen')
    await untilWritten('komen samen')
    await cell(jeugdhulp).press('End')
    await cell(moeders).press('Home')
    await Promise.all([
      cell(jeugdhulp).pressSequentially(' bij de haven', { delay: 20 }),
      cell(moeders).pressSequentially('Veel ouders ', { delay: 20 }),
    ])
    await untilWritten('Veel ouders komen samen bij de haven')
    for (const { page } of everybody()) expect(await page.locator('.hs-offered').count()).toBe(0)
  })

  test('a reload and a server that is killed and started again lose nothing', async () => {
    const before = await snapshot()
    await house.server.restart('SIGKILL')
    expect(await snapshot()).toEqual(before)
    await Promise.all(everybody().map(({ page }) => page.reload().then(() => untilKept(page))))
    await untilSeen(everybody(), IDEAS, 'Zonder naam, tenzij iemand dat wil.')
    await untilEqual(everybody())
    await writeIn(moeders.page, IDEAS, 0, 'Ook na de storing.')
    await untilSeen(everybody(), IDEAS, 'Ook na de storing.')
  })

  test('words written without a connection are kept, also when one goes to another screen meanwhile', async () => {
    const { page, context } = jeugdhulp
    await textOf(page, IDEAS)
    await context.setOffline(true)
    await writeIn(page, IDEAS, 1, 'Geschreven zonder verbinding.')
    await page.getByRole('link', { name: 'Naar het begin' }).first().click()
    await page.getByRole('heading', { name: 'Schrijf samen aan één overeenkomst' }).waitFor()
    await context.setOffline(false)
    await article(gemeente.page, IDEAS).getByText('Geschreven zonder verbinding.').first().waitFor()
    await page.goto(address)
    await untilKept(page)
    await untilSeen(everybody(), IDEAS, 'Geschreven zonder verbinding.')
  })

  test('the Word file opens in another office program with every word and every cell', async () => {
    await untilKept(moeders.page)
    const download = await takeAlong(gemeente.page, 'Word-bestand')
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

declare global {
  interface Window {
    changesTold: string[]
  }
}

/** Runs in the page: of each change of the sentence about what is kept, whether it is held back from who listens (`aria-busy`). */
function noteChangesTold(): void {
  const told = document.querySelector('.hs-bar [role=status]')
  window.changesTold = []
  if (!told) return
  new MutationObserver(() =>
    window.changesTold.push(told.getAttribute('aria-busy') === 'true' ? 'held back' : told.textContent),
  ).observe(told, { subtree: true, childList: true, characterData: true })
}
