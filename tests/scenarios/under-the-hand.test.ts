import { afterAll, beforeAll, describe, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { untilKept, writeIn } from '../support/on-screen.ts'

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
    await told.waitFor()
    await expectAccessible(fatima.page)
    await told.getByRole('link', { name: 'Bekijk wat er stond' }).click()
    await fatima.page.getByText('Van: Vóór het terugzetten. Naar: De tekst van nu.').waitFor()
    await fatima.page.locator('del').getByText('Ook als het druk is.').waitFor()
  })
})
