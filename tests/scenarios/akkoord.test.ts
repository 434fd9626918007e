import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { expectToFit } from '../support/fit.ts'
import { agreementIdOf, type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { article, untilKept, writeIn } from '../support/on-screen.ts'

const LONG = 180_000
const PATIENCE = 20_000

let house: House
/** Leads, on a laptop. */
let petra: Visitor
/** Speaks for the migrant organisation, on a phone. */
let fatima: Visitor
/** The same account as Petra, on the wall. */
let wall: Page
let id: string

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  for (const { page } of [petra, fatima]) page.setDefaultTimeout(PATIENCE)
  const address = await meet('Samen akkoord', [
    { visitor: petra, name: 'Petra' },
    { visitor: fatima, name: 'Fatima' },
  ])
  id = agreementIdOf(address)
  wall = await petra.context.newPage()
  wall.setDefaultTimeout(PATIENCE)
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(`/agreements/${id}/akkoord`)
}, LONG)
afterAll(async () => {
  await petra?.close()
  await fatima?.close()
  await house?.stop()
})

const ANSWER = /^Uw antwoord namens/
const MIGRANTS = PARTIES[2]
const block = (page: Page) => article(page, PRINCIPLES).locator('.hs-akkoord')
const choose = (page: Page, choice: string) =>
  block(page).getByRole('button', { name: choice, exact: true }).click()
/** What a party says of the article, on the wall. */
const onWall = () =>
  wall
    .getByRole('row', { name: /Zo werken wij samen/ })
    .getByRole('cell')
    .nth(2)

/** The article with its akkoord and what is around the paper; the rest of a long text has a check of its own. */
async function expectArticleAccessible(page: Page): Promise<void> {
  const here = await article(page, PRINCIPLES).getAttribute('data-place')
  await expectAccessible(page, [`[data-place]:not([data-place="${here}"])`, '.hs-sheet__title-page'])
}

async function toArticle({ page }: Visitor): Promise<void> {
  await article(page, PRINCIPLES).scrollIntoViewIfNeeded()
  await block(page).scrollIntoViewIfNeeded()
}

describe('the wall', () => {
  test('keeps the parties in sight above their columns down to the last article', async () => {
    await wall.getByRole('row').last().scrollIntoViewIfNeeded()
    for (const party of await wall.getByRole('columnheader').all())
      expect((await party.boundingBox())?.y).toBeCloseTo(0, 0)
    expect(await wall.getByRole('columnheader').count()).toBe(4)
    await wall.getByRole('row').first().scrollIntoViewIfNeeded()
  })
})

describe('a party on a phone', () => {
  test('agrees, and the wall and the paper of others show it at once', { timeout: LONG }, async () => {
    await toArticle(fatima)
    await choose(fatima.page, 'Akkoord')
    await block(fatima.page).getByText('1 van 3 partijen akkoord').waitFor()
    await expect.poll(() => onWall().textContent()).toContain('akkoord')
    await toArticle(petra)
    await block(petra.page).getByText('1 van 3 partijen akkoord').waitFor()
    expect(await block(petra.page).getByRole('group', { name: ANSWER }).count()).toBe(0)
  })

  test('sees in how many sentences, and with which words, the text changed since, and agrees again', {
    timeout: LONG,
  }, async () => {
    await writeIn(petra.page, PRINCIPLES, 0, 'Elke maandag om tien uur.')
    await untilKept(petra.page)
    await block(fatima.page).getByText('Gewijzigd sinds uw akkoord: 1 zin').waitFor()
    await expect.poll(() => onWall().textContent()).toContain('opnieuw')
    await block(fatima.page).getByText('Toon wat er veranderde').click()
    await block(fatima.page).locator('ins', { hasText: 'Elke maandag om tien uur.' }).waitFor()
    await expectArticleAccessible(fatima.page)
    await choose(fatima.page, 'Akkoord')
    await block(fatima.page).getByText('1 van 3 partijen akkoord').waitFor()
  })

  test('objects with a reason that all parties read', { timeout: LONG }, async () => {
    await choose(fatima.page, 'Bezwaar')
    await block(fatima.page).getByRole('button', { name: 'Geef door' }).click()
    await block(fatima.page).getByText('Schrijf in een zin op wat uw zorg of bezwaar is.').waitFor()
    // Who listens is at the complaint, and afterwards at what was chosen.
    await block(fatima.page).locator('textarea:focus').fill('Dat halen onze vrijwilligers niet.')
    await block(fatima.page).getByRole('button', { name: 'Geef door' }).click()
    await block(fatima.page).locator('button[aria-pressed="true"]:focus', { hasText: 'Bezwaar' }).waitFor()
    await expect.poll(() => onWall().textContent()).toContain('Dat halen onze vrijwilligers niet.')
    await block(petra.page).getByText('Dat halen onze vrijwilligers niet.').waitFor()
    await expectArticleAccessible(petra.page)
  })

  test('without a connection keeps what she says on the device, also over a new page, and it goes when there is one', {
    timeout: LONG,
  }, async () => {
    await fatima.context.setOffline(true)
    await choose(fatima.page, 'Akkoord')
    await block(fatima.page).getByText('Nog niet verzonden.').waitFor()
    await fatima.context.setOffline(false)
    await expect.poll(() => onWall().textContent(), { timeout: PATIENCE }).toContain('akkoord')
    await block(fatima.page).getByText('Nog niet verzonden.').waitFor({ state: 'detached' })
  })

  test('whose answer comes after the text changed has not given it, and is told', {
    timeout: LONG,
  }, async () => {
    await fatima.context.setOffline(true)
    await choose(fatima.page, 'Nog niet')
    await choose(fatima.page, 'Akkoord')
    await block(fatima.page).getByText('Nog niet verzonden.').waitFor()
    await writeIn(petra.page, PRINCIPLES, 0, 'En op dinsdag.')
    await untilKept(petra.page)
    await fatima.context.setOffline(false)
    await block(fatima.page).getByText('Niet doorgegeven: de tekst is intussen gewijzigd.').waitFor()
    await block(fatima.page).getByRole('button', { name: 'Begrepen' }).click()
    await expect.poll(() => onWall().textContent()).toContain('opnieuw')
  })
})

test('the grid says article and party with each answer, and is accessible on a wall and on a phone', {
  timeout: LONG,
}, async () => {
  const header = wall.getByRole('columnheader', { name: MIGRANTS })
  await header.waitFor()
  await expectAccessible(wall)
  const size = await onWall()
    .locator('.hs-grid__look')
    .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize))
  expect(size).toBeGreaterThanOrEqual(24 * (96 / 72))
  await fatima.page.goto(`/agreements/${id}/akkoord`)
  await fatima.page.getByRole('columnheader', { name: MIGRANTS }).waitFor()
  await expectAccessible(fatima.page)
  await expectToFit(fatima.page)
  // What somebody's objection is can be read, and the heading of an annex goes on under its number, where its words have room.
  const sizes = await fatima.page
    .locator('.hs-grid__reason, .hs-grid__count')
    .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  const annex = fatima.page.getByRole('link', { name: /^Bijlage 6/ })
  const lefts = await annex
    .locator('span')
    .evaluateAll((spans) => spans.map((each) => [...each.getClientRects()].at(-1)?.left))
  expect(lefts[1]).toBe(lefts[0])
  // Narrower than its columns the table scrolls by itself, and the page does not.
  await fatima.page.setViewportSize({ ...SCREENS.phone, width: 280 })
  await expectToFit(fatima.page)
  await fatima.page.setViewportSize(SCREENS.phone)
})

test('a long reason takes a few lines of the grid, and all of it is a press away; who listens has it whole', {
  timeout: LONG,
}, async () => {
  const reason =
    `Onze vrijwilligers halen dit niet. ${'Zij werken overdag en hebben kinderen. '.repeat(6)}`.trim()
  await fatima.page.goto(`/agreements/${id}`)
  await toArticle(fatima)
  await choose(fatima.page, 'Bezwaar')
  await block(fatima.page).locator('textarea').fill(reason)
  await block(fatima.page).getByRole('button', { name: 'Geef door' }).click()
  await expect.poll(() => onWall().textContent()).toContain(reason)
  await fatima.page.goto(`/agreements/${id}/akkoord`)
  const whose = `bezwaar van ${MIGRANTS}`
  for (const page of [wall, fatima.page]) {
    const row = page.getByRole('row', { name: /Zo werken wij samen/ })
    const all = row.getByRole('button', { name: `Lees alles: ${whose}` })
    await all.waitFor()
    const height = (await row.boundingBox())?.height ?? Number.POSITIVE_INFINITY
    expect(height).toBeLessThan((page.viewportSize()?.height ?? 0) / 2)
    await expectAccessible(page)
    await all.press('Enter')
    const whole = page.getByRole('dialog', { name: whose })
    await whole.getByText(reason).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await all.and(page.locator(':focus')).waitFor()
  }
})

test('who leads takes the word of a party from somebody and gives it back, and their page shows the choices accordingly at once', {
  timeout: LONG,
}, async () => {
  await fatima.page.goto(`/agreements/${id}`)
  await toArticle(fatima)
  await block(fatima.page).getByRole('group', { name: ANSWER }).waitFor()
  await petra.page.getByRole('button', { name: /\d+ (persoon|mensen)$/ }).click()
  await petra.page.getByRole('button', { name: 'Mensen beheren' }).click()
  const dialog = petra.page.getByRole('dialog', { name: 'Wie doet er mee' })
  await dialog.getByText('geeft het akkoord').waitFor()
  for (const state of ['detached', 'attached'] as const) {
    await dialog.getByRole('button', { name: 'Wijzig Fatima' }).click()
    await dialog.getByText('Geeft het akkoord namens deze partij').click()
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await block(fatima.page).getByRole('group', { name: ANSWER }).waitFor({ state })
    const byAnother = block(fatima.page).getByText(`Iemand anders geeft het akkoord namens ${MIGRANTS}.`)
    expect(await byAnother.isVisible()).toBe(state === 'detached')
  }
})

test('who leads fixes the text by a decision, the pages of others say so and take no words, and asks the parties to open it', {
  timeout: LONG,
}, async () => {
  await fatima.page.goto(`/agreements/${id}`)
  await toArticle(fatima)
  await wall.getByRole('button', { name: 'Stel de tekst vast' }).click()
  await wall.getByText('Schrijf op wat er besloten is.').waitFor()
  await wall.getByLabel('Wat is er besloten?').and(wall.locator(':focus')).waitFor()
  await wall.getByLabel('Wat is er besloten?').fill('De zorgaanbieder volgt later.')
  const fix = wall.getByRole('button', { name: 'Stel de tekst vast', exact: true })
  await fix.click()
  // It says what comes of it, and asks once more; who thinks again is at the button, with the decision still there.
  const sure = wall.getByRole('region', { name: 'Wilt u de tekst nu vaststellen?' })
  await sure.getByRole('heading').and(wall.locator(':focus')).waitFor()
  await sure.getByText('De zorgaanbieder volgt later.').waitFor()
  await expectAccessible(wall)
  await sure.getByRole('button', { name: 'Annuleren' }).click()
  await fix.and(wall.locator(':focus')).waitFor()
  expect(await wall.getByLabel('Wat is er besloten?').inputValue()).toBe('De zorgaanbieder volgt later.')
  await fix.press('Enter')
  await sure.getByRole('button', { name: 'Ja, stel de tekst vast' }).press('Enter')
  // The form went, and its button with it: who goes on by keyboard is where the result stands.
  await wall.getByRole('heading', { name: 'Vastgesteld: Versie 1' }).and(wall.locator(':focus')).waitFor()
  await fatima.page
    .getByRole('region', { name: 'Melding' })
    .getByText('De tekst is vastgesteld. U kunt alles lezen.')
    .waitFor()
  expect(await article(fatima.page, PRINCIPLES).getByRole('textbox').count()).toBe(0)
  expect(await block(fatima.page).getByRole('group', { name: ANSWER }).count()).toBe(0)
  await fatima.page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).click()
  const files = fatima.page.getByRole('dialog', { name: 'Meenemen' })
  await files.getByText('Dit kan nu niet. De tekst is vastgesteld').first().waitFor()
  expect(await files.getByRole('button', { name: /^Word-bestand/ }).allTextContents()).toHaveLength(2)
  await expectAccessible(fatima.page)
  await files.getByRole('button', { name: 'Sluiten' }).click()
  await wall.getByLabel('Waarom moet de tekst weer open?').fill('Een naam klopt niet.')
  await wall.getByRole('button', { name: 'Vraag het de partijen' }).click()
  await wall.getByText('Nog geen partij heeft geantwoord.').waitFor()
  await expectAccessible(wall)
  await fatima.page.goto(`/agreements/${id}/akkoord`)
  await fatima.page.getByRole('button', { name: `De tekst mag open, namens ${MIGRANTS}` }).click()
  await wall.getByText(`Eens: ${MIGRANTS}`).waitFor()
  await fatima.page.getByText('Uw partij heeft gezegd dat de tekst open mag.').waitFor()
  await expectAccessible(fatima.page)
})
