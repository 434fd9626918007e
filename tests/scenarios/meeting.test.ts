import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { expectToFit } from '../support/fit.ts'
import { agreementIdOf, cookieHeader, type House, meet, openHouse, PARTIES } from '../support/house.ts'
import { article, chooseFromMore, linkFor, writeIn } from '../support/on-screen.ts'
import { post } from '../support/test-server.ts'

const [, PROVIDER, ORGANISATION] = PARTIES
const PRINCIPLES = 'Artikel 3 Zo werken wij samen'
const SCAN = 'Artikel 4 De drempels waar wij aan werken'

let house: House
let address: string
/** Leads, at the screen on the wall. */
let anneke: Visitor
/** On a laptop, and on an old phone. */
let bram: Visitor
let fatima: Visitor
/** Speaks for the municipality, by a Cookie header. */
let municipality: string

beforeAll(async () => {
  house = await openHouse()
  anneke = await house.visit({ screen: 'projector' })
  bram = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  address = await meet('Samen in Oost', [
    { visitor: anneke, name: 'Anneke' },
    { visitor: bram, name: 'Bram', party: PROVIDER },
    { visitor: fatima, name: 'Fatima', party: ORGANISATION },
  ])
  municipality = await house.server.joinAs(await linkFor(anneke, PARTIES[0]), 'Carla')
})
afterAll(() => house?.stop())

const at = (word: string) => `/agreements/${agreementIdOf(address)}/${word}`
const line = (page: Page) => page.locator('.hs-meeting-line')
const large = (page: Page) => page.getByRole('region', { name: 'Tekst van dit artikel' })
const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const untilShown = (page: Page, name: RegExp) =>
  large(page).getByRole('heading', { level: 2, name }).waitFor()

/** Goes on to an article on the screen for the wall, by the button in the hand. */
async function goOnTo(page: Page, name: RegExp, key = 'ArrowRight'): Promise<void> {
  await page.keyboard.press(key)
  await untilShown(page, name)
}

/** Where an article begins on the screen. */
const topOf = (page: Page, name: string) =>
  article(page, name).evaluate((element) => element.getBoundingClientRect().top)
/** The id of an article on the paper. */
const placeOf = async (page: Page, name: string) =>
  (await article(page, name).getAttribute('data-place')) ?? ''
const scrollOf = (page: Page) => page.evaluate(() => scrollY)

describe('the screen for the wall', () => {
  test('shows one article, large, with its question, and goes on by key, by button and by choice', async () => {
    const { page } = anneke
    await page.goto(at('scherm'))
    await untilShown(page, /Partijen/)
    await page.getByText('Iedereen kan dit artikel nu volgen.').waitFor()
    await page.getByRole('button', { name: /Artikel$/ }).click()
    await page.getByRole('option', { name: '1. Wat de woorden betekenen' }).click()
    await untilShown(page, /^Artikel 1/)
    await step(page, 'Volgend artikel').click()
    await untilShown(page, /^Artikel 2/)
    await page.getByRole('heading', { name: 'Om samen te bespreken' }).waitFor()
    const words = large(page).locator('p').first()
    const size = await words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(size, '24 pt in px').toBeGreaterThanOrEqual(32)
    await step(page, 'Vorig artikel').click()
    await untilShown(page, /^Artikel 1/)
    await page.locator('body').click({ position: { x: 5, y: 5 } })
    await goOnTo(page, /^Artikel 2/)
    await goOnTo(page, /^Artikel 3/)
  })

  test('follows what is written in the article', async () => {
    await writeIn(bram.page, PRINCIPLES, 0, 'Wij bellen elkaar op vrijdag.')
    await large(anneke.page).getByText('Wij bellen elkaar op vrijdag.').waitFor()
  })

  test('has nothing that axe finds, and nothing sticks out, at 360, 1280 and 1920 px', async () => {
    const { page } = anneke
    for (const screen of ['phone', 'laptop', 'projector'] as const) {
      await page.setViewportSize(SCREENS[screen])
      await expectToFit(page)
      await expectAccessible(page)
    }
  })
})

/** Runs in the page: tables that come near the screen get their fields, and no place moves after that. */
async function untilStill(): Promise<void> {
  const look = () => `${document.documentElement.scrollHeight} ${scrollY}`
  for (let [before, same] = [look(), 0]; same < 30; before = look()) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    same = look() === before ? same + 1 : 0
  }
}

describe('whoever is on the paper', () => {
  test('reads who shows what, and is not moved', async () => {
    for (const { page } of [bram, fatima]) {
      await line(page).getByText('Anneke laat artikel 3 zien.').waitFor()
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    }
    await goOnTo(anneke.page, /^Artikel 4/)
    for (const { page } of [bram, fatima]) {
      await line(page).getByText('Anneke laat artikel 4 zien.').waitFor()
      expect(await scrollOf(page)).toBe(0)
      await expectAccessible(page, ['.hs-work__middle'])
    }
  })

  test('keeps the text in view on a phone: the line has its two buttons beside each other', async () => {
    const { page } = fatima
    await line(page).getByRole('button', { name: 'Volg mee' }).click()
    await line(page).getByRole('button', { name: 'Volg niet meer' }).waitFor()
    const tops = await line(page)
      .locator('.hs-button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    expect(tops).toHaveLength(2)
    expect(tops[1]).toBe(tops[0])
    await line(page).getByRole('button', { name: 'Volg niet meer' }).click()
    await line(page).getByRole('button', { name: 'Volg mee' }).waitFor()
  })

  test('goes along by choice, is scrolled only to what is out of view, and is told whom they follow', async () => {
    const { page } = bram
    await line(page).getByRole('button', { name: 'Volg mee' }).click()
    await line(page).getByText('U volgt Anneke: artikel 4.').waitFor()
    await expect.poll(() => topOf(page, SCAN)).toBeLessThan(300)
    await goOnTo(anneke.page, /^Artikel 3/, 'ArrowLeft')
    await line(page).getByText('U volgt Anneke: artikel 3.').waitFor()
    await expect.poll(() => topOf(page, PRINCIPLES)).toBeLessThan(300)
    // On a high screen the next one can be read where it is.
    await page.setViewportSize({ width: 1280, height: 1600 })
    await page.evaluate(untilStill)
    const before = await topOf(page, SCAN)
    await goOnTo(anneke.page, /^Artikel 4/)
    await line(page).getByText('U volgt Anneke: artikel 4.').waitFor()
    expect(await topOf(page, SCAN)).toBe(before)
    await page.setViewportSize(SCREENS.laptop)
  })

  test('lets go at the first scroll of their own, and is not moved any more', async () => {
    const { page } = bram
    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, -4000)
    await line(page).getByText('Anneke laat artikel 4 zien. U volgt niet meer.').waitFor()
    await goOnTo(anneke.page, /^Artikel 5/)
    await line(page).getByText('Anneke laat artikel 5 zien.').waitFor()
    expect(await topOf(page, SCAN)).toBeGreaterThan(800)
  })

  test('ends following with Escape', async () => {
    const { page } = bram
    await line(page).getByRole('button', { name: 'Volg mee' }).click()
    await line(page).getByText('U volgt Anneke: artikel 5.').waitFor()
    await page.keyboard.press('Escape')
    await line(page).getByText('U volgt niet meer.').waitFor()
  })
})

describe('another screen on the wall', () => {
  test('goes along with who leads, until somebody at it chooses; nobody else can show anything from it', async () => {
    const wall = await house.visit({ screen: 'projector' })
    const cookies = await fatima.context.cookies()
    await wall.context.addCookies(cookies)
    await wall.page.goto(`${house.server.url}${at('scherm')}`)
    await untilShown(wall.page, /^Artikel 5/)
    await goOnTo(anneke.page, /^Artikel 6/)
    await untilShown(wall.page, /^Artikel 6/)
    expect(await step(wall.page, 'Laat aan iedereen zien').count()).toBe(0)
    await step(wall.page, 'Vorig artikel').click()
    await untilShown(wall.page, /^Artikel 5/)
    await wall.page.getByText('Anneke laat artikel 6 zien.').waitFor()
    await step(wall.page, 'Volg mee').click()
    await untilShown(wall.page, /^Artikel 6/)
    wall.expectNoComplaints()
    await wall.close()
  })
})

test('who leads shows articles from the paper too; their screen on the wall goes along with it', async () => {
  const { page } = anneke
  const paper = await anneke.context.newPage()
  await paper.goto(address)
  const row = paper
    .getByRole('navigation', { name: 'Artikelen' })
    .getByRole('button', { name: '3 Zo werken wij samen' })
  await row.click()
  await expect.poll(() => row.getAttribute('aria-current')).toBe('location')
  await chooseFromMore(paper, 'Laat dit artikel aan iedereen zien')
  await paper.getByText('U laat artikel 3 zien.').waitFor()
  await page.getByText('Dit scherm gaat mee met uw andere scherm: artikel 3.').waitFor()
  await step(paper, 'Volgend artikel').click()
  await untilShown(page, /^Artikel 4/)
  await line(bram.page).getByText('Anneke laat artikel 4 zien.').waitFor()
  await step(paper, 'Stop met laten zien').click()
  await line(bram.page).waitFor({ state: 'detached' })
  await paper.close()
})

describe('the card on a telephone', () => {
  const card = (page: Page) => page.locator('.hs-card')
  const onCard = (page: Page, name: RegExp) => card(page).getByRole('heading', { level: 2, name }).waitFor()

  test('opens from the line and shows the article that is shown, with its explanation', async () => {
    await anneke.page.goto('about:blank')
    await anneke.page.goto(`${at('scherm')}#${await placeOf(bram.page, PRINCIPLES)}`)
    await untilShown(anneke.page, /^Artikel 3/)
    const { page } = fatima
    await line(page).getByRole('link', { name: 'In de bijeenkomst' }).click()
    await onCard(page, /^artikel 3/i)
    await card(page).getByText('U volgt Anneke: artikel 3.').waitFor()
    await card(page).getByText('Om samen te bespreken:').waitFor()
    await expectToFit(page)
    await expectAccessible(page)
  })

  test('says without a name that somebody does not understand it; the wall shows how many, quietly', async () => {
    const { page } = fatima
    await bram.page.goto(at('bijeenkomst'))
    await onCard(bram.page, /^artikel 3/i)
    await step(page, 'Ik snap dit niet').click()
    await card(page).getByText('Wij tellen u mee. Niemand ziet dat u het bent.').waitFor()
    await anneke.page.getByText('1 persoon vraagt uitleg').waitFor()
    await step(bram.page, 'Ik snap dit niet').click()
    await anneke.page.getByText('2 mensen vragen uitleg').waitFor()
    await step(bram.page, 'Ik snap het nu wel').click()
    await anneke.page.getByText('1 persoon vraagt uitleg').waitFor()
    await expectAccessible(anneke.page)
  })

  test('sends a comment on the article to all parties', async () => {
    const { page } = fatima
    await step(page, 'Opmerking maken').click()
    await page.getByLabel('Uw opmerking bij dit artikel').fill('Wie bedoelt u met partijen?')
    await expectAccessible(page)
    await step(page, 'Plaats').click()
    await card(page).getByText('Uw opmerking staat erbij.').waitFor()
    const url = `${house.server.url}/api/v1/agreements/${agreementIdOf(address)}/comments`
    const kept = await fetch(url, { headers: { cookie: await cookieHeader(bram) } })
    const { threads } = await kept.json()
    expect(threads.at(-1)).toMatchObject({
      circle: 'everyone',
      anchor: { kind: 'article' },
      comments: [{ text: 'Wie bedoelt u met partijen?', author: { name: 'Fatima' } }],
    })
  })

  test('goes along when who leads goes on, and what was not understood there is counted anew', async () => {
    await goOnTo(anneke.page, /^Artikel 4/)
    await onCard(bram.page, /^artikel 4/i)
    await goOnTo(anneke.page, /^Artikel 3/, 'ArrowLeft')
    await onCard(bram.page, /^artikel 3/i)
    await expect.poll(() => step(bram.page, 'Ik snap dit niet').count()).toBe(1)
    await expect.poll(() => anneke.page.getByText(/vraagt uitleg/).count()).toBe(0)
  })

  test('stays with what one reads once one goes one’s own way, and offers to go along again', async () => {
    const { page } = bram
    await step(page, 'Volgend artikel').click()
    await onCard(page, /^artikel 4/i)
    await goOnTo(anneke.page, /^Artikel 2/, 'ArrowLeft')
    await card(page).getByText('Anneke laat artikel 2 zien.').waitFor()
    await onCard(page, /^artikel 4/i)
    await step(page, 'Volg mee').click()
    await onCard(page, /^artikel 2/i)
  })
})

describe('the end of the meeting', () => {
  const api = (path: string) => `${house.server.url}/api/v1/agreements/${agreementIdOf(address)}${path}`

  test('stands on one page: decided, open with reasons, who does what by when; also on paper and on a wall', async () => {
    await anneke.page.goto(address)
    await anneke.page.getByText('Alles bewaard.').first().waitFor()
    const [bramIs, fatimaIs] = [await cookieHeader(bram), await cookieHeader(fatima)]
    const principles = await placeOf(anneke.page, PRINCIPLES)
    const scan = await placeOf(anneke.page, SCAN)
    for (const cookie of [municipality, bramIs, fatimaIs]) await say(cookie, principles, 'agreed', '')
    await say(bramIs, scan, 'objection', 'Wij kunnen dit niet betalen.')
    const point = { sectionId: scan, text: 'Vraag de wethouder naar geld.', due: '2027-03-01' }
    await post(api('/open-points'), { id: crypto.randomUUID(), ...point }, { cookie: fatimaIs })
    const { page } = anneke
    await page.goto(at('afronding'))
    const part = (name: string) => page.locator('.hs-wrap-up__part').filter({ hasText: name })
    await part('Besloten').getByText('artikel 3, Zo werken wij samen').waitFor()
    await part('Nog open').getByText('Wij kunnen dit niet betalen.').waitFor()
    const row = page.getByRole('row', { name: /Vraag de wethouder naar geld/ })
    expect(await row.textContent()).toMatch(/nog niemand.*1 maart 2027/)
    for (const screen of ['phone', 'laptop', 'projector'] as const) {
      await page.setViewportSize(SCREENS[screen])
      await expectToFit(page)
      await expectAccessible(page)
    }
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
    expect(await row.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  test('follows what is decided meanwhile', async () => {
    await bram.page.goto(address)
    const scan = await placeOf(bram.page, SCAN)
    await say(await cookieHeader(bram), scan, 'agreed', '')
    await anneke.page.getByText('Wij kunnen dit niet betalen.').waitFor({ state: 'detached' })
    await anneke.page.getByText(/De Vuurboei.*De drempels waar wij aan werken.*akkoord/).waitFor()
  })

  /** Gives the word of the own party on an article as it stands now. */
  async function say(cookie: string, articleId: string, state: string, reason: string): Promise<void> {
    const [{ articles }, { you }] = await Promise.all(
      ['/consents', '/participants'].map(async (path) =>
        (await fetch(api(path), { headers: { cookie } })).json(),
      ),
    )
    const { hash } = articles.find(({ id }: { id: string }) => id === articleId)
    const body = { id: crypto.randomUUID(), articleId, partyId: you.partyId, state, reason, hash }
    expect((await post(api('/consents'), body, { cookie })).status).toBe(200)
  }
})

test('no browser complained', () => {
  for (const visitor of [anneke, bram, fatima]) visitor.expectNoComplaints()
})
