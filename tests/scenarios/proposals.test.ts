import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { PRINCIPLES as ARTICLE, type House, keptBy, meet, openHouse, PARTIES } from '../support/house.ts'
import { article, caretAtEndOf, chooseFromMore, textOf, untilKept, wordsOn } from '../support/on-screen.ts'

let house: House
let mark: Visitor
let samira: Visitor
let joris: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  mark = await house.visit()
  samira = await house.visit({ screen: 'phone' })
  joris = await house.visit()
  address = await meet('Samen dichtbij', [
    { visitor: mark, name: 'Mark de Vries' },
    { visitor: samira, name: 'Samira Aziz', party: PARTIES[2] },
    { visitor: joris, name: 'Joris Bakker', party: PARTIES[1] },
  ])
})
afterAll(() => house?.stop())

const firstClause = (page: Page) => article(page, ARTICLE).locator('.hs-prose > p').first()
const words = async (page: Page) => (await wordsOn(page)).join('\n')
const propose = (page: Page) => page.getByRole('button', { name: 'Voorstellen', exact: true })
const list = (page: Page) => page.locator('.hs-proposals')

/** Large enough for a thumb, also where not all tools fit beside each other. */
async function expectTargets(page: Page): Promise<void> {
  const sizes = await page
    .locator('.hs-tool:visible')
    .evaluateAll((tools) =>
      tools.map((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height)),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
}

async function openTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Voorstellen' }).click()
  await list(page).waitFor()
}

test('what somebody types and takes out on a phone as a proposal changes nothing until a person of another party accepts it; rejected it is as it was, and both have a way back', async () => {
  const text = await textOf(samira.page, ARTICLE)
  const before = await words(samira.page)
  await caretAtEndOf(text, 0)
  await expectTargets(samira.page)
  await propose(samira.page).click()
  await expectTargets(samira.page)
  await samira.page.keyboard.type(' Ook in de vakantie.')
  for (let letters = 0; letters < 3; letters += 1) await samira.page.keyboard.press('Backspace')
  await samira.page.keyboard.type('ies.')
  await untilKept(samira.page)
  const proposed = firstClause(joris.page).locator('ins')
  await expect.poll(async () => (await proposed.allTextContents()).join('')).toBe(' Ook in de vakanties.')
  const kept = async () => JSON.stringify((await keptBy(house, address, mark)).articles)
  await expect.poll(kept).toContain('insertion')

  await samira.page.keyboard.press('Enter')
  const dialog = samira.page.getByRole('dialog', { name: 'Nieuwe alinea voorstellen' })
  await dialog.getByRole('textbox').fill('Wij vieren wat lukt.')
  await expectAccessible(samira.page)
  await dialog.getByRole('button', { name: 'Voorstellen' }).click()
  await dialog.waitFor({ state: 'detached' })
  await text.press('Shift+ArrowLeft')
  await text.press('Control+b')
  await expect.poll(() => samira.page.locator('.hs-toolbar-said').textContent()).toContain('Vet')

  await article(joris.page, ARTICLE).getByRole('button', { name: '2 voorstellen' }).click()
  await expect
    .poll(() => list(joris.page).last().textContent())
    .toContain('Samira Aziz, Moeders van de Haven')
  await joris.page.keyboard.press('Escape')
  await openTab(joris.page)
  const items = list(joris.page).locator('.hs-proposal')
  await expect.poll(() => items.count()).toBe(2)
  await expectAccessible(joris.page)
  await items.first().getByRole('button', { name: 'Bespreken' }).click()
  await joris.page.locator('.hs-comments__new textarea').fill('Waarom ook dan?')
  await joris.page.getByRole('button', { name: 'Plaats opmerking' }).click()
  await openTab(joris.page)
  await expect.poll(() => items.first().textContent()).toContain('1 reactie')
  await items.first().getByRole('button', { name: 'Aannemen' }).click()
  await expect.poll(() => proposed.count()).toBe(0)
  await expect.poll(() => words(joris.page)).toContain('Ook in de vakanties.')
  const accept = list(joris.page).getByRole('button', { name: /^Aannemen: / })
  await expect.poll(() => accept.count()).toBe(1)
  // Who decides by keyboard goes on at the next, and at what is said after the last.
  const focused = list(joris.page).locator(':focus')
  await expect.poll(() => items.first().locator(':focus').count()).toBe(1)
  await accept.click()
  await expect.poll(() => focused.getAttribute('role')).toBe('status')
  await expect.poll(() => focused.textContent()).toMatch(/^(Aangenomen|Afgewezen)\.$/)
  await expect.poll(() => article(samira.page, ARTICLE).textContent()).toContain('Wij vieren wat lukt.')

  await list(joris.page).getByText('Aangenomen (2)').click()
  await list(joris.page).getByRole('button', { name: 'Weer open maken' }).last().click()
  await expect.poll(() => proposed.count()).toBeGreaterThan(0)
  await list(joris.page)
    .getByRole('button', { name: /^Afwijzen: / })
    .click()
  await expect.poll(() => words(samira.page)).not.toContain('Ook in de vakanties.')
  expect((await words(samira.page)).replace('Wij vieren wat lukt.\n', '')).toBe(before)

  for (const visitor of [mark, samira, joris]) visitor.expectNoComplaints()
}, 240_000)

test('who leads chooses that taking out a paragraph of another becomes a proposal, and then it does', async () => {
  await openTab(mark.page)
  await list(mark.page).getByText('Een alinea van een ander weghalen wordt vanzelf een voorstel').click()
  const text = await textOf(joris.page, ARTICLE)
  await caretAtEndOf(text, 1)
  const paragraph = article(joris.page, ARTICLE).locator('.hs-prose > p').nth(1)
  await expect.poll(() => paragraph.textContent()).toContain('Wij vieren wat lukt.')
  await joris.page.keyboard.press('Home')
  await joris.page.keyboard.type('Samen: ')
  await untilKept(joris.page)
  const marks = await textOf(mark.page, ARTICLE)
  await caretAtEndOf(marks, 1)
  await mark.page.keyboard.press('Shift+Home')
  await mark.page.keyboard.press('Backspace')
  await expect.poll(() => list(mark.page).textContent()).toContain('Alinea weglaten')
  await expect.poll(() => paragraph.textContent()).toContain('Wij vieren wat lukt.')
  await expectAccessible(mark.page)
}, 240_000)

test('on a phone undo and redo are seen without a swipe, and the menu has the list of proposals, and the way to begin and to end proposing', async () => {
  const { page } = samira
  await caretAtEndOf(await textOf(page, ARTICLE), 0)
  if ((await propose(page).getAttribute('aria-pressed')) === 'true') await propose(page).click()
  for (const name of ['Ongedaan maken', 'Opnieuw doen']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox()
    expect((box?.x ?? Number.POSITIVE_INFINITY) + (box?.width ?? 0)).toBeLessThanOrEqual(SCREENS.phone.width)
  }
  await chooseFromMore(page, 'Voorstellen doen')
  await expect.poll(() => propose(page).getAttribute('aria-pressed')).toBe('true')
  await chooseFromMore(page, 'Weer gewoon schrijven')
  await expect.poll(() => propose(page).getAttribute('aria-pressed')).toBe('false')
  await chooseFromMore(page, 'Voorstellen doen')
  await expect.poll(() => propose(page).getAttribute('aria-pressed')).toBe('true')
  await chooseFromMore(page, 'Voorstellen bekijken (1)')
  const sheet = page.getByRole('dialog', { name: 'Voorstellen' })
  await sheet.getByText('Afgewezen (').waitFor()
  await sheet.getByRole('button', { name: 'Sluiten' }).click()
}, 240_000)

const DEFINITIONS = 'Artikel 1 Wat de woorden betekenen'

test('on a phone somebody proposes a row, another meaning and that a row goes; nothing of it stands there until another party accepts it', async () => {
  const { page } = samira
  const rows = (each: Page) => article(each, DEFINITIONS).locator('[data-list="definitions"]')
  const terms = async () => (await keptBy(house, address, mark)).definitions.map(({ term }) => term)
  const before = await terms()
  const menuOf = async (row: number, choice: string) => {
    await rows(page)
      .getByRole('button', { name: `Acties voor rij ${row}` })
      .click()
    await page.getByRole('menuitem', { name: choice }).click()
  }
  await article(page, DEFINITIONS).scrollIntoViewIfNeeded()
  await rows(page).getByRole('button', { name: 'Voorstellen: begrip toevoegen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nieuwe rij voorstellen' })
  await dialog.getByRole('textbox').first().fill('Sleutelpersoon')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Voorstellen' }).click()
  const said = page.locator('.hs-toolbar-said')
  await said.getByText('Uw voorstel staat in de lijst.').waitFor()
  expect(await page.getByText('Uw voorstel staat in de lijst.').count()).toBe(1)
  await menuOf(1, 'Andere gegevens voorstellen')
  await page.getByRole('dialog').getByRole('textbox').last().fill('Wie het mag beslissen.')
  await page.getByRole('dialog').getByRole('button', { name: 'Voorstellen' }).click()
  await menuOf(2, 'Voorstellen deze rij weg te laten')

  const open = article(joris.page, DEFINITIONS).getByRole('button', { name: '3 voorstellen' })
  await open.click()
  expect(await terms()).toEqual(before)
  const sheet = joris.page.getByRole('dialog', { name: 'Voorstellen' })
  await expect.poll(() => sheet.textContent()).toContain('Sleutelpersoon')
  await expectAccessible(joris.page)
  await sheet.getByRole('button', { name: 'Alles hier aannemen' }).click()
  await expect.poll(terms).toEqual([...before.filter((_, index) => index !== 1), 'Sleutelpersoon'])
  await expect.poll(() => rows(page).textContent()).toContain('Wie het mag beslissen.')
  samira.expectNoComplaints()
}, 240_000)
