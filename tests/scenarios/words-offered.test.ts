import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, type Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { inputMethod } from '../support/input-method.ts'
import { article, caretAtEndOf, textOf, untilEqual, untilKept, wordsOn } from '../support/on-screen.ts'
import { type SlowLine, slowLine } from '../support/slow-line.ts'

const PURPOSE = 'Artikel 2 Doel en resultaten'
/** How many letters go into a cell. */
const FULL = 1000
const HEADING = 'Uw woorden staan niet meer in de tekst'

let house: House
let mark: Visitor
let petra: Visitor
let samira: Visitor
let lines: SlowLine[]

beforeAll(async () => {
  house = await openHouse()
  ;[mark, petra, samira] = await Promise.all([house.visit(), house.visit(), house.visit({ screen: 'phone' })])
  lines = await Promise.all([slowLine(petra), slowLine(samira)])
  await meet('Samen dichtbij', [
    { visitor: mark, name: 'Mark' },
    { visitor: petra, name: 'Petra', party: PARTIES[1] },
    { visitor: samira, name: 'Samira' },
  ])
})
afterAll(() => house?.stop())

const notice = (page: Page): Locator => page.getByRole('region', { name: HEADING })

/** Joins a paragraph with the one above it: Backspace first makes it an ordinary one. */
async function joinWithAbove({ page }: Visitor, paragraph: number): Promise<void> {
  const text = await textOf(page, PRINCIPLES)
  const count = await text.locator('p').count()
  await text.locator('p').nth(paragraph).click()
  await text.press('Home')
  await expect
    .poll(async () => {
      if ((await text.locator('p').count()) === count) await text.press('Backspace')
      return await text.locator('p').count()
    })
    .toBe(count - 1)
}

async function removeParagraph({ page }: Visitor, paragraph: number): Promise<void> {
  const text = await textOf(page, PRINCIPLES)
  await text.locator('p').nth(paragraph).click({ clickCount: 3 })
  await text.press('Delete')
  await text.press('Backspace')
  await joinWithAbove({ page } as Visitor, paragraph)
}

describe('words typed into what another removes at that moment', () => {
  test('who types over a slow line in a paragraph that another joins with a longer one is offered the words, and puts them back in their sentence', async () => {
    const text = await textOf(petra.page, PRINCIPLES)
    const sentence = ((await text.locator('p').nth(3).textContent()) ?? '').trim()
    lines[0]?.hold()
    await caretAtEndOf(text, 3)
    await petra.page.keyboard.type(' Ook in de avond.')
    await joinWithAbove(mark, 3)
    await untilKept(mark.page)
    lines[0]?.letGo()
    await notice(petra.page).getByRole('listitem').waitFor()
    await expect.poll(() => notice(petra.page).textContent()).toContain(PRINCIPLES)
    expect(await notice(petra.page).locator('mark').allTextContents()).toEqual(['Ook in de avond.'])
    expect(await petra.page.evaluate(() => document.activeElement?.closest('.hs-offered') === null)).toBe(
      true,
    )
    await expectAccessible(petra.page)

    await petra.page.reload()
    await untilKept(petra.page)
    await notice(petra.page).getByRole('button', { name: 'Zet terug' }).click()
    await notice(petra.page).waitFor({ state: 'detached' })
    await expect
      .poll(() => wordsOn(mark.page).then((all) => all.join('\n')))
      .toContain(`${sentence} Ook in de avond.`)
    await untilEqual([mark, petra, samira])
  })

  test('on a phone the offer is one line that opens, and what is not needed stays away', async () => {
    const { page } = samira
    const text = await textOf(page, PRINCIPLES)
    lines[1]?.hold()
    await caretAtEndOf(text, 3)
    await page.keyboard.type(' Altijd en overal.')
    await removeParagraph(mark, 3)
    await untilKept(mark.page)
    lines[1]?.letGo()
    await notice(page).waitFor()
    expect(await notice(page).getByRole('listitem').count()).toBe(0)
    await notice(page).getByRole('button', { name: 'Bekijk' }).click()
    await notice(page).getByText('Altijd en overal.').waitFor()
    await expectAccessible(page)
    await notice(page).getByRole('button', { name: 'Niet nodig' }).press('Enter')
    await notice(page).waitFor({ state: 'detached' })
    await untilEqual([mark, petra, samira])
    expect((await wordsOn(page)).join()).not.toContain('Altijd en overal.')
  })

  test('who types over a slow line in a sentence that another breaks in two finds the words, and the caret, where the end of the sentence went', async () => {
    const [text, other] = await Promise.all([petra, mark].map(({ page }) => textOf(page, PRINCIPLES)))
    if (!text || !other) throw new Error('two texts are open')
    const last = (await other.locator('p').count()) - 1
    const sentence = ((await other.locator('p').nth(last).textContent()) ?? '').trim()
    await text.press('Control+End')
    lines[0]?.hold()
    await text.pressSequentially(' Ook')
    await other.press('Control+End')
    for (let letter = 0; letter < 9; letter++) await other.press('ArrowLeft')
    await other.press('Enter')
    await untilKept(mark.page)
    lines[0]?.letGo()
    await text
      .locator('p')
      .nth(last + 1)
      .waitFor()
    await text.pressSequentially(' in de avond.')
    await expect
      .poll(() => wordsOn(mark.page).then((all) => all.join('|')))
      .toContain(`${sentence.slice(0, -9)}|${sentence.slice(-9)} Ook in de avond.`)
    await untilEqual([mark, petra, samira])
  })

  test('who types over a slow line in a cell in which another types too has the words of both, and the caret behind the own', async () => {
    const cell = ({ page }: Visitor, label: string) =>
      article(page, PURPOSE).getByRole('textbox', { name: label })
    await article(mark.page, PURPOSE).getByRole('button', { name: 'Resultaat toevoegen' }).click()
    const [own, other] = [cell(petra, 'Nu, rij 1'), cell(mark, 'Nu, rij 1')]
    await own.click()
    lines[0]?.hold()
    await own.pressSequentially('Elke week')
    await other.pressSequentially('Elke maand')
    await untilKept(mark.page)
    lines[0]?.letGo()
    const both = /^(Elke weekElke maand|Elke maandElke week)$/
    await expect.poll(() => other.inputValue()).toMatch(both)
    await expect.poll(() => own.inputValue()).toMatch(both)
    await own.pressSequentially(' of vaker')
    await expect.poll(() => other.inputValue()).toContain('Elke week of vaker')
    expect(await notice(petra.page).count()).toBe(0)
    await untilEqual([mark, petra, samira])
  })

  test('who composes a sign in a cell in which another types keeps the sign, and the other their words', async () => {
    await article(mark.page, PURPOSE).getByRole('button', { name: 'Resultaat toevoegen' }).click()
    const [own, other] = [petra, mark].map(({ page }) =>
      article(page, PURPOSE).getByRole('textbox', { name: 'Nu, rij 2' }),
    )
    if (!own || !other) throw new Error('two cells are there')
    const { compose, commit } = await inputMethod(petra)
    await own.click()
    await compose('n')
    await expect.poll(() => other.inputValue()).toBe('n')
    await other.press('End')
    await other.pressSequentially(' Plan')
    await untilKept(mark.page)
    await compose('ni')
    await expect.poll(() => other.inputValue()).toBe('ni Plan')
    await commit('你')
    await expect.poll(() => own.inputValue()).toBe('你 Plan')
    await own.pressSequentially('好')
    await expect.poll(() => other.inputValue()).toBe('你好 Plan')
    await untilEqual([mark, petra, samira])
  })

  test('who emptied a cell and writes again while another answers it does not write over them', async () => {
    const [own, other] = [petra, mark].map(({ page }) =>
      article(page, PURPOSE).getByRole('textbox', { name: 'Nu, rij 2' }),
    )
    if (!own || !other) throw new Error('two cells are there')
    await own.fill('')
    await expect.poll(() => other.inputValue()).toBe('')
    await other.pressSequentially('Elke week')
    await expect.poll(() => own.inputValue()).toBe('Elke week')
    await own.pressSequentially('Ja. ')
    await expect.poll(() => other.inputValue()).toMatch(/^(Ja. Elke week|Elke weekJa. )$/)
    await untilEqual([mark, petra, samira])
  })

  test('who composes a sign in a cell that another fills meanwhile reads what does not fit, and the words of the other stay', async () => {
    const [own, other] = [petra, mark].map(({ page }) =>
      article(page, PURPOSE).getByRole('textbox', { name: 'Nu, rij 2' }),
    )
    if (!own || !other) throw new Error('two cells are there')
    const words = 'veel woorden '.repeat(80).slice(0, FULL - 1)
    const { compose, commit } = await inputMethod(petra)
    await own.fill('')
    await compose('n')
    await expect.poll(() => other.inputValue()).toBe('n')
    await other.fill(`n${words}`)
    await untilKept(mark.page)
    await compose('ni')
    await commit('你好吗')
    await expect.poll(() => own.inputValue()).toBe(`你好吗${words}`)
    await own.blur()
    await expect.poll(() => petra.page.getByRole('alert').textContent()).toContain('te lang')
    expect(await other.inputValue()).toBe(`n${words}`)
    await own.press('Home')
    await own.press('Delete')
    await own.press('Delete')
    await expect.poll(() => other.inputValue()).toBe(`吗${words}`)
    await untilEqual([mark, petra, samira])
  })

  test('nobody else was offered anything, and no screen complained', async () => {
    expect(await notice(mark.page).count()).toBe(0)
    for (const visitor of [mark, petra, samira]) visitor.expectNoComplaints()
  })
})
