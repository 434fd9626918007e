import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PARTIES, PRINCIPLES } from '../support/house.ts'
import { inputMethod } from '../support/input-method.ts'
import { textOf, untilEqual } from '../support/on-screen.ts'

let house: House
let mark: Visitor
let petra: Visitor
let own: Locator
let other: Locator
/** The paragraph that each test begins, at the end of the article. */
let at: number

beforeAll(async () => {
  house = await openHouse()
  ;[mark, petra] = await Promise.all([house.visit(), house.visit()])
  await meet('Samen dichtbij', [
    { visitor: mark, name: 'Mark' },
    { visitor: petra, name: 'Petra', party: PARTIES[1] },
  ])
  ;[own, other] = await Promise.all([textOf(petra.page, PRINCIPLES), textOf(mark.page, PRINCIPLES)])
})
afterAll(() => house?.stop())

const drawn = (paragraph: HTMLElement): string => {
  const copy = paragraph.cloneNode(true) as HTMLElement
  for (const caret of copy.querySelectorAll('.hs-caret')) caret.remove()
  return copy.textContent ?? ''
}
const wordsOf = (text: Locator, paragraph = at): Promise<string> =>
  text.locator('p').nth(paragraph).evaluate(drawn)

beforeEach(async () => {
  at = await other.locator('p').count()
  await other.press('Control+End')
  await other.press('Enter')
  await other.pressSequentially('Wij drinken thee')
  await expect.poll(() => own.locator('p').count()).toBe(at + 1)
  await expect.poll(() => wordsOf(own)).toBe('Wij drinken thee')
  await own.press('Control+End')
})

const takeOut = (letters: number) => async () => {
  await other.press('End')
  await other.press('ArrowLeft')
  for (let letter = 0; letter < letters; letter++) await other.press('Backspace')
}

describe('a sign that is composed in a sentence', () => {
  test.each<[string, () => Promise<void>, () => Promise<void>, string]>([
    [
      'writes right behind it',
      () => other.pressSequentially(' samen'),
      () => other.pressSequentially(' buiten'),
      'Wij drinken thee你好 samen buiten',
    ],
    [
      'writes in the word before it',
      async () => {
        await other.press('ArrowLeft')
        await other.press('ArrowLeft')
        await other.pressSequentially('XY')
      },
      () => other.pressSequentially('Z'),
      'Wij drinken theXYZe你好',
    ],
    ['takes out the letters before it', takeOut(2), () => other.press('Backspace'), 'Wij drinken t你好'],
    [
      'breaks the sentence before it',
      async () => {
        for (let letter = 0; letter < 5; letter++) await other.press('ArrowLeft')
        await other.press('Enter')
      },
      () => other.pressSequentially('Zwarte '),
      'Zwarte thee你好',
    ],
  ])('leaves no half behind when another %s, and no word is lost', async (_, act, actAgain, words) => {
    const { compose, commit } = await inputMethod(petra)
    await compose('n')
    await expect.poll(() => wordsOf(other)).toBe('Wij drinken theen')
    await other.press('Control+End')
    await act()
    await compose('ni')
    await expect.poll(() => other.textContent()).toContain('ni')
    await actAgain()
    await compose('nih')
    await expect.poll(() => other.textContent()).toContain('nih')
    await commit('你好')
    const last = () => own.locator('p').last().evaluate(drawn)
    await expect.poll(last).toBe(words)
    await own.pressSequentially('!')
    await untilEqual([mark, petra])
    expect(await last()).toBe(words.replace('好', '好!'))
  })

  test('what another writes in another paragraph is drawn meanwhile, and in this one when the text is left', async () => {
    const { compose } = await inputMethod(petra)
    await compose('n')
    await expect.poll(() => wordsOf(other)).toBe('Wij drinken theen')
    await other.press('Control+End')
    await other.press('ArrowLeft')
    await other.press('ArrowLeft')
    await other.pressSequentially('X')
    await other.locator('p').first().click()
    await other.press('Home')
    await other.pressSequentially('Altijd: ')
    await expect.poll(() => wordsOf(own, 0)).toMatch(/^Altijd: /)
    expect(await wordsOf(own)).toBe('Wij drinken theen')
    await own.blur()
    await expect.poll(() => wordsOf(own)).toBe('Wij drinken theXen')
    await untilEqual([mark, petra])
  })

  test('that is left half composed, as telephones leave a word, holds up what another writes for some seconds alone', async () => {
    const { compose } = await inputMethod(petra)
    await compose('n')
    await expect.poll(() => wordsOf(other)).toBe('Wij drinken theen')
    await other.press('Control+End')
    await other.press('ArrowLeft')
    await other.press('ArrowLeft')
    await other.pressSequentially('X')
    await expect.poll(() => wordsOf(own)).toMatch(/^Wij drinken theX/)
    await other.pressSequentially('Y')
    await expect.poll(() => wordsOf(own)).toMatch(/^Wij drinken theXY/)
    await own.press('Control+End')
    await own.pressSequentially('!')
    await untilEqual([mark, petra])
  })

  test('no screen complained', () => {
    for (const visitor of [mark, petra]) visitor.expectNoComplaints()
  })
})
