import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Thread } from '../../shared/protocol/endpoints-comments.ts'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { untilAtHand } from '../support/device.ts'
import {
  agreementIdOf,
  cookieHeader,
  type House,
  meet,
  openHouse,
  PARTIES,
  PRINCIPLES,
} from '../support/house.ts'
import { article, caretAtEndOf, join, takeAlong, textOf, untilKept } from '../support/on-screen.ts'
import { post } from '../support/test-server.ts'
import { type WatchedBrowser, watchBrowser } from '../support/watched-browser.ts'
import { partsOf } from '../support/word-file.ts'

const QUESTION = 'Is dit wel zo'
/** Words of one circle, that are looked for in the browsers of others. */
const SECRET = 'Kwikstaartje twijfelt hieraan'
/** The first paragraph of the article, which is spoken of. */
const WORDS = 'Partijen zijn gelijkwaardig. Zij nemen elkaars kennis serieus.'

let house: House
let address: string
/** Leads, at a laptop. */
let mark: Visitor
/** Writes for the last party, on a phone. */
let fatima: Visitor
/** Comments for the second party, at a laptop. */
let noor: Visitor
let others: WatchedBrowser[]

beforeAll(async () => {
  house = await openHouse()
  ;[mark, fatima, noor] = await Promise.all([house.visit(), house.visit({ screen: 'phone' }), house.visit()])
  address = await meet('Overleg', [
    { visitor: mark, name: 'Mark de Vries' },
    { visitor: fatima, name: 'Fatima' },
  ])
  await join(noor, await commenterLink(), 'Noor')
  others = [mark, noor].map(watchBrowser)
})
afterAll(() => house?.stop())

const api = (path: string) => `${house.server.url}/api/v1/agreements/${agreementIdOf(address)}${path}`

async function commenterLink(): Promise<string> {
  const headers = { cookie: await cookieHeader(mark) }
  const { parties } = await (await fetch(api(''), { headers })).json()
  const partyId = parties.find(({ name }: { name: string }) => name === PARTIES[1]).id
  return (await (await post(api('/invitations'), { partyId, role: 'commenter' }, headers)).json()).url
}
async function threadsOf(visitor: Visitor): Promise<Thread[]> {
  const headers = { cookie: await cookieHeader(visitor) }
  return (await (await fetch(api('/comments'), { headers })).json()).threads
}

const first = (page: Page) => article(page, PRINCIPLES).locator('.hs-prose > p').first()
const spoken = (page: Page) => article(page, PRINCIPLES).locator('.hs-commented')
const cards = (page: Page) => page.getByRole('list', { name: 'Opmerkingen' }).getByRole('article')
const cardWith = (page: Page, words: string) => cards(page).filter({ hasText: words })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-card') ?? null)
/** From the bar at the thumb. */
const openComments = (page: Page) => page.getByRole('button', { name: 'Opmerkingen', exact: true }).click()
async function showAll(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Waar', exact: true }).selectOption('all')
}
async function select(paragraph: Locator): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded()
  await paragraph.click({ clickCount: 3 })
}

test('at the thumb the comments are called as the sheet that opens, and all six buttons stand in one row of a narrow phone', async () => {
  const { page } = fatima
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const bar = page.getByRole('navigation', { name: 'Onderdelen van deze overeenkomst' })
  const buttons = await bar.getByRole('button').evaluateAll((all) =>
    all.map((button) => ({
      top: button.getBoundingClientRect().top,
      isWhole: button.scrollWidth <= button.clientWidth,
    })),
  )
  expect(buttons).toEqual(Array(6).fill({ top: buttons[0]?.top, isWhole: true }))
  await openComments(page)
  await page.getByRole('dialog', { name: 'Opmerkingen' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  if (before) await page.setViewportSize(before)
})

describe('who may comment and not write', () => {
  test('chooses words, mentions somebody from the list, and the words are marked on every screen; nothing else is open to them', async () => {
    const { page } = noor
    await select(first(page))
    await page.getByRole('button', { name: 'Opmerking', exact: true }).click()
    const box = page.getByLabel('Uw opmerking', { exact: true })
    await box.pressSequentially(`${QUESTION}, @mar`)
    const option = page.getByRole('option', { name: 'Mark de Vries' })
    await option.waitFor()
    expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await cardWith(page, `${QUESTION}, @Mark de Vries`).getByText('Voor alle partijen').waitFor()
    for (const each of [noor, mark, fatima]) {
      await article(each.page, PRINCIPLES).scrollIntoViewIfNeeded()
      await expect.poll(async () => (await spoken(each.page).allTextContents()).join('')).toBe(WORDS)
    }
    expect(await page.getByRole('textbox', { name: /^Tekst van/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /Lid toevoegen|Verwijderen/ }).count()).toBe(0)
  })

  test('is answered by who was mentioned, who finds it among what is for them and the count at the article', async () => {
    const { page } = mark
    await page.getByRole('button', { name: `1 open opmerking bij artikel 3, Zo werken wij samen` }).click()
    await expect.poll(() => focused(page)).not.toBeNull()
    await page.getByRole('combobox', { name: 'Welke opmerkingen' }).selectOption('mine')
    const card = cardWith(page, QUESTION)
    await card.getByRole('button', { name: 'Antwoord', exact: true }).click()
    // Nothing was typed yet: that is said, and one can go on typing.
    await card.getByRole('button', { name: 'Plaats antwoord' }).press('Enter')
    await card.getByText('Schrijf eerst uw opmerking.').waitFor()
    await page.keyboard.type('Ja, dat vind ik.')
    await page.keyboard.press('Control+Enter')
    await cardWith(noor.page, 'Ja, dat vind ik.').waitFor()
    expect(await page.locator('.hs-outline').getByText('1 open opmerking').count()).toBe(1)
  })
})

describe('a comment within one organisation', () => {
  test('is made on a phone, and found nowhere in the browsers of others', async () => {
    const { page } = fatima
    await textOf(page, PRINCIPLES)
    await select(first(page))
    await page.getByRole('button', { name: 'Opmerking', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Opmerkingen' })
    await sheet.getByRole('button', { name: 'Annuleren' }).waitFor()
    await sheet.getByText(`Alleen binnen ${PARTIES[2]}`).click()
    await sheet.getByLabel('Uw opmerking', { exact: true }).fill(SECRET)
    await sheet.getByRole('button', { name: 'Plaats opmerking' }).click()
    await cardWith(page, SECRET).getByText(`Alleen binnen ${PARTIES[2]}`).waitFor()
    await expectAccessible(page)
    await expect.poll(async () => (await threadsOf(fatima)).length).toBe(2)
    const [hidden] = (await threadsOf(fatima)).filter(({ circle }) => circle === 'organisation')
    await sheet.getByRole('button', { name: 'Sluiten' }).click()
    // Something for everybody afterwards: when that is there, the other would have been.
    await cardWith(mark.page, QUESTION).getByRole('button', { name: 'Afgehandeld' }).click()
    await cardWith(noor.page, 'Afgehandeld door Mark de Vries').waitFor()
    for (const browser of others) {
      const everything = await browser.everything()
      expect(everything).toContain(QUESTION)
      expect(everything.includes(SECRET)).toBe(false)
      expect(everything.includes(hidden?.id ?? '?')).toBe(false)
    }
    expect(house.server.output()).not.toContain(SECRET)
    await cardWith(mark.page, QUESTION).getByRole('button', { name: 'Open weer' }).click()
    await cardWith(noor.page, 'Weer geopend door Mark de Vries').waitFor()
  })
})

test('a Word file to work on takes along what is for everybody, and nothing of one organisation, also for who is in it', async () => {
  for (const { page } of [mark, fatima]) {
    const download = await takeAlong(page, 'Word-bestand met opmerkingen en voorstellen')
    const parts = partsOf(await readFile((await download.path()) ?? ''))
    expect(parts['word/comments.xml']).toContain('@Mark de Vries')
    expect(parts['word/comments.xml']).toContain('Ja, dat vind ik.')
    expect(JSON.stringify(parts)).not.toContain(SECRET)
  }
})

describe('while others write', () => {
  test('the words that are spoken of stay marked, and the keyboard leads from comment to comment, to the words, and back', async () => {
    const { page } = mark
    const text = await textOf(page, PRINCIPLES)
    await text.locator('p').first().click()
    await page.keyboard.press('Home')
    await page.keyboard.type('Altijd: ')
    await caretAtEndOf(text, 0)
    await page.keyboard.type(' En meer.')
    for (const each of [noor, mark])
      await expect.poll(async () => (await spoken(each.page).allTextContents()).join('')).toBe(WORDS)
    await untilKept(page)

    await showAll(page)
    await page.getByRole('button', { name: /^Opmerking bij artikel 4/ }).click()
    await page.getByLabel('Uw opmerking', { exact: true }).fill('Over heel artikel 4')
    await page.getByRole('button', { name: 'Plaats opmerking' }).click()
    const [question, other] = await Promise.all(
      [QUESTION, 'Over heel artikel 4'].map((words) => cardWith(page, words).getAttribute('data-card')),
    )
    await expect.poll(() => focused(page)).toBe(other)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused(page)).toBe(question)
    await page.keyboard.press('Enter')
    const isInWords = () =>
      page.evaluate(() => {
        const at = getSelection()?.anchorNode?.parentElement
        return (
          document.activeElement?.matches('[contenteditable]') === true &&
          at?.closest('.hs-commented') !== null
        )
      })
    await expect.poll(isInWords).toBe(true)
    await page.keyboard.press('Control+Alt+KeyM')
    await expect.poll(() => focused(page)).toBe(question)
    await expectAccessible(page)
  })

  test('a comment whose words are taken out says what stood there', async () => {
    const { page } = mark
    await select(first(page))
    await page.keyboard.press('Delete')
    const card = cardWith(noor.page, QUESTION)
    await card.getByText('De tekst is weg; dit stond er:').waitFor()
    await card.getByText(WORDS).waitFor()
    await expect.poll(() => spoken(noor.page).count()).toBe(0)
    await untilKept(page)
  })
})

describe('without a connection', () => {
  test('what is said waits on the device, over the closing of the browser too, and is there once when there is one again', async () => {
    await untilAtHand(fatima.page)
    await fatima.context.setOffline(true)
    await openComments(fatima.page)
    await showAll(fatima.page)
    await cardWith(fatima.page, QUESTION).getByRole('button', { name: 'Antwoord' }).click()
    await fatima.page.keyboard.type('Ik schrijf dit in de trein.')
    await fatima.page.getByRole('button', { name: 'Plaats antwoord' }).click()
    const waiting = () => cardWith(fatima.page, 'in de trein').getByText('Nog niet verzonden')
    await waiting().waitFor()

    await fatima.reopen(address)
    await openComments(fatima.page)
    await showAll(fatima.page)
    await waiting().waitFor()
    await expectAccessible(fatima.page)

    await fatima.context.setOffline(false)
    await cardWith(noor.page, 'Ik schrijf dit in de trein.').waitFor()
    await waiting().waitFor({ state: 'detached' })
    const said = (await threadsOf(mark))
      .flatMap(({ comments }) => comments)
      .filter(({ text }) => text.includes('trein'))
    expect(said).toHaveLength(1)
  })

  test('and the browsers had nothing else to complain of', () => {
    mark.expectNoComplaints()
    noor.expectNoComplaints()
    fatima.expectNoComplaints(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|Failed to load/)
  })
})

describe('who may comment, at a table and at facts', () => {
  test('says something about a row and about a fact, which is all that is offered there, and finds the way back to both', async () => {
    const { page } = noor
    await page.goto(address)
    const definitions = article(page, 'Artikel 1 Wat de woorden betekenen')
    await definitions.scrollIntoViewIfNeeded()
    await definitions.getByRole('button', { name: 'Acties voor rij 2' }).click()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Opmerking bij deze rij'])
    await page.getByRole('menuitem').click()
    await say(page, 'Dit woord kent niemand.')
    const duration = article(page, 'Artikel 5 Hoe lang duurt de samenwerking?')
    await duration.locator('summary', { hasText: /^Gegevens bij dit artikel$/ }).click()
    await duration
      .getByRole('button', { name: /^Acties voor / })
      .first()
      .click()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Opmerking bij dit gegeven'])
    await page.getByRole('menuitem').click()
    await say(page, 'Kan dit eerder?')
    await showAll(page)
    await expectAccessible(page, ['.hs-sheet__section:not(:has(details[open]))', '.hs-sheet__title-page'])
    for (const [words, place] of [
      ['Dit woord kent niemand.', definitions.locator('[data-record]').nth(1)],
      ['Kan dit eerder?', duration.locator('.hs-field-row--read').first()],
    ] as const) {
      await cardWith(page, words).getByRole('button', { name: 'Ga naar de plaats' }).click()
      await expect.poll(() => place.evaluate((it) => it.contains(document.activeElement))).toBe(true)
    }
  })
})

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Uw opmerking', { exact: true }).fill(words)
  await page.keyboard.press('Control+Enter')
  await cardWith(page, words).waitFor()
}
