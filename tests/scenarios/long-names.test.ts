import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { expectToFit } from '../support/fit.ts'
import { agreementIdOf, type House, openHouse } from '../support/house.ts'
import { beginAgreement } from '../support/on-screen.ts'

const LONG = 120_000
const FOUNDATION = 'Stichting Jeugd- en Opvoedhulp De Vuurboei Noord-Nederland en Omstreken'

let house: House
let petra: Visitor
let id: string

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  const parties = ['Gemeente Weidehaven', FOUNDATION, 'Moeders van de Haven']
  id = agreementIdOf(await beginAgreement(petra, 'Petra', 'samenwerken'.repeat(15), parties))
}, LONG)
afterAll(async () => {
  await petra?.close()
  await house?.stop()
})

// Before the others: a link is shown on the page that made it alone.
test('every button for a QR code says of which link', { timeout: LONG }, async () => {
  const { page } = petra
  await page.getByRole('button', { name: 'Delen' }).click()
  await page.getByRole('button', { name: `Toon QR-code: Link voor ${FOUNDATION}`, exact: true }).click()
  await page.getByRole('img', { name: `QR-code met de link voor ${FOUNDATION}` }).waitFor()
  await page.getByRole('button', { name: `Verberg QR-code: Link voor ${FOUNDATION}`, exact: true }).click()
  await page.getByRole('button', { name: 'Sluiten' }).click()
})

test('given a party with a long name, the head of the akkoord grid leaves four fifths of the screen to its rows', {
  timeout: LONG,
}, async () => {
  const { page } = petra
  await page.goto(`/agreements/${id}/akkoord`)
  const head = page.getByRole('columnheader', { name: FOUNDATION })
  await head.waitFor()
  const box = await head.boundingBox()
  expect(box?.height).toBeLessThan(SCREENS.laptop.height / 5)
  await expectAccessible(page)
})

test('given a title with a word longer than the screen, the start screen is no wider than it', {
  timeout: LONG,
}, async () => {
  const { page } = petra
  for (const screen of [SCREENS.laptop, SCREENS.phone]) {
    await page.setViewportSize(screen)
    await page.goto('/')
    await page.getByRole('link', { name: /samenwerkensamenwerken/ }).waitFor()
    await expectToFit(page)
  }
})
