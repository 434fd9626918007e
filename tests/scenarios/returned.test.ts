import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { editWord, fillFact, reword } from '../support/edit-word.ts'
import { expectGoodAtBothWidths } from '../support/fit.ts'
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
import { caretAtEndOf, textOf, untilKept } from '../support/on-screen.ts'

let house: House
let petra: Visitor
let fatima: Visitor
let joris: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  fatima = await house.visit()
  joris = await house.visit()
  address = await meet('Samen dichtbij', [
    { visitor: petra, name: 'Petra' },
    { visitor: fatima, name: 'Fatima', party: PARTIES[2] },
    { visitor: joris, name: 'Joris', party: PARTIES[1] },
  ])
})
afterAll(() => house?.stop())

async function takenAlong(): Promise<Uint8Array> {
  const headers = { cookie: await cookieHeader(fatima) }
  const path = `/api/v1/agreements/${agreementIdOf(address)}/export?format=docx`
  return new Uint8Array(await (await fetch(house.server.url + path, { headers })).arrayBuffer())
}

const choose = (name: string, bytes: Uint8Array) =>
  fatima.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

test('a file that can not be read is told with what to do, and one that was not changed says the same', async () => {
  const { page } = fatima
  await page.goto(`${address}/terugbrengen`)
  await page.getByRole('button', { name: 'Kies een Word-bestand' }).waitFor()
  await choose('brief.docx', new TextEncoder().encode('Beste mensen'))
  await page.getByText('Kies een bestand van Word of LibreOffice').waitFor()
  await expectGoodAtBothWidths(fatima.page)
  await choose('overeenkomst.docx', await takenAlong())
  await page.getByText('Het bestand zegt hetzelfde als de overeenkomst.').waitFor()
})

test('what was worked on outside comes back beside what another wrote here meanwhile, becomes proposals, and stands in the text when another party accepts it', async () => {
  const { page } = fatima
  const file = editWord(
    await takenAlong(),
    reword('elkaars kennis serieus.', 'elkaars kennis even serieus.'),
    reword('Partijen komen hun afspraken na.', 'Partijen houden zich aan hun afspraken.'),
    fillFact('purpose.goalText', 'Gezinnen vinden eerder hulp.'),
  )
  await caretAtEndOf(await textOf(joris.page, PRINCIPLES), 0)
  for (let letters = 0; letters < 'serieus.'.length; letters += 1)
    await joris.page.keyboard.press('Backspace')
  await joris.page.keyboard.type('van waarde.')
  await untilKept(joris.page)

  await page.getByRole('button', { name: 'Ander bestand' }).click()
  await choose('bewerkt door Fatima.docx', file)
  await page.getByText('3 verschillen met de overeenkomst.').waitFor()
  const conflict = page.locator('.hs-change', { hasText: 'Hier is intussen ook iets veranderd.' })
  expect(await conflict.count()).toBe(1)
  await page.getByRole('heading', { name: /^Doel/, level: 3 }).waitFor()
  await page.getByText('Niet vergeleken zijn de inhoudsopgave').waitFor()
  for (const words of ['kennis serieus.', 'even', 'van waarde'])
    await conflict.getByText(words).first().waitFor()
  expect(await conflict.getByRole('checkbox').isChecked()).toBe(false)
  await expectGoodAtBothWidths(fatima.page)
  await page.getByRole('button', { name: 'Zet 2 voorstellen in de overeenkomst' }).click()
  await page.getByText('2 voorstellen staan nu in de overeenkomst.').waitFor()
  expect(await page.getByText('Kies eerst wat u wilt overnemen.').count()).toBe(0)
  await conflict.getByRole('button', { name: /^Niet overnemen/ }).click()
  await conflict.getByText('Niet overgenomen.').waitFor()
  await expectGoodAtBothWidths(fatima.page)
  const kept = async () => JSON.stringify(await keptBy(house, address, fatima))
  expect(await kept()).toContain('kennis van waarde.')

  await joris.page.getByRole('tab', { name: 'Voorstellen' }).click()
  const accept = joris.page.locator('.hs-proposals').getByRole('button', { name: /^Aannemen: / })
  await expect.poll(() => accept.count()).toBe(2)
  await accept.first().click()
  await expect.poll(() => accept.count()).toBe(1)
  await accept.first().click()
  await expect.poll(() => accept.count()).toBe(0)
  const text = await kept()
  expect(text).toContain('houden zich aan hun afspraken.')
  expect(text).toContain('Gezinnen vinden eerder hulp.')
  expect(text).not.toContain('even serieus')
})

test('who took something over goes on to the list of proposals beside the text', async () => {
  const { page } = fatima
  await page.getByRole('button', { name: 'Ander bestand' }).click()
  await page.getByRole('button', { name: /^Bekijk bewerkt door Fatima/ }).click()
  await page.getByRole('button', { name: /^Toch overnemen/ }).click()
  await page.getByRole('link', { name: 'Bekijk de voorstellen in de tekst' }).click()
  await page.getByRole('tab', { name: 'Voorstellen', selected: true }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.goto(`${address}/terugbrengen`)
})

test('a file is found again with what became of it and goes when its owner removes it; without a connection the screen says that there has to be one', async () => {
  const { page } = fatima
  await page.getByText('3 verschillen, waarvan 3 overgenomen en 0 niet.').waitFor()
  await page.getByRole('button', { name: 'Haal weg: bewerkt door Fatima.docx' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ja, haal weg' }).click()
  await page.getByText('Het bestand is weggehaald.').waitFor()
  expect(await page.getByRole('heading', { name: 'bewerkt door Fatima.docx' }).count()).toBe(0)
  await fatima.context.setOffline(true)
  await page.getByText('Terugbrengen kan alleen met verbinding.').waitFor()
  expect(await page.getByRole('button', { name: 'Kies een Word-bestand' }).count()).toBe(0)
  await fatima.context.setOffline(false)
  await page.getByRole('button', { name: 'Kies een Word-bestand' }).waitFor()
  await joris.expectNoComplaints()
})
