import type { Locator, Page } from 'playwright-core'
import type { Visitor } from './browser.ts'

/** What a person does with an agreement on the screen, said in the words of the screen. */

/** Signs in on the start screen and begins an agreement from the first template; gives its address. */
export async function beginAgreement(
  { page }: Visitor,
  person: string,
  shortTitle: string,
  parties: readonly string[],
): Promise<string> {
  await page.goto('/')
  await page.getByLabel('Uw naam').fill(person)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('link', { name: /^Kies dit voorbeeld: Samenwerkingsovereenkomst/ }).click()
  await page.getByLabel('Naam van de samenwerking').fill(shortTitle)
  const fields = page.getByRole('group', { name: 'Partijen' }).getByRole('textbox')
  for (const [place, name] of parties.entries()) await fields.nth(place).fill(name)
  await page.getByRole('button', { name: 'Begin de overeenkomst' }).click()
  await untilKept(page)
  return page.url()
}

/** The invitation link of a party, from the dialog "Delen". */
export async function linkFor({ page }: Visitor, party: string): Promise<string> {
  await page.getByRole('button', { name: 'Delen' }).click()
  const link = await page.getByRole('textbox', { name: `Link voor ${party}` }).inputValue()
  await page.getByRole('button', { name: 'Sluiten' }).click()
  return link
}

/** Follows an invitation link, gives a name, and waits for the text. */
export async function join({ page }: Visitor, link: string, person: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Uw naam').fill(person)
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await untilKept(page)
}

/** Waits until the screen promises that everything is kept. */
export async function untilKept(page: Page): Promise<void> {
  await page.getByText('Alles bewaard.').first().waitFor()
}

/** The text of an article, made ready to write in. */
export async function textOf(page: Page, heading: string): Promise<Locator> {
  const section = sectionOf(page, heading)
  await section.scrollIntoViewIfNeeded()
  const text = section.getByRole('textbox', { name: /^Tekst van/ })
  await text.waitFor()
  return text
}

/** The part of the paper under this heading. */
export function sectionOf(page: Page, heading: string): Locator {
  return page
    .locator('section[data-place]')
    .filter({
      has: page.getByRole('textbox', { name: /^Opschrift/ }).and(page.locator(`[value="${heading}"]`)),
    })
}

/** Puts the caret behind the last letter of a paragraph. */
export async function caretAtEndOf(text: Locator, paragraph: number): Promise<void> {
  await text.locator('p').nth(paragraph).click()
  await text.press('End')
}

/** Every paragraph of the paper as it reads, without carets and names of others. */
export function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section[data-place] p')].map((paragraph) => {
      const copy = paragraph.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.hs-caret')) caret.remove()
      return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
    }),
  )
}
