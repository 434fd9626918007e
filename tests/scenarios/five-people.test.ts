import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { copiesOnDevice } from '../support/device.ts'
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
import { article, caretAtEndOf, textOf, untilKept, writeIn } from '../support/on-screen.ts'
import { type SlowLine, slowLine } from '../support/slow-line.ts'
import { post } from '../support/test-server.ts'

/**
 * One evening of five people of three parties, on a wall, two laptops and two telephones, in the order in which it goes: each test begins where
 * the one before it ended.
 */

const LONG = 180_000
const PATIENCE = 30_000
const [MUNICIPALITY, PROVIDER, ORGANISATION] = PARTIES
const ARTICLE = /^artikel 3/i
const PROPOSED = 'Besluiten nemen wij samen.'
/** Typed by the municipality over a slow line, in the minute in which the text is fixed. */
const TOO_LATE = 'Ook op maandag.'

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
let lineOfCarla: SlowLine

beforeAll(async () => {
  house = await openHouse()
  anneke = await house.visit({ screen: 'projector' })
  carla = await house.visit()
  bram = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  yusuf = await house.visit({ screen: 'phone' })
  for (const { page } of [anneke, carla, bram, fatima, yusuf]) page.setDefaultTimeout(PATIENCE)
  lineOfCarla = await slowLine(carla)
  address = await meet('Samen in Oost', [
    { visitor: anneke, name: 'Anneke' },
    { visitor: carla, name: 'Carla', party: MUNICIPALITY },
    { visitor: bram, name: 'Bram', party: PROVIDER },
    { visitor: fatima, name: 'Fatima', party: ORGANISATION },
    { visitor: yusuf, name: 'Yusuf', party: ORGANISATION },
  ])
  await agreeBefore()
}, LONG)
afterAll(async () => {
  await house?.stop()
})

/** The evenings before this one: the parties agree with everything but the article of tonight. */
async function agreeBefore(): Promise<void> {
  const consents = `${house.server.url}/api/v1/agreements/${agreementIdOf(address)}/consents`
  const { parties } = await keptBy(house, address, anneke)
  const tonight = await idOfArticle()
  for (const [visitor, name] of [
    [carla, MUNICIPALITY],
    [bram, PROVIDER],
    [fatima, ORGANISATION],
  ] as const) {
    const headers = { cookie: await cookieHeader(visitor) }
    const partyId = parties.find((party) => party.name === name)?.id
    const { articles } = await (await fetch(consents, { headers })).json()
    for (const { id: articleId, hash } of articles) {
      if (articleId === tonight) continue
      const said = { id: crypto.randomUUID(), articleId, partyId, state: 'agreed', hash }
      expect((await post(consents, said, headers)).status).toBe(200)
    }
  }
}

const idOfArticle = async () => (await article(anneke.page, PRINCIPLES).getAttribute('data-place')) ?? ''
const at = (word: string) => `/agreements/${agreementIdOf(address)}/${word}`
const press = (around: Page | ReturnType<Page['locator']>, name: string) =>
  around.getByRole('button', { name, exact: true }).click()
/** The buttons at a proposal are told apart by what is proposed. */
const pressAbout = (around: ReturnType<Page['locator']>, act: string) =>
  around.getByRole('button', { name: new RegExp(`^${act}: `) }).click()
const card = (page: Page) => page.locator('.hs-card')
const wall = () => anneke.page.getByRole('complementary', { name: 'Bij dit artikel' })
const proposals = (page: Page) => page.locator('.hs-proposals')
const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
/** The akkoord under the article, on the paper. */
const block = (page: Page) => article(page, PRINCIPLES).locator('.hs-akkoord')

async function toArticle(page: Page): Promise<void> {
  await article(page, PRINCIPLES).scrollIntoViewIfNeeded()
  await block(page).scrollIntoViewIfNeeded()
}

test('who leads shows an article on the wall; the phones get it as a card, a laptop goes along on the paper', {
  timeout: LONG,
}, async () => {
  await anneke.page.goto(`${at('scherm')}#${await idOfArticle()}`)
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

test('words are proposed on a phone, from the card; they are talked about, and another party accepts them', {
  timeout: LONG,
}, async () => {
  await card(yusuf.page).getByRole('link', { name: 'Voorstel doen in de tekst' }).click()
  await yusuf.page.getByText('Kies een plek in de tekst en typ uw voorstel.').waitFor()
  await caretAtEndOf(await textOf(yusuf.page, PRINCIPLES), 0)
  await yusuf.page.keyboard.type(` ${PROPOSED}`, { delay: 5 })
  await untilKept(yusuf.page)

  await openTab(bram.page, 'Voorstellen')
  await proposals(bram.page).getByText('Yusuf, Moeders van de Haven').waitFor()
  expect(await card(fatima.page).textContent()).not.toContain(PROPOSED)
  await pressAbout(proposals(bram.page), 'Bespreken')
  await bram.page.locator('.hs-comments__new textarea').fill('Ook over geld?')
  await press(bram.page, 'Plaats opmerking')

  await article(yusuf.page, PRINCIPLES).getByRole('button', { name: '1 voorstel' }).click()
  await pressAbout(proposals(yusuf.page), '1 reactie')
  const thread = yusuf.page.getByRole('dialog').getByRole('article').filter({ hasText: 'Ook over geld?' })
  await press(thread, 'Antwoord')
  await thread.getByLabel('Uw antwoord').fill('Ja, juist over geld.')
  await expectAccessible(yusuf.page)
  await press(thread, 'Plaats antwoord')

  await bram.page.getByText('Ja, juist over geld.').waitFor()
  await openTab(bram.page, 'Voorstellen')
  await proposals(bram.page).getByText('2 reacties').waitFor()
  await pressAbout(proposals(bram.page), 'Aannemen')
  await card(fatima.page).getByText(PROPOSED).waitFor()
  await anneke.page.getByRole('region', { name: 'Tekst van dit artikel' }).getByText(PROPOSED).waitFor()
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
  await expectAccessible(anneke.page)
  // Her colleague is of the same party and does not speak for it.
  await yusuf.page.goto(at('bijeenkomst'))
  await card(yusuf.page).getByText('2 van 3 partijen akkoord').waitFor()
  expect(
    await card(yusuf.page)
      .getByRole('group', { name: /^Uw antwoord/ })
      .count(),
  ).toBe(0)
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

test('who leads fixes the text; what another typed at that moment is refused, and is offered back', {
  timeout: LONG,
}, async () => {
  lineOfCarla.hold()
  await writeIn(carla.page, PRINCIPLES, 0, TOO_LATE)
  await anneke.page.goto(at('akkoord'))
  await anneke.page.getByText('Alle partijen zijn het overal over eens').waitFor()
  await press(anneke.page, 'Stel de tekst vast')
  await press(anneke.page, 'Ja, stel de tekst vast')
  await anneke.page.getByRole('heading', { name: 'Vastgesteld: Versie 1' }).waitFor()
  const fixed = 'De tekst is vastgesteld. U kunt alles lezen.'
  await bram.page.getByRole('region', { name: 'Melding' }).getByText(fixed).waitFor()
  await fatima.page.getByRole('main').getByText(fixed).waitFor()
  const answers = card(fatima.page).getByRole('group', { name: /^Uw antwoord/ })
  await expect.poll(() => answers.count()).toBe(0)
  lineOfCarla.letGo()
  await carla.page.getByText('Niet bewaard: de tekst is vastgesteld.').waitFor()
  // Who reads the sentence takes longer to reload than the device to write.
  await expect.poll(() => carla.page.evaluate(copiesOnDevice)).toMatchObject([{ refused: 'fixed' }])
  await carla.page.reload()
  await offered().getByText(TOO_LATE).waitFor()
  await carla.page.locator('.hs-bar').getByText('Alles bewaard.').waitFor()
  expect(JSON.stringify(await keptBy(house, address, bram))).not.toContain(TOO_LATE)
})

/** What Carla is offered back. */
const offered = () => carla.page.getByRole('region', { name: 'Uw woorden staan niet meer in de tekst' })

test('at the end one page says what was decided and what is open', { timeout: LONG }, async () => {
  await yusuf.page.goto(at('afronding'))
  const decided = yusuf.page.locator('.hs-wrap-up__part').filter({ hasText: 'Besloten' })
  await decided.getByText('artikel 3, Zo werken wij samen').first().waitFor()
  await decided.getByText('Aangenomen door Bram').waitFor()
  await expectAccessible(yusuf.page)
})

test('every party says that the text may open again; then each akkoord is to be looked at again, and the words that were refused go back in', {
  timeout: LONG,
}, async () => {
  await anneke.page.getByLabel('Waarom moet de tekst weer open?').fill('De maandag staat er niet in.')
  await press(anneke.page, 'Vraag het de partijen')
  for (const [{ page }, party] of [
    [bram, PROVIDER],
    [fatima, ORGANISATION],
    [carla, MUNICIPALITY],
  ] as const) {
    await anneke.page.getByRole('heading', { name: 'Weer openen' }).waitFor()
    await page.goto(at('akkoord'))
    await press(page, `De tekst mag open, namens ${party}`)
  }
  const cells = anneke.page.locator('.hs-grid__cell')
  await expect.poll(() => anneke.page.locator('.hs-grid__cell--changed').count()).toBe(await cells.count())
  await anneke.page.getByRole('heading', { name: 'Tekst vaststellen' }).waitFor()
  await carla.page.goto(address)
  await press(offered(), 'Zet terug')
  await untilKept(carla.page)
  await expect.poll(async () => JSON.stringify(await keptBy(house, address, bram))).toContain(TOO_LATE)
})

test('no browser complained', () => {
  for (const visitor of [anneke, carla, bram, fatima, yusuf]) visitor.expectNoComplaints()
})
