import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { article, untilKept, writeIn } from '../support/on-screen.ts'

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
    const told = fatima.page
      .getByRole('status')
      .filter({ hasText: 'Petra heeft een oudere tekst teruggezet.' })
    const look = told.getByRole('link', { name: 'Bekijk wat er stond' })
    await look.waitFor()
    await expectAccessible(fatima.page)
    await look.click()
    await fatima.page.getByText('Van: Vóór het terugzetten. Naar: De tekst van nu.').waitFor()
    await fatima.page.locator('del').getByText('Ook als het druk is.').waitFor()
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
    const told = page.getByRole('status').filter({ hasText: 'De tekst is vastgesteld.' })
    await told.getByRole('button', { name: 'Melding sluiten' }).waitFor()
    const here = article(page, PRINCIPLES)
    await expect.poll(() => here.evaluate((element) => element === document.activeElement)).toBe(true)
    const top = () => here.evaluate((element) => element.getBoundingClientRect().top)
    await expect.poll(top).toBeGreaterThanOrEqual(0)
    await expect.poll(top).toBeLessThan(SCREENS.phone.height / 2)
    await expectAccessible(page)
  })
})
