import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
import { agreementIdOf, cookieHeader, type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { article, chooseFromMore, textOf, untilKept, writeIn } from '../support/on-screen.ts'
import { decidedLines } from '../support/tracked-word.ts'

let house: House
let petra: Visitor
/** On a telephone. */
let fatima: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse({ VISIT_GAP: '2' })
  petra = await house.visit()
  fatima = await house.visit({ screen: 'phone' })
  address = await meet('Samen dichtbij', [
    { visitor: petra, name: 'Petra' },
    { visitor: fatima, name: 'Fatima' },
  ])
})
afterAll(() => house?.stop())

async function toVersions({ page }: Visitor): Promise<void> {
  await page.goto(`${address}/versies`)
  await page.getByRole('heading', { name: 'Versies', level: 1 }).waitFor()
}

describe('a version', () => {
  test('is named on its own screen, which the menu of the agreement leads to', async () => {
    const { page } = petra
    await chooseFromMore(page, 'Versies')
    await page.getByText('Er zijn nog geen versies.').waitFor()
    await page.getByLabel('Naam van deze versie').fill('Na de eerste bijeenkomst')
    await page.getByRole('button', { name: 'Bewaar deze versie' }).click()
    await page.getByRole('heading', { name: 'Na de eerste bijeenkomst' }).waitFor()
    await page.getByText(/^Versie met een naam\. Bewaard vandaag .*, door Petra\.$/).waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('is compared with now, word by word and fact by fact, while another writes', async () => {
    await petra.page.getByRole('button', { name: 'Vergelijk met nu: Na de eerste bijeenkomst' }).click()
    await petra.page.getByText('Er is geen verschil').waitFor()
    await writeIn(fatima.page, PRINCIPLES, 0, 'Ook als het druk is.')
    await untilKept(fatima.page)
    const { page } = petra
    const part = page.locator('.hs-versions__part', {
      has: page.getByRole('heading', { name: 'Artikel 3 Zo werken wij samen' }),
    })
    await part.locator('ins').getByText('Ook als het druk is.').waitFor()
    await page.getByText('Verschil in 1 artikel of bijlage.').waitFor()
    await expectGoodAtBothWidths(page)
  })

  test('is taken along with what differs as tracked changes of Word', async () => {
    const { page } = petra
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Neem mee als Word-bestand' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/ - vergelijking\.docx$/)
    await page.getByText('Het bestand staat bij uw downloads.').waitFor()
    const docx = new Uint8Array(await readFile(await download.path()))
    expect(decidedLines(docx, 'accept').join()).toContain('Ook als het druk is.')
    expect(decidedLines(docx, 'reject').join()).not.toContain('Ook als het druk is.')
  })

  test('that is looked at is unmistakably old, and nobody writes in it; the way back of the browser leads to the list', async () => {
    const { page } = petra
    await page.goBack()
    await page.getByRole('heading', { name: 'Versies', level: 1 }).waitFor()
    await page.goForward()
    await page.getByText('Verschil in 1 artikel of bijlage.').waitFor()
    await page.getByRole('button', { name: 'Terug naar de lijst' }).click()
    await page.getByRole('button', { name: 'Bekijk de versie Na de eerste bijeenkomst' }).click()
    await page.getByText('Dit is een oude versie: Na de eerste bijeenkomst.').waitFor()
    const bar = await page.locator('.hs-old__bar').boundingBox()
    expect(bar?.width).toBeGreaterThanOrEqual((page.viewportSize()?.width ?? 0) - 20)
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await page.getByText('Ook als het druk is.').count()).toBe(0)
    // The sheets themselves are looked at with the preview.
    await expectGoodAtBothWidths(page, ['.hs-leaves'])
  })
})

describe('going back', () => {
  test('asks first, puts back one article, and the others see it where they write', async () => {
    const { page } = petra
    await page.getByRole('button', { name: 'Vergelijk met nu' }).click()
    await page.getByRole('button', { name: 'Zet dit artikel terug: Artikel 3 Zo werken wij samen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Zet dit artikel terug' })
    await dialog.getByText('Wat er nu staat, bewaren wij eerst').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ja, zet terug' }).click()
    await page.getByText(/^Teruggezet: Artikel 3/).waitFor()
    await page.getByRole('heading', { name: 'Vóór het terugzetten' }).waitFor()
    const text = await textOf(fatima.page, PRINCIPLES)
    await expect.poll(async () => await text.textContent()).not.toContain('Ook als het druk is.')
  })

  test('brings everything back as it was just before, and two versions are compared with each other', async () => {
    const { page } = petra
    await page.getByRole('button', { name: 'Bekijk de versie Vóór het terugzetten' }).click()
    await page.getByRole('button', { name: 'Zet alles terug' }).click()
    const dialog = page.getByRole('dialog', { name: 'Zet alles terug' })
    await dialog.getByRole('button', { name: 'Ja, zet terug' }).click()
    await page.getByText(/^De overeenkomst is weer zoals/).waitFor()
    await article(fatima.page, PRINCIPLES).getByText('Ook als het druk is.').waitFor()
    await page.getByRole('button', { name: 'Vergelijk', exact: true }).click()
    await page.getByText(/^Van: /).waitFor()
    await page.getByText('Verschil in 1 artikel of bijlage.').waitFor()
  })

  test('is not offered to who does not lead, but for an article', async () => {
    await toVersions(fatima)
    const { page } = fatima
    await page.getByRole('button', { name: 'Bekijk de versie Na de eerste bijeenkomst' }).click()
    await page.getByText('Dit is een oude versie').waitFor()
    expect(await page.getByRole('button', { name: 'Zet alles terug' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Vergelijk met nu' }).click()
    await page.getByRole('button', { name: 'Zet dit artikel terug: Artikel 3 Zo werken wij samen' }).waitFor()
  })
})

test('who named a version by mistake removes it herself, and nothing of others; the focus goes on in the list', async () => {
  await toVersions(fatima)
  const { page } = fatima
  await page.getByLabel('Naam van deze versie').fill('Vergissing')
  await page.getByRole('button', { name: 'Bewaar deze versie' }).click()
  const remove = page.getByRole('button', { name: /^Haal weg: / })
  await page.getByRole('button', { name: 'Haal weg: Vergissing' }).waitFor()
  expect(await remove.count()).toBe(1)
  await remove.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Haal weg' })
  await expectGoodAtBothWidths(page)
  await dialog.getByRole('button', { name: 'Ja, haal weg' }).press('Enter')
  await page.getByRole('alert').getByText('De versie ‘Vergissing’ is weg.').waitFor()
  await page.getByRole('heading', { name: 'Vergissing' }).waitFor({ state: 'detached' })
  await page.locator('.hs-versions__row:first-child button:focus').waitFor()
  await expectGoodAtBothWidths(page)
})

test('who comes back is told quietly how many articles others changed, and walks along them', async () => {
  await fatima.page.goto('about:blank')
  const headers = { cookie: await cookieHeader(fatima) }
  const history = `${house.server.url}/api/v1/agreements/${agreementIdOf(address)}/history`
  const lastVisit = async () => (await (await fetch(history, { headers })).json()).lastVisit
  await expect.poll(lastVisit).not.toBeNull()
  await petra.page.goto(address)
  await writeIn(petra.page, PRINCIPLES, 1, 'Dat spreken wij af.')
  await untilKept(petra.page)
  const { page } = fatima
  await page.goto(address)
  const notice = page.getByRole('region', { name: 'Sinds uw laatste bezoek' })
  await notice.getByText('Sinds uw laatste bezoek is 1 artikel gewijzigd.').waitFor()
  // The paper behind it is looked at elsewhere.
  await expectAccessible(page, ['#content'])
  await notice.getByRole('button', { name: 'Loop ze langs' }).click()
  await notice.getByText('Gewijzigd, 1 van 1: Artikel 3, Zo werken wij samen').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^place-/)
  await notice.getByRole('button', { name: 'Niet meer tonen' }).click()
  await expect.poll(() => notice.count()).toBe(0)
})

test('nobody complained', () => {
  for (const visitor of [petra, fatima]) visitor.expectNoComplaints()
})
