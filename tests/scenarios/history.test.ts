import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import {
  PRINCIPLES as ARTICLE,
  agreementIdOf,
  cookieHeader,
  type House,
  meet,
  openHouse,
} from '../support/house.ts'
import { article, caretAtEndOf, chooseFromMore, textOf, untilKept } from '../support/on-screen.ts'

const ADDED = ' Ook als het druk is, en juist dan.'

let house: House
let mark: Visitor
let samira: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse({ VISIT_GAP: '2' })
  mark = await house.visit()
  samira = await house.visit({ screen: 'phone' })
  const people = [
    { visitor: mark, name: 'Mark de Vries' },
    { visitor: samira, name: 'Samira Aziz' },
  ] as const
  address = await meet('Samen dichtbij', people)
})
afterAll(() => house?.stop())

const HISTORY = /\/api\/v1\/agreements\/[^/]+\/history/

/** Leaves the agreement, and waits until that visit is over by the server's own reckoning. */
async function endVisit(visitor: Visitor): Promise<void> {
  await visitor.page.goto('about:blank')
  const headers = { cookie: await cookieHeader(visitor) }
  const id = agreementIdOf(address)
  const lastVisit = async () => {
    const answer = await fetch(`${house.server.url}/api/v1/agreements/${id}/history`, { headers })
    return ((await answer.json()) as { lastVisit: string | null }).lastVisit
  }
  await expect.poll(lastVisit).not.toBeNull()
}

/** On a phone: brings the article to the top of the screen, so that it is the one in view. */
async function goToArticle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Artikelen' }).click()
  await page.locator('.hs-outline__row', { hasText: 'Zo werken wij samen' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^place-/)
}

/** The history of the article; on a busy machine the page may still move when the bar is pressed, and then another one is in view. */
async function openHistoryOfArticle(page: Page): Promise<void> {
  const here = page.getByRole('region', { name: 'Artikel 3, Zo werken wij samen' })
  const open = async () => {
    await goToArticle(page)
    await chooseFromMore(page, 'Geschiedenis')
    await page.getByRole('heading', { name: 'Overal sinds uw laatste bezoek' }).waitFor()
    if ((await here.count()) > 0) return true
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    return false
  }
  await expect.poll(open, { timeout: 120_000 }).toBe(true)
}

const firstClause = (page: Page) => article(page, ARTICLE).locator('.hs-prose > p').first()

/** Where every paragraph stands and how its lines break. */
const layoutOf = (page: Page) =>
  article(page, ARTICLE)
    .locator('.hs-prose > p')
    .evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        const { width, height } = paragraph.getBoundingClientRect()
        return [width, height]
      }),
    )

describe('somebody comes back after others wrote', () => {
  test('the list of articles says what was changed since, with the way to who changed it and when', async () => {
    const { page } = samira
    await endVisit(samira)
    const text = await textOf(mark.page, ARTICLE)
    await caretAtEndOf(text, 0)
    await mark.page.keyboard.type(ADDED)
    await untilKept(mark.page)

    await page.goto(address)
    await untilKept(page)
    await page.getByRole('button', { name: 'Artikelen' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Zo werken wij samen' })
    await row.getByText('Gewijzigd', { exact: true }).waitFor()
    expect(await page.getByText('Gewijzigd', { exact: true }).count()).toBe(1)
    await expectAccessible(page)
    await page.getByRole('button', { name: '1 plaats gewijzigd sinds uw laatste bezoek' }).click()
    const everywhere = page.getByRole('region', { name: 'Overal sinds uw laatste bezoek' })
    await everywhere.getByText(/Mark de Vries, vandaag/).waitFor()
    await everywhere.getByRole('button', { name: /^Artikel 3, Zo werken wij samen/ }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^place-/)
  })

  test('the history of the article in view says the same beside the text, and what oneself did is not new', async () => {
    const { page } = mark
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    const here = page.getByRole('region', { name: 'Artikel 3, Zo werken wij samen' })
    await here.getByText('Mark de Vries (u)').waitFor()
    await here.getByText(/^vandaag \d+\.\d\d$/).waitFor()
    expect(await page.getByText('Gewijzigd', { exact: true }).count()).toBe(0)
    await page.getByText('Dit is uw eerste bezoek.').waitFor()
    await expectAccessible(page)
  })
})

describe('who wrote what', () => {
  test('is shown in the text and beside it, with names, and not a letter moves', async () => {
    const { page } = samira
    await textOf(page, ARTICLE)
    await openHistoryOfArticle(page)
    const before = await layoutOf(page)
    await page.getByText('Toon in de tekst wie wat schreef').click()
    await page.getByText('MV Mark de Vries').waitFor()
    await expect.poll(() => article(page, ARTICLE).locator('.hs-wrote').allTextContents()).not.toEqual([])
    expect((await article(page, ARTICLE).locator('.hs-wrote').allTextContents()).join('')).toBe(ADDED)
    expect(await layoutOf(page)).toEqual(before)
    await page.getByText('Bekijk 1 stuk tekst').click()
    await expectAccessible(page)
    await page.getByRole('button', { name: `“${ADDED.trim()}”` }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role') ?? ''))
      .toBe('textbox')
    const start = article(page, ARTICLE).locator('.hs-wrote--start')
    expect(await start.getAttribute('data-initials')).toBe('MV')
    expect(await start.getAttribute('title')).toBe('Mark de Vries')
  })

  test('shows one’s own words as they are typed, and nothing any more when it is put off', async () => {
    const { page } = samira
    await (await textOf(page, ARTICLE)).press('Control+End')
    await page.keyboard.type(' Elke week.')
    const own = article(page, ARTICLE).locator('.hs-prose > p').last().locator('.hs-wrote')
    await expect.poll(async () => (await own.allTextContents()).join('')).toBe(' Elke week.')
    expect(await own.first().getAttribute('title')).toBe('Samira Aziz, Moeders van de Haven')
    await untilKept(page)
    await chooseFromMore(page, 'Verberg wie wat schreef')
    await expect.poll(() => page.locator('.hs-wrote').count()).toBe(0)
  })
})

describe('a text as it was', () => {
  test('is seen beside what came after, put back for everybody, and taken back again', async () => {
    const { page } = samira
    await openHistoryOfArticle(page)
    await page
      .getByRole('button', { name: /^Bekijk zoals het toen was: .*Mark de Vries$/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog', { name: 'Zo was het toen' })
    await dialog.locator('ins').waitFor()
    expect(await dialog.locator('ins').textContent()).toBe('[daarna toegevoegd:  Elke week.]')
    await dialog.getByRole('button', { name: 'Vóór deze wijziging' }).click()
    await expect.poll(() => dialog.locator('ins').allTextContents()).toHaveLength(2)
    await expectAccessible(page)
    await dialog.getByText('Toon wat daarna veranderde').click()
    expect(await dialog.locator('ins').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Zet deze tekst terug' }).click()

    for (const each of [page, mark.page]) {
      await expect.poll(() => firstClause(each).textContent()).not.toContain(ADDED.trim())
    }
    const notice = page
      .getByRole('region', { name: 'Melding' })
      .filter({ hasText: 'De tekst van toen staat er weer' })
    await expectAccessible(page)
    await notice.getByRole('button', { name: 'Ongedaan maken' }).click()
    for (const each of [page, mark.page]) {
      await expect.poll(() => firstClause(each).textContent()).toContain(ADDED.trim())
    }
    await expect.poll(() => notice.count()).toBe(0)
    await untilKept(page)
  })

  test('an article that nobody changed says so', async () => {
    const { page } = mark
    await article(page, 'Artikel 5 Hoe lang duurt de samenwerking?').click()
    await page
      .getByRole('region', { name: 'Artikel 5, Hoe lang duurt de samenwerking?' })
      .getByText('Aan dit artikel is nog niets veranderd.')
      .waitFor()
  })
})

test('a history that cannot be had says so, and comes when one tries again', async () => {
  const { page, context } = samira
  await page.goto('about:blank')
  await context.route(HISTORY, (route) => route.abort('failed'))
  await page.goto(address)
  await untilKept(page)
  await chooseFromMore(page, 'Geschiedenis')
  const again = page.getByRole('dialog').getByRole('button', { name: 'Probeer opnieuw' })
  await again.waitFor()
  await expectAccessible(page)
  await context.unroute(HISTORY)
  await again.click()
  await page.getByRole('heading', { name: 'Overal sinds uw laatste bezoek' }).waitFor()
})

test('no screen complained', () => {
  mark.expectNoComplaints()
  samira.expectNoComplaints(/\/history/, /ERR_FAILED/)
})
