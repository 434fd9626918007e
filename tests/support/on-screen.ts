import type { Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
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
  await page.getByRole('link', { name: /^Kies dit model: Samenwerkingsovereenkomst/ }).click()
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

/** An article by its name: "Artikel 3 Zo werken wij samen". */
export function article(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The text of an article, made ready to write in. */
export async function textOf(page: Page, name: string): Promise<Locator> {
  await article(page, name).scrollIntoViewIfNeeded()
  const text = article(page, name).getByRole('textbox', { name: /^Tekst van/ })
  await text.waitFor()
  return text
}

/** The facts beside an article, unfolded. */
export async function factsOf(page: Page, name: string): Promise<Locator> {
  const place = article(page, name)
  await place.scrollIntoViewIfNeeded()
  const summary = place.locator('summary', { hasText: /^Gegevens bij dit artikel$/ })
  await summary.click()
  const facts = place.locator('details[open] .hs-facts-aside')
  await facts.waitFor()
  return facts
}

/** Puts the caret behind the last letter of a paragraph. */
export async function caretAtEndOf(text: Locator, paragraph: number): Promise<void> {
  await text.locator('p').nth(paragraph).click()
  await text.press('End')
}

/** Types words behind a paragraph of an article, letter by letter. */
export async function writeIn(page: Page, name: string, paragraph: number, words: string): Promise<void> {
  const text = await textOf(page, name)
  await caretAtEndOf(text, paragraph)
  await text.pressSequentially(` ${words}`, { delay: 5 })
}

/** Waits until the words stand in the article on every one of these screens. */
export async function untilSeen(people: readonly Visitor[], name: string, ...words: string[]): Promise<void> {
  const seen = ({ page }: Visitor, word: string) => article(page, name).getByText(word).first().waitFor()
  await Promise.all(people.flatMap((each) => words.map((word) => seen(each, word))))
}

/** Waits until all is kept and every one of these screens shows the same prose; the end of the paper is drawn a moment after its beginning. */
export async function untilEqual(people: readonly Visitor[]): Promise<void> {
  const read = () => Promise.all(people.map(async ({ page }) => JSON.stringify(await wordsOn(page))))
  await Promise.all(people.map(({ page }) => untilKept(page)))
  await expect.poll(async () => new Set(await read()).size, { timeout: 20_000 }).toBe(1)
}

/** Every paragraph of prose as it reads, without the tables in it and the carets of others. */
export function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section[data-place] .hs-prose > p')].map((paragraph) => {
      const copy = paragraph.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.hs-caret')) caret.remove()
      return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
    }),
  )
}

/**
 * Chooses from the menu "Meer" of an agreement. With the key: to click a menu that still opens, Playwright scrolls the page below it,
 * and another article would be in view.
 */
export async function chooseFromMore(page: Page, choice: string): Promise<void> {
  const button = page.getByRole('banner').getByRole('button', { name: 'Meer', exact: true })
  const item = page.getByRole('menuitem', { name: choice, exact: true })
  // A page that still scrolls closes a menu, and what one offers may hang on the article in view.
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await button.press('Enter')
    const isThere = await item.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    )
    if (isThere) break
    await page.keyboard.press('Escape')
  }
  await item.press('Enter')
}

/** Takes a file along from the dialog "Meenemen", by its name there, and closes the dialog. */
export async function takeAlong(page: Page, file: string): Promise<Download> {
  await page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meenemen' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: file, exact: true }).click(),
  ])
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  return download
}
