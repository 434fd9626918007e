import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, GOING_DOWN, type Visitor } from '../support/browser.ts'
import { copyDataFolder } from '../support/data-folder.ts'
import { setSchemaOfCopies, untilAtHand, untilOnDevice, updatesOnDevice } from '../support/device.ts'
import { exampleJson } from '../support/examples.ts'
import { type House, keptBy, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { article, factsOf, join, untilKept, untilSeen, writeIn } from '../support/on-screen.ts'

const TERM = 'Artikel 5 Hoe lang duurt de samenwerking?'
const WAITS = /wijziging(en)? wacht(en)? op dit apparaat/

let house: House
let mark: Visitor
let samira: Visitor
let address: string
let removeBackup = async () => {}

beforeAll(async () => {
  house = await openHouse()
  mark = await house.visit()
  samira = await house.visit({ screen: 'phone' })
  address = await meet('Elk kind telt mee', [
    { visitor: mark, name: 'Mark' },
    { visitor: samira, name: 'Samira' },
  ])
})
afterEach(() => samira.context.setOffline(false))
afterAll(async () => {
  await house?.stop()
  await removeBackup()
})

const serverText = async () => JSON.stringify(await keptBy(house, address, mark))
const offered = (page: Page) => page.getByRole('region', { name: 'Uw woorden staan niet meer in de tekst' })
const untilWaiting = (page: Page) => page.getByText(WAITS).first().waitFor()

describe('two tabs of one person without a network', () => {
  test('keep the words of both, also of the one that is closed and opened again, and each once', async () => {
    const { context, page } = samira
    await untilAtHand(page)
    const other = await context.newPage()
    await other.goto(address)
    await untilKept(other)
    await context.setOffline(true)
    await writeIn(page, PRINCIPLES, 0, 'Uit het eerste tabblad.')
    await writeIn(other, PRINCIPLES, 1, 'Uit het tweede tabblad.')
    await untilWaiting(other)
    await untilOnDevice(other)
    await other.close()
    const again = await context.newPage()
    await again.goto(address)
    await untilSeen(
      [{ ...samira, page: again }],
      PRINCIPLES,
      'Uit het eerste tabblad.',
      'Uit het tweede tabblad.',
    )
    await context.setOffline(false)
    for (const each of [page, again]) await untilKept(each)
    await untilSeen([mark, samira], PRINCIPLES, 'Uit het eerste tabblad.', 'Uit het tweede tabblad.')
    const kept = await serverText()
    for (const words of ['eerste', 'tweede']) expect(kept.split(`Uit het ${words} tabblad.`)).toHaveLength(2)
    await again.close()
  })
})

describe('another person in the same browser', () => {
  test('sees nothing of the first, whose waiting words go out when she is back', async () => {
    const { context } = samira
    await context.setOffline(true)
    await writeIn(samira.page, PRINCIPLES, 0, 'Alleen van Samira.')
    await untilWaiting(samira.page)
    await untilOnDevice(samira.page)
    await samira.page.close()
    await context.setOffline(false)

    const cookies = await context.cookies()
    await context.clearCookies()
    const { server } = house
    const snapshot = exampleJson('01-weidehaven-samenwerkingsovereenkomst')
    const made = await server.createAgreement({ snapshot }, await server.token())
    samira.page = await context.newPage()
    await join(samira, made.invitations[0]?.url ?? '', 'Petra')
    await untilAtHand(samira.page, 2)
    expect(await offered(samira.page).count()).toBe(0)
    await context.setOffline(true)
    await samira.reopen('/')
    await samira.page.getByRole('link', { name: made.title }).waitFor()
    expect(await samira.page.getByText(/Elk kind telt mee/).count()).toBe(0)
    await samira.reopen(address)
    await samira.page.getByText('Wij kunnen de server niet bereiken.').waitFor()
    expect(await samira.page.getByText('Alleen van Samira.').count()).toBe(0)

    // Before the network is back: a page that could not be reached asks again by itself then, and Petra has no right here.
    await context.clearCookies()
    await context.addCookies(cookies)
    await context.setOffline(false)
    await samira.reopen(address)
    await untilSeen([samira, mark], PRINCIPLES, 'Alleen van Samira.')
    await untilKept(samira.page)
    expect(await serverText()).toContain('Alleen van Samira.')
  })
})

describe('the start screen without a network', () => {
  test('lists what this device saw last and says so, and opens what stands here', async () => {
    const { context } = samira
    await samira.reopen(address)
    await untilKept(samira.page)
    await untilAtHand(samira.page)
    await samira.page.goto('/')
    await samira.page.getByRole('link', { name: /Elk kind telt mee/ }).waitFor()
    await context.setOffline(true)
    await samira.reopen('/')
    await samira.page
      .getByText('Dit zijn uw overeenkomsten zoals u ze op dit apparaat het laatst zag')
      .waitFor()
    await expectAccessible(samira.page)
    await samira.page.getByRole('link', { name: /Elk kind telt mee/ }).click()
    await article(samira.page, PRINCIPLES).waitFor()
    await context.setOffline(false)
    await untilKept(samira.page)
  })
})

describe('a server that is put back from a backup', () => {
  test('is not filled again with what it had lost; what was never sent is offered as text, facts too', async () => {
    let backup: Awaited<ReturnType<typeof copyDataFolder>> | undefined
    await house.server.restart('SIGTERM', {}, async () => {
      backup = await copyDataFolder(house.server.dataDir)
      removeBackup = backup.remove
    })
    for (const { page } of [mark, samira]) await untilKept(page)
    await writeIn(mark.page, PRINCIPLES, 2, 'Van na de kopie.')
    await untilSeen([samira], PRINCIPLES, 'Van na de kopie.')
    await untilKept(mark.page)
    await samira.context.setOffline(true)
    await writeIn(samira.page, PRINCIPLES, 1, 'Nooit verzonden.')
    const end = (await factsOf(samira.page, TERM)).getByRole('textbox', { name: 'Eindigt op' })
    await end.fill('31-12-2029')
    await end.press('Enter')
    await untilWaiting(samira.page)
    await house.server.restart('SIGTERM', {}, async () => backup?.putBack())
    await samira.context.setOffline(false)

    await offered(samira.page).waitFor()
    for (const { page } of [mark, samira]) {
      await page.getByText('De server is teruggezet naar een eerdere stand.').waitFor()
      await untilKept(page)
      expect(await page.getByText('Van na de kopie.').count()).toBe(0)
    }
    for (const words of ['Van na de kopie.', 'Nooit verzonden.', '2029-12-31'])
      expect(await serverText()).not.toContain(words)
    await offered(samira.page).getByRole('button', { name: 'Bekijk (2)' }).click()
    await offered(samira.page).getByText('Wij moesten een oudere versie terugzetten.').first().waitFor()
    const items = offered(samira.page).getByRole('listitem')
    const fact = items.filter({ hasText: '31 december 2029' })
    expect(await fact.getByRole('heading').textContent()).toBe('Eindigt op')
    await expectAccessible(samira.page)
    await fact.getByRole('button', { name: 'Zet terug' }).click()
    await expect.poll(() => items.count()).toBe(1)
    await items.getByRole('button', { name: 'Zet terug' }).click()
    await offered(samira.page).waitFor({ state: 'detached' })
    await untilSeen([samira, mark], PRINCIPLES, 'Nooit verzonden.')
    await untilKept(samira.page)
    for (const words of ['Nooit verzonden.', '2029-12-31']) expect(await serverText()).toContain(words)
  })
})

describe('a copy that a newer version made', () => {
  test('is neither read nor written: the page shows the outline and asks to be loaded again', async () => {
    const { page } = samira
    await page.goto('/verbinding')
    await page.evaluate(setSchemaOfCopies, 99)
    const before = await page.evaluate(updatesOnDevice)
    await page.goto(address)
    await page.getByText('Er is een nieuwe versie van Handslag.').waitFor()
    await page.getByRole('heading', { name: 'Artikel 3 Zo werken wij samen' }).waitFor()
    await writeIn(mark.page, PRINCIPLES, 0, 'Voor wie nieuwer is.')
    await page.getByText('Voor wie nieuwer is.').waitFor()
    expect(await page.locator('[contenteditable=true], input, textarea').count()).toBe(0)
    expect(await page.evaluate(updatesOnDevice)).toBe(before)
    await expectAccessible(page)
    await page.evaluate(setSchemaOfCopies, 1)
    await page.getByRole('button', { name: 'Pagina opnieuw laden' }).click()
    await untilSeen([samira], PRINCIPLES, 'Voor wie nieuwer is.')
  })
})

describe('on a phone', () => {
  test('something in the bar that gets the focus by script moves nothing on the page', async () => {
    const { page } = samira
    await article(page, TERM).scrollIntoViewIfNeeded()
    const moved = await page.getByRole('button', { name: 'Meer', exact: true }).evaluate((button) => {
      const before = window.scrollY
      button.focus()
      return window.scrollY - before
    })
    expect(moved).toBe(0)
  })
})

test('no screen complained, but for the network and the server that were gone', () => {
  const gone = [/ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/, /WebSocket/, /net::ERR_FAILED/]
  for (const visitor of [mark, samira]) visitor.expectNoComplaints(...gone, GOING_DOWN)
})
