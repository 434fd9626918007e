import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { article, untilKept, untilSeen, writeIn } from '../support/on-screen.ts'

let house: House
let petra: Visitor
/** On a telephone. */
let fatima: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  address = await meet('Samen dichtbij', [
    { visitor: petra, name: 'Petra' },
    { visitor: fatima, name: 'Fatima' },
  ])
})
afterAll(() => house?.stop())

const PURPOSE = 'Artikel 2 Doel en resultaten'
/** The article behind the principles, as it is called once those are gone. */
const NEXT = 'Artikel 3 De drempels waar wij aan werken'
const FIXED = /^De tekst is vastgesteld\./

/** What is told under the paper, with its buttons. */
const notice = (page: Page, said: RegExp) =>
  page.getByRole('region', { name: 'Melding' }).filter({ has: page.getByText(said) })

const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement)

/** Chooses from the menu of an article on the paper. */
async function chooseForArticle(page: Page, name: string, choice: string): Promise<void> {
  await article(page, name)
    .getByRole('button', { name: /: verplaatsen en meer$/ })
    .press('Enter')
  await page.getByRole('menuitem', { name: choice, exact: true }).press('Enter')
}

/** Puts the first article back from the history beside the text to what it was before its newest change. */
async function putBackFromHistory(page: Page, name: string, heading: string): Promise<void> {
  await article(page, name)
    .getByRole('textbox', { name: /^Tekst van/ })
    .click()
  await page.getByRole('tab', { name: 'Geschiedenis' }).click()
  await page
    .getByRole('region', { name: heading })
    .getByRole('button', { name: /^Bekijk zoals het toen was/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Zo was het toen' })
  await dialog.getByRole('button', { name: 'Vóór deze wijziging' }).click()
  await dialog.getByRole('button', { name: 'Zet deze tekst terug' }).click()
  await dialog.waitFor({ state: 'detached' })
}

describe('who has the text open, when another changes all of it at once', () => {
  test('is told who put an older text back, and is led to what stood there', async () => {
    const { page } = petra
    await page.goto(`${address}/versies`)
    await page.getByLabel('Naam van deze versie').fill('Vanmorgen')
    await page.getByRole('button', { name: 'Bewaar deze versie' }).click()
    await page.getByRole('heading', { name: 'Vanmorgen' }).waitFor()
    await writeIn(fatima.page, PRINCIPLES, 0, 'Ook als het druk is.')
    await untilKept(fatima.page)
    await page.getByRole('button', { name: 'Vergelijk met nu: Vanmorgen' }).click()
    await page.getByRole('button', { name: `Zet dit artikel terug: ${PRINCIPLES}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, zet terug' }).click()
    await page.getByText(/^Teruggezet:/).waitFor()
    const told = notice(
      fatima.page,
      /^Petra heeft een oudere tekst teruggezet van Artikel 3, Zo werken wij samen\./,
    )
    await told.getByRole('button', { name: 'Ga naar het artikel' }).waitFor()
    await expectAccessible(fatima.page)
    await told.getByRole('button', { name: 'Ga naar het artikel' }).click()
    await expect.poll(() => hasFocus(article(fatima.page, PRINCIPLES))).toBe(true)
    await told.getByRole('link', { name: 'Bekijk wat er stond' }).click()
    await fatima.page.getByText('Van: Vóór het terugzetten. Naar: De tekst van nu.').waitFor()
    await fatima.page.locator('del').getByText('Ook als het druk is.').waitFor()
  })

  test('is told as well when it was put back from the history beside the text, and sees one notice at a time', async () => {
    const { page } = fatima
    await page.goto(address)
    await writeIn(page, PRINCIPLES, 0, 'Ook in de zomer.')
    await writeIn(page, PURPOSE, 0, 'Voor alle gezinnen.')
    await untilKept(page)
    await petra.page.goto(address)
    await untilKept(petra.page)
    await putBackFromHistory(petra.page, PRINCIPLES, 'Artikel 3, Zo werken wij samen')
    const first = notice(page, /^Petra heeft een oudere tekst teruggezet van Artikel 3,/)
    await first.waitFor()
    await expect.poll(() => article(page, PRINCIPLES).textContent()).not.toContain('Ook in de zomer.')
    await putBackFromHistory(petra.page, PURPOSE, 'Artikel 2, Doel en resultaten')
    const second = notice(page, /^Petra heeft een oudere tekst teruggezet van Artikel 2,/)
    await second.waitFor()
    expect(await page.getByRole('region', { name: 'Melding' }).count()).toBe(1)
    await second.getByRole('button', { name: 'Melding sluiten' }).press('Enter')
    await first.waitFor()
    await expect.poll(() => hasFocus(page.locator('body'))).toBe(false)
    await first.getByRole('button', { name: 'Melding sluiten' }).press('Enter')
    await expect.poll(() => page.getByRole('region', { name: 'Melding' }).count()).toBe(0)
    await expect.poll(() => hasFocus(page.locator('body'))).toBe(false)
    // Who put it back is not told that another did.
    expect(await notice(petra.page, /heeft een oudere tekst/).count()).toBe(0)
  })

  test('is told who took out the article they write in, and puts it back with their words', async () => {
    const { page } = fatima
    await page.goto(address)
    await petra.page.goto(address)
    await writeIn(page, PRINCIPLES, 0, 'Samen aan tafel.')
    await untilSeen([petra], PRINCIPLES, 'Samen aan tafel.')
    await chooseForArticle(petra.page, PRINCIPLES, 'Weghalen')
    const told = notice(page, /^Petra heeft dit weggehaald: Artikel 3, Zo werken wij samen\. Alle woorden/)
    await told.waitFor()
    // Not in the words of the next article, where what she types on would land.
    await expect.poll(() => hasFocus(article(page, NEXT))).toBe(true)
    await expectAccessible(page)
    // Words that are chosen meanwhile get their button beside what is told: a press reaches each of them.
    await article(page, NEXT).locator('.hs-prose p').first().selectText()
    const comment = page.getByRole('button', { name: 'Opmerking', exact: true })
    await comment.click({ trial: true })
    await told.getByRole('button', { name: 'Zet het terug' }).click({ trial: true })
    await told.getByRole('button', { name: 'Zet het terug' }).press('Enter')
    await untilSeen([petra, fatima], PRINCIPLES, 'Samen aan tafel.')
    await expect.poll(() => hasFocus(article(page, PRINCIPLES))).toBe(true)
    await expect.poll(() => notice(page, /weggehaald/).count()).toBe(0)
    // Who took it out can no longer undo that.
    await expect.poll(() => notice(petra.page, /weggehaald/).count()).toBe(0)
  })

  test('is told who moved the article in a field of which they stand, and is led there', async () => {
    const { page } = petra
    const before = page.getByRole('textbox', { name: 'Kop van artikel 3', exact: true })
    await before.click()
    await expect.poll(() => hasFocus(before)).toBe(true)
    await chooseForArticle(fatima.page, PRINCIPLES, 'Omlaag')
    const told = notice(
      page,
      /^Fatima \(Moeders van de Haven\) heeft dit verplaatst: Artikel 3, Zo werken wij samen\. Het is nu artikel 4\./,
    )
    await told.waitFor()
    const heading = page.getByRole('textbox', { name: 'Kop van artikel 4', exact: true })
    await expect.poll(() => hasFocus(heading)).toBe(true)
    await told.getByRole('button', { name: 'Ga naar het artikel' }).click()
    const moved = article(page, PRINCIPLES.replace('3', '4'))
    await expect.poll(() => hasFocus(moved)).toBe(true)
    // It stands where it stood: there is nothing to tell any more. Who did it is told nothing.
    await chooseForArticle(fatima.page, PRINCIPLES.replace('3', '4'), 'Omhoog')
    await expect.poll(() => notice(page, /verplaatst/).count()).toBe(0)
    expect(await notice(fatima.page, /verplaatst/).count()).toBe(0)
  })

  test('is told that the text was fixed, and stays at the article where it was written in', async () => {
    const { page } = fatima
    await page.goto(address)
    await writeIn(page, PRINCIPLES, 0, 'Tot hier.')
    await untilKept(page)
    await petra.page.goto(`${address}/akkoord`)
    await petra.page.getByLabel('Wat is er besloten?').fill('Zo besloten op 12 mei.')
    await petra.page.getByRole('button', { name: 'Stel de tekst vast' }).click()
    await petra.page.getByRole('button', { name: 'Ja, stel de tekst vast' }).click()
    const told = notice(page, FIXED)
    await told.waitFor()
    const here = article(page, PRINCIPLES)
    await expect.poll(() => hasFocus(here)).toBe(true)
    const top = () => here.evaluate((element) => element.getBoundingClientRect().top)
    await expect.poll(top).toBeGreaterThanOrEqual(0)
    await expect.poll(top).toBeLessThan(SCREENS.phone.height / 2)
    await expectAccessible(page)
  })

  test('hears once that it was fixed, and finds that above the text when the notice is closed or the page opened later', async () => {
    const { page } = fatima
    const above = page.getByRole('main').locator('.hs-callout').getByText(FIXED)
    expect(await above.count()).toBe(0)
    expect(await page.getByRole('status').getByText(FIXED).count()).toBe(1)
    await notice(page, FIXED).getByRole('button', { name: 'Melding sluiten' }).press('Enter')
    await above.waitFor()
    expect(await page.getByText(FIXED).count()).toBe(1)
    await expect.poll(() => hasFocus(page.locator('body'))).toBe(false)
    await page.reload()
    await above.waitFor()
    expect(await notice(page, FIXED).count()).toBe(0)
  })
})
