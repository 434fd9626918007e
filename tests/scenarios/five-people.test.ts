import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { agreementIdOf, type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { article, untilKept, writeIn } from '../support/on-screen.ts'

/**
 * One evening of five people of three parties, on a wall, two laptops and two telephones, in the order in which it goes: each test begins where
 * the one before it ended.
 */

const LONG = 180_000
const PATIENCE = 30_000
const [MUNICIPALITY, PROVIDER, ORGANISATION] = PARTIES
const ARTICLE = /^artikel 3/i

let house: House
let address: string
/** Leads, at the screen on the wall. */
let anneke: Visitor
/** Speak for the municipality and the provider, on laptops. */
let carla: Visitor
let bram: Visitor
/** Speaks for the mothers, on an old phone; her colleague came later and does not. */
let fatima: Visitor
let yusuf: Visitor

beforeAll(async () => {
  house = await openHouse()
  anneke = await house.visit({ screen: 'projector' })
  carla = await house.visit()
  bram = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  yusuf = await house.visit({ screen: 'phone' })
  for (const { page } of [anneke, carla, bram, fatima, yusuf]) page.setDefaultTimeout(PATIENCE)
  address = await meet('Samen in Oost', [
    { visitor: anneke, name: 'Anneke' },
    { visitor: carla, name: 'Carla', party: MUNICIPALITY },
    { visitor: bram, name: 'Bram', party: PROVIDER },
    { visitor: fatima, name: 'Fatima', party: ORGANISATION },
    { visitor: yusuf, name: 'Yusuf', party: ORGANISATION },
  ])
}, LONG)
afterAll(async () => {
  await house?.stop()
})

const at = (word: string) => `/agreements/${agreementIdOf(address)}/${word}`
const press = (around: Page | ReturnType<Page['locator']>, name: string) =>
  around.getByRole('button', { name, exact: true }).click()
const card = (page: Page) => page.locator('.hs-card')
const wall = () => anneke.page.getByRole('complementary', { name: 'Bij dit artikel' })
/** The akkoord under the article, on the paper. */
const block = (page: Page) => article(page, PRINCIPLES).locator('.hs-akkoord')

async function toArticle(page: Page): Promise<void> {
  await article(page, PRINCIPLES).scrollIntoViewIfNeeded()
  await block(page).scrollIntoViewIfNeeded()
}

test('who leads shows an article on the wall; the phones get it as a card, a laptop goes along on the paper', {
  timeout: LONG,
}, async () => {
  const id = (await article(anneke.page, PRINCIPLES).getAttribute('data-place')) ?? ''
  await anneke.page.goto(`${at('scherm')}#${id}`)
  await anneke.page.getByText('Iedereen kan dit artikel nu volgen.').waitFor()
  for (const { page } of [fatima, yusuf]) {
    await page.getByRole('link', { name: 'In de bijeenkomst' }).click()
    await card(page).getByRole('heading', { level: 2, name: ARTICLE }).waitFor()
  }
  await press(carla.page, 'Volg mee')
  await carla.page.getByText('U volgt Anneke: artikel 3.').waitFor()
  await expect
    .poll(() => article(carla.page, PRINCIPLES).evaluate((it) => it.getBoundingClientRect().top))
    .toBeLessThan(300)
})

test('a comment comes from a phone, and that somebody does not understand it comes without a name', {
  timeout: LONG,
}, async () => {
  await press(yusuf.page, 'Ik snap dit niet')
  await wall().getByText('1 persoon vraagt uitleg').waitFor()
  await press(fatima.page, 'Opmerking maken')
  await fatima.page.getByLabel('Uw opmerking bij dit artikel').fill('Wat betekent gelijkwaardig hier?')
  await press(fatima.page, 'Plaats')
  await card(fatima.page).getByText('Uw opmerking staat erbij.').waitFor()
  await press(wall().locator('.hs-unclear-count'), 'Uitgelegd')
  await expect
    .poll(() =>
      wall()
        .getByText(/vraagt uitleg/)
        .count(),
    )
    .toBe(0)
})

test('two parties agree and one objects with a reason; the wall says so at once', {
  timeout: LONG,
}, async () => {
  await toArticle(carla.page)
  await press(block(carla.page), 'Akkoord')
  await press(card(fatima.page), 'Akkoord')
  await wall().getByText('2 van 3 partijen akkoord').waitFor()
  await toArticle(bram.page)
  await press(block(bram.page), 'Bezwaar')
  await block(bram.page).getByLabel('Wat is uw bezwaar?').fill('Er staat niet hoe wij elkaar bereiken.')
  await press(block(bram.page), 'Geef door')
  await wall().getByText('Er staat niet hoe wij elkaar bereiken.').waitFor()
  // Her colleague is of the same party and does not speak for it.
  expect(
    await card(yusuf.page)
      .getByRole('group', { name: /^Uw antwoord/ })
      .count(),
  ).toBe(0)
  await expectAccessible(anneke.page)
  await expectAccessible(fatima.page)
})

test('the words change, what was agreed falls back and shows them, and all agree again', {
  timeout: LONG,
}, async () => {
  await writeIn(bram.page, PRINCIPLES, 0, 'Wij bellen elkaar op vrijdag.')
  await untilKept(bram.page)
  await card(fatima.page).getByText('Gewijzigd sinds uw akkoord: 1 zin').waitFor()
  await card(fatima.page).getByText('Toon wat er veranderde').click()
  await card(fatima.page).locator('ins', { hasText: 'Wij bellen elkaar op vrijdag.' }).waitFor()
  await expectAccessible(fatima.page)
  await wall().getByText('0 van 3 partijen akkoord').waitFor()
  await press(card(fatima.page), 'Akkoord')
  await press(block(bram.page), 'Akkoord')
  await toArticle(carla.page)
  await press(block(carla.page), 'Akkoord')
  await wall().getByText('3 van 3 partijen akkoord').waitFor()
})

test('at the end one page says what was decided and what is open', { timeout: LONG }, async () => {
  await yusuf.page.goto(at('afronding'))
  const decided = yusuf.page.locator('.hs-wrap-up__part').filter({ hasText: 'Besloten' })
  await decided.getByText('artikel 3, Zo werken wij samen').waitFor()
  await expectAccessible(yusuf.page)
})

test('no browser complained', () => {
  for (const visitor of [anneke, carla, bram, fatima, yusuf]) visitor.expectNoComplaints()
})
