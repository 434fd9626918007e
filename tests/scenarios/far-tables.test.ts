import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMAT } from '../../shared/agreement/snapshot.ts'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { exampleOnPaper } from '../support/examples-on-paper.ts'
import { type House, openHouse } from '../support/house.ts'
import { join } from '../support/on-screen.ts'

const LONG = 120_000
/** A table becomes words some seconds after it was left. */
const LEFT = { timeout: 30_000 }

const CONTACTS = / Contactpersonen \(niet openbaar\)$/
const MONEY = / Geld$/

let house: House
let writer: Visitor
let page: Page

beforeAll(async () => {
  house = await openHouse()
  const token = await house.server.token('Petra')
  const snapshot = { ...exampleOnPaper('03-kanaalstad-programma'), format: FORMAT }
  const { invitations } = await house.server.createAgreement({ snapshot }, token)
  writer = await house.visit()
  page = writer.page
  await join(writer, invitations.find(({ role }) => role === 'writer')?.url ?? '', 'Mark')
  await page.waitForFunction(allEditable)
}, LONG)
afterAll(async () => {
  await writer?.close()
  await house?.stop()
})

/** Runs in the page: every text has become an editor. */
function allEditable(): boolean {
  const texts = document.querySelectorAll('section[data-place] .hs-prose')
  return texts.length > 30 && [...texts].every((text) => text.classList.contains('ProseMirror'))
}

const section = (name: RegExp): Locator => page.getByRole('region', { name })
const fieldsIn = (name: RegExp): Locator => section(name).locator('.hs-fields').getByRole('textbox')
const toTheBeginning = (): Promise<void> => page.evaluate(() => scrollTo(0, 0))
/** Without bringing it into view, as somebody whose screen reader or keyboard is there. */
const focusIn = (place: Locator): Promise<void> =>
  place.evaluate((element: HTMLElement) => element.focus({ preventScroll: true }))

test(
  'a table far from the screen is read as words, has its fields before it is on the screen, and is words again at the same height after it was left',
  async () => {
    await toTheBeginning()
    const table = section(CONTACTS).locator('.hs-fields')
    await expect.poll(() => table.textContent()).toContain('Hester Voorbeeld')
    expect(await fieldsIn(CONTACTS).count()).toBe(0)

    await section(CONTACTS).scrollIntoViewIfNeeded()
    await fieldsIn(CONTACTS).first().waitFor()
    const height = (await table.boundingBox())?.height
    await expectAccessible(page, ['.hs-paper'])

    await toTheBeginning()
    await expect.poll(() => fieldsIn(CONTACTS).count(), LEFT).toBe(0)
    expect((await table.boundingBox())?.height).toBe(height)
    await expect.poll(() => table.textContent()).toContain('Hester Voorbeeld')
  },
  LONG,
)

test(
  'who comes to a far table with Tab is in its first field, and with Shift and Tab from behind in its last control',
  async () => {
    await toTheBeginning()
    await expect.poll(() => fieldsIn(CONTACTS).count(), LEFT).toBe(0)
    const controls = section(CONTACTS).locator('.hs-fields').locator('button, select, textarea')
    await focusIn(section(CONTACTS).getByRole('button', { name: /verplaatsen en meer$/ }))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => controls.first().evaluate(isFocused)).toBe(true)

    await focusIn(section(CONTACTS).locator('.hs-add-clause').first())
    await toTheBeginning()
    await expect.poll(() => fieldsIn(CONTACTS).count(), LEFT).toBe(0)
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => controls.last().evaluate(isFocused)).toBe(true)
  },
  LONG,
)

test(
  'an amount that is none stays in its field with its complaint, however far one goes, and tables around it become words',
  async () => {
    const amount = section(MONEY)
      .getByRole('textbox', { name: /^Bedrag/ })
      .first()
    await section(MONEY).scrollIntoViewIfNeeded()
    await amount.fill('ongeveer duizend')
    await amount.blur()
    await toTheBeginning()
    const next = section(/ Betalen en verantwoorden$/)
    await expect.poll(() => next.locator('.hs-fields').getByRole('textbox').count(), LEFT).toBe(0)
    expect(await amount.inputValue()).toBe('ongeveer duizend')
    await section(MONEY).scrollIntoViewIfNeeded()
    await amount.fill('366816')
    await amount.blur()
  },
  LONG,
)

test(
  'who is led to a fact in a far table is in its field',
  async () => {
    await toTheBeginning()
    await page.goto(`${page.url().replace(/#.*/, '')}#contacts.c_wz_1.name`)
    await page.reload()
    const field = section(CONTACTS).locator('[data-address="contacts.c_wz_1.name"] textarea')
    await expect.poll(() => field.evaluate(isFocused), { timeout: 20_000 }).toBe(true)
    expect(await field.evaluate((area) => area.getBoundingClientRect().top < innerHeight)).toBe(true)
  },
  LONG,
)

const isFocused = (element: Element): boolean => element === document.activeElement
