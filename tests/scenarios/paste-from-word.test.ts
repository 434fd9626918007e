import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { type House, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { caretAtEndOf, textOf, untilKept } from '../support/on-screen.ts'

const LONG = 120_000

let house: House
let petra: Visitor

beforeAll(async () => {
  house = await openHouse()
  petra = await house.visit()
  await meet('Uit Word', [{ visitor: petra, name: 'Petra' }])
}, LONG)
afterAll(async () => {
  await petra?.close()
  await house?.stop()
})

/** An item of a list as Word puts it on the clipboard: a paragraph, with its number as text between marks for old browsers. */
const item = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-fareast-font-family:Arial'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>Vooraf<o:p></o:p></p>
${item(1, '1.', 'De gemeente betaalt.')}
${item(2, 'a)', 'Binnen een maand.')}
${item(1, '·', 'Een punt.')}
<p class=MsoNormal>Tot slot<o:p></o:p></p>
<!--EndFragment--></body></html>`

/** As the browser hands over what stands on the clipboard. */
const paste = (page: Page, html: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, html)

/** So many paragraphs behind the first: of what kind each is, and its words. */
const drawnBehindFirst = async (text: Locator, count: number) => {
  const all = await text
    .locator('p')
    .evaluateAll((each) => each.map((one) => `${one.getAttribute('data-kind')}: ${one.textContent?.trim()}`))
  return all.slice(1, 1 + count)
}

test('given a list pasted from Word, its items are numbered by the paper alone, as deep as they were', {
  timeout: LONG,
}, async () => {
  const { page } = petra
  const text = await textOf(page, PRINCIPLES)
  await caretAtEndOf(text, 0)
  await text.press('Enter')
  await paste(page, FROM_WORD)
  await text.getByText('Tot slot').waitFor()
  expect(await drawnBehindFirst(text, 5)).toEqual([
    'clause: Vooraf',
    'clause: De gemeente betaalt.',
    'subclause: Binnen een maand.',
    'bullet: Een punt.',
    'clause: Tot slot',
  ])
  await untilKept(page)
})

const TABLE = `<html><body><!--StartFragment-->
<table><caption>De kosten</caption><tr><td><p><b>Taak</b></p></td><td><p><b>Uren</b></p></td></tr>
<tr><td><p class=MsoNormal>Overleg</p><p class=MsoNormal>met ouders</p></td><td><p class=MsoNormal>12<o:p></o:p></p></td></tr>
<tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td></td></tr></table>
<table><tr><td><p>Een brief</p><p>in een kader</p></td></tr></table>
<ul><li><p>Een punt</p><ul><li>en wat er onder hoort</li></ul></li><li>Nog een punt</li></ul>
<!--EndFragment--></body></html>`

test('given a table of another program, its rows come in as lines, no word is lost, and the person is told until they go on', {
  timeout: LONG,
}, async () => {
  const { page } = petra
  const text = await textOf(page, PRINCIPLES)
  await caretAtEndOf(text, 0)
  await text.press('Enter')
  await paste(page, TABLE)
  await text.getByText('Nog een punt').waitFor()
  expect(await drawnBehindFirst(text, 9)).toEqual([
    // The first line goes on in the paragraph with the caret.
    'clause: De kosten',
    'plain: Taak | Uren',
    'plain: Overleg met ouders | 12',
    'plain: a | b |',
    'clause: Een brief',
    'clause: in een kader',
    'bullet: Een punt',
    'bullet: en wat er onder hoort',
    'bullet: Nog een punt',
  ])
  expect(await text.locator('p strong').allTextContents()).toEqual(['Taak', 'Uren'])
  const told = page.getByText('Een tabel kan hier niet staan. Elke rij is nu een regel')
  await told.waitFor()
  await text.press('e')
  await told.waitFor({ state: 'hidden' })
  await untilKept(page)
})

test('a paragraph that is left out says so without a line through it, and its dash stands before the words', async () => {
  const { page } = petra
  const text = await textOf(page, 'Artikel 5 Hoe lang duurt de samenwerking?')
  const leftOut = text.locator('p[data-left-out]')
  await leftOut.waitFor()
  const [room, notice] = await leftOut.evaluate((element) => [
    Number.parseFloat(getComputedStyle(element).paddingInlineStart),
    getComputedStyle(element, '::after').display,
  ])
  expect(room).toBeGreaterThan(20)
  // The line through words reaches what flows with them, and not a box of its own.
  expect(notice).toBe('inline-block')
})
