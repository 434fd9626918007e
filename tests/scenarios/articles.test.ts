import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { expectAccessible, openVisitor, SCREENS, startBrowser, type Visitor } from '../support/browser.ts'
import { officeText } from '../support/office.ts'
import { beginAgreement, caretAtEndOf, join, linkFor, untilKept } from '../support/on-screen.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const PRINCIPLES = /Zo werken wij samen$/
const TERM = /Hoe lang duurt de samenwerking\?$/

let server: TestServer
let browser: Browser
let gemeente: Visitor
let jeugdhulp: Visitor
let moeders: Visitor
let id: string

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  const visit = (screen: 'laptop' | 'phone') => openVisitor(browser, { screen, baseURL: server.url })
  ;[gemeente, jeugdhulp, moeders] = await Promise.all([visit('laptop'), visit('laptop'), visit('phone')])
  const parties = ['Gemeente Weidehaven', 'De Vuurboei', 'Moeders van de Haven']
  const address = await beginAgreement(gemeente, 'Mark', 'Samen dichtbij', parties)
  id = new URL(address).pathname.split('/').at(-1) ?? ''
  await join(jeugdhulp, await linkFor(gemeente, 'De Vuurboei'), 'Petra')
  await join(moeders, await linkFor(gemeente, 'Moeders van de Haven'), 'Samira')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const everybody = () => [gemeente, jeugdhulp, moeders]

/** The article with this heading, whatever its number is now. */
const named = (page: Page, name: RegExp): Locator => page.getByRole('region', { name })

/** The words in these fields that are wider than the field: what is typed in has no hyphens, so they would be broken anywhere. */
const brokenWords = (page: Page, fields: string) =>
  page.locator(fields).evaluateAll((all) =>
    all.flatMap((field) => {
      if (!(field instanceof HTMLTextAreaElement)) return []
      const style = getComputedStyle(field)
      const pen = document.createElement('canvas').getContext('2d')
      if (pen === null) return ['nothing to measure with']
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const room = field.clientWidth - Number.parseFloat(style.paddingInlineStart) * 2
      return field.value.split(/[\s-]+/).filter((word) => pen.measureText(word).width > room)
    }),
  )

async function proseOf(page: Page, name: RegExp): Promise<Locator> {
  await named(page, name).scrollIntoViewIfNeeded()
  const text = named(page, name).getByRole('textbox', { name: /^Tekst van/ })
  await text.waitFor()
  return text
}

async function choose(page: Page, name: RegExp, choice: string): Promise<void> {
  await named(page, name)
    .getByRole('button', { name: /verplaatsen en meer$/ })
    .click()
  await page.getByRole('menuitem', { name: choice }).click()
}

const headingsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.hs-sheet section[data-place] h2')].map(
      (heading) => heading.getAttribute('aria-label') ?? '',
    ),
  )

async function snapshot(): Promise<AgreementBody> {
  const cookie = (await gemeente.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${server.url}/api/v1/agreements/${id}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as AgreementBody
}

describe('articles as things, with three people', () => {
  test('one types in an article while another moves it: focus, caret and every letter stay, numbers follow', async () => {
    const text = await proseOf(jeugdhulp.page, PRINCIPLES)
    await caretAtEndOf(text, 0)
    const typed = jeugdhulp.page.keyboard.type(' Ook als het druk is, en juist dan.', { delay: 40 })
    for (const choice of ['Omlaag', 'Omlaag', 'Omhoog']) await choose(gemeente.page, PRINCIPLES, choice)
    await typed
    expect(await text.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    const words = 'Zij nemen elkaars kennis serieus. Ook als het druk is, en juist dan.'
    for (const { page } of everybody()) await named(page, PRINCIPLES).getByText(words).waitFor()
    for (const { page } of everybody()) {
      await expect.poll(() => headingsOn(page)).toContain('Artikel 4 Zo werken wij samen')
    }
    const [first, ...others] = await Promise.all(everybody().map(({ page }) => headingsOn(page)))
    for (const other of others) expect(other).toEqual(first)
  })

  test('two move the same article at once and a third renames a party: all three screens agree', async () => {
    const party = named(moeders.page, /^Partijen$/)
    await party.scrollIntoViewIfNeeded()
    const name = party.locator('[data-address^="parties."][data-address$=".name"] textarea').nth(2)
    await name.waitFor()
    await Promise.all([
      choose(gemeente.page, PRINCIPLES, 'Omlaag'),
      choose(jeugdhulp.page, PRINCIPLES, 'Omhoog'),
      name.fill('Vrouwen van de Kade'),
    ])
    await name.press('Tab')
    await Promise.all(everybody().map(({ page }) => untilKept(page)))
    for (const { page } of everybody()) {
      await expect
        .poll(() => page.locator('.hs-sheet__parties').textContent())
        .toContain('Vrouwen van de Kade')
      await expect
        .poll(async () => JSON.stringify(await headingsOn(page)))
        .toBe(JSON.stringify(await headingsOn(gemeente.page)))
    }
  })

  test('a name stands everywhere at once: in the text, the tables and the marks of who is here', async () => {
    const kept = await snapshot()
    expect(kept.parties.map((each) => each.name)).toContain('Vrouwen van de Kade')
    await expect.poll(() => gemeente.page.getByText('Moeders van de Haven').count()).toBe(0)
    expect(await gemeente.page.getByText('Vrouwen van de Kade').count()).toBeGreaterThan(1)
    await gemeente.page.getByRole('button', { name: /^(1 persoon|\d+ mensen)/ }).click()
    await gemeente.page.getByRole('dialog').getByText('Vrouwen van de Kade').first().waitFor()
    await gemeente.page.keyboard.press('Escape')
  })

  test('what is typed in an article that another takes out comes back with it', async () => {
    const text = await proseOf(jeugdhulp.page, TERM)
    await text.getByText('Zegt één partij op').click()
    await jeugdhulp.page.keyboard.press('End')
    await jeugdhulp.page.keyboard.type(' Tot het laatste woord.')
    await choose(gemeente.page, TERM, 'Weghalen')
    await named(moeders.page, TERM).waitFor({ state: 'detached' })
    expect((await snapshot()).removedTexts).toMatchObject([{ heading: 'Hoe lang duurt de samenwerking?' }])
    await gemeente.page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    for (const { page } of everybody()) {
      await named(page, TERM).getByText('Tot het laatste woord.').waitFor()
    }
  })

  test('undo takes back what this person did in prose and tables, and leaves the work of the others', async () => {
    const mine = await proseOf(gemeente.page, PRINCIPLES)
    await caretAtEndOf(mine, 2)
    await gemeente.page.keyboard.type(' Van Mark.')
    const place = gemeente.page.locator('.hs-sheet__place textarea')
    await place.fill('Weidehaven')
    await place.press('Tab')
    const theirs = await proseOf(jeugdhulp.page, PRINCIPLES)
    await caretAtEndOf(theirs, 2)
    await jeugdhulp.page.keyboard.type(' Van Petra.')
    await named(gemeente.page, PRINCIPLES).getByText('Van Petra.').waitFor()
    await mine.locator('p').nth(1).click()
    await gemeente.page.keyboard.press('Control+z')
    await expect.poll(async () => (await snapshot()).place).toBe(null)
    await named(gemeente.page, PRINCIPLES).getByText('Van Mark.').waitFor()
    await gemeente.page.keyboard.press('Control+z')
    await expect.poll(() => named(gemeente.page, PRINCIPLES).getByText('Van Mark.').count()).toBe(0)
    for (const { page } of everybody()) await named(page, PRINCIPLES).getByText('Van Petra.').waitFor()
  })

  test('an article is added from the template and blank, and its text set back, from the keyboard too', async () => {
    const { page } = gemeente
    await choose(page, PRINCIPLES, 'Hierna een artikel toevoegen')
    await page.getByLabel('Kop', { exact: true }).last().fill('Feest')
    await page.getByRole('button', { name: 'Leeg toevoegen' }).click()
    const added = named(page, /Feest$/)
    await added.waitFor()
    await expect
      .poll(async () => {
        const all = await headingsOn(jeugdhulp.page)
        return (
          all.findIndex((each) => each.endsWith('Feest')) - all.findIndex((each) => PRINCIPLES.test(each))
        )
      })
      .toBe(1)
    await choose(page, PRINCIPLES, 'Tekst van het model terugzetten')
    await expect
      .poll(() => page.getByLabel('De tekst zoals die nu is').inputValue())
      .toContain('en juist dan.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Zet de tekst van het model terug' }).click()
    await expect.poll(() => named(jeugdhulp.page, PRINCIPLES).getByText('en juist dan.').count()).toBe(0)
    await named(page, PRINCIPLES)
      .getByRole('button', { name: /verplaatsen en meer$/ })
      .press('Alt+ArrowUp')
    const outline = page.locator('.hs-outline')
    await outline.getByRole('button', { name: /Feest: verplaatsen/ }).press('Alt+ArrowUp')
    await expect.poll(() => page.getByText(/Feest staat nu op plaats/).count()).toBe(1)
  })

  test('a fact and a reference are put in by "/" and the keyboard, and follow what they show', async () => {
    const { page } = gemeente
    const text = await proseOf(page, /Feest$/)
    await text.click()
    await page.keyboard.type('Het feest is op /')
    const search = page.getByRole('combobox', { name: 'Zoek een gegeven, tabel, artikel of partij' })
    await search.fill('begindatum')
    await expectAccessible(page)
    await search.press('Enter')
    await page.keyboard.type(', zie artikel /')
    await search.fill('lang duurt')
    await search.press('Enter')
    await page.keyboard.type(' en/of later.')
    const feest = (on: Page) =>
      named(on, /Feest$/)
        .locator('.hs-prose')
        .textContent()
    const number = (await headingsOn(page)).find((each) => TERM.test(each))?.split(' ')[1]
    for (const { page: on } of everybody()) {
      await expect
        .poll(() => feest(on))
        .toMatch(new RegExp(`Het feest is op \\[.*\\], zie artikel ${number} en/of later\\.`))
    }
    await choose(page, TERM, 'Weghalen')
    await expect
      .poll(() => feest(jeugdhulp.page))
      .toContain('“Hoe lang duurt de samenwerking?” staat hier niet')
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect.poll(() => feest(jeugdhulp.page)).toContain(`zie artikel ${number} en/of later.`)
  })

  test('what is to be filled in is counted beside the article and leads to the place to fill', async () => {
    const { page } = gemeente
    await page.getByRole('button', { name: /^1 in te vullen in .*Feest$/ }).click()
    await page.getByRole('dialog').getByLabel(/begin/i).first().waitFor()
    await page.keyboard.press('Escape')
  })

  test('the outline and the sheet of articles on the phone have no barriers that axe finds', async () => {
    await expectAccessible(gemeente.page)
    await moeders.page.getByRole('button', { name: 'Artikelen' }).click()
    await expectAccessible(moeders.page)
    await moeders.page.keyboard.press('Escape')
  })

  test('with letters twice as large on a small screen no word of a heading is broken: the signs beside it come below', async () => {
    const { page } = moeders
    await page.setViewportSize({ width: 320, height: 640 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const heading = page.locator('.hs-sheet__head .hs-fact-input').first()
    await heading.scrollIntoViewIfNeeded()
    const around = page.locator('.hs-sheet__head').first()
    await expect
      .poll(
        async () => ((await heading.boundingBox())?.width ?? 0) / ((await around.boundingBox())?.width ?? 1),
      )
      .toBeGreaterThan(0.9)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
    await page.setViewportSize(SCREENS.phone)
  })

  test('in a browser with letters twice as large no word of a title is broken, and the buttons at the thumb take two rows', async () => {
    const large = await startBrowser({ letters: 32 })
    const visitor = await openVisitor(large, { screen: 'phone', baseURL: server.url })
    const { page } = visitor
    await page.setViewportSize({ width: 320, height: 640 })
    await join(visitor, await linkFor(gemeente, 'De Vuurboei'), 'Hodan')
    await page.locator('.hs-sheet[aria-busy="false"]').waitFor()
    expect(await brokenWords(page, '.hs-sheet__title textarea, .hs-sheet__heading textarea')).toEqual([])
    const buttons = await page.locator('.hs-thumb__button').evaluateAll((all) =>
      all.map((each) => {
        const { top, left, right, width, height } = each.getBoundingClientRect()
        return {
          row: Math.round(top),
          isSeen: left >= 0 && right <= 320,
          isLarge: width >= 44 && height >= 44,
        }
      }),
    )
    expect(buttons).toHaveLength(6)
    expect(new Set(buttons.map(({ row }) => row)).size).toBe(2)
    expect(buttons.filter(({ isSeen, isLarge }) => !isSeen || !isLarge)).toEqual([])
    await large.close()
  })

  test('the exported Word file says the same: order, numbers, names and references', async () => {
    await Promise.all(everybody().map(({ page }) => untilKept(page)))
    const cookie = (await moeders.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const file = await fetch(`${server.url}/api/v1/agreements/${id}/export?format=docx`, {
      headers: { cookie },
    })
    const words = (await officeText(Buffer.from(await file.arrayBuffer()))).replace(/\s+/g, ' ')
    const headings = (await headingsOn(moeders.page)).filter((each) => each.startsWith('Artikel'))
    const places = headings.map((each) => words.lastIndexOf(each))
    expect(places.every((at) => at > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(words).toContain('Vrouwen van de Kade')
    expect(words).not.toContain('Moeders van de Haven')
    const number = headings.find((each) => TERM.test(each))?.split(' ')[1]
    expect(words).toContain(`zie artikel ${number} en/of later.`)
  })

  test('no screen complained', () => {
    for (const visitor of everybody()) visitor.expectNoComplaints()
  })
})
