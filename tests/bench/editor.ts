import type { Browser, Page } from 'playwright-core'
import { openVisitor, startBrowser } from '../support/browser.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'
import { BARE_PLACE, bareEditorPage } from './bare-editor.ts'
import { type Discussion, discuss } from './discussion.ts'
import { AS_FAST_AS_PAINTED, AS_PEOPLE_TYPE, keystrokes } from './keystrokes.ts'
import { largeAgreement } from './large-agreement.ts'
import { standingStill } from './standing-still.ts'
import { quantile, type Table } from './table.ts'

const ARTICLES = 60
/** 500 suggestions and 200 threads. */
const MUCH: Discussion = { words: 440, changes: 60, threads: 200 }
/** All is measured in each round, so that what else the machine does hits all. */
const ROUNDS = 2
const KEYS = 60

/**
 * Typing in a large agreement, from the key to the frame that shows it, beside one TipTap editor alone on a page in the same browser;
 * and how long it takes until the agreement can be read, and a jump to its last article has arrived. The same for one of that size about which
 * much is said, where somebody writes and then proposes.
 */
export async function measureEditor(): Promise<readonly Table[]> {
  const server = await startServer({ client: true })
  const browser = await startBrowser()
  try {
    const calm = await newAgreement(server)
    const discussed = await newAgreement(server)
    await discuss(server, discussed, MUCH)
    const bare = typed()
    const whole = typed()
    let paragraphs = 0
    const still = typed()
    const inCalm = measures()
    const inDiscussed = measures()
    for (let round = 0; round < ROUNDS; round++) {
      await typeBare(browser, bare, await bareEditorPage())
      const { page, lines } = await measureIn(browser, server, calm, inCalm)
      paragraphs = lines.length
      await typeBare(browser, whole, await bareEditorPage(lines))
      await typeBare(browser, still, page)
      await measureIn(browser, server, discussed, inDiscussed, untilMarked)
    }
    const typing = (['people', 'fast'] as const).map((pace) =>
      typingTable(pace, { bare, whole, still, paragraphs }, inCalm, inDiscussed),
    )
    return [...typing, openingTable(inCalm, inDiscussed)]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Milliseconds, by what they were measured of. */
type Measures = Record<'read' | 'marked' | 'jump', number[]> & Record<'writing' | 'proposing', Typed>
/** From key to paint, at the pace of people and as fast as it goes. */
type Typed = { people: number[]; fast: number[] }

const typed = (): Typed => ({ people: [], fast: [] })
const measures = (): Measures => ({
  read: [],
  marked: [],
  jump: [],
  writing: typed(),
  proposing: typed(),
})

async function typeAs(page: Page, { people, fast }: Typed): Promise<void> {
  people.push(...(await keystrokes(page, KEYS, AS_PEOPLE_TYPE)))
  fast.push(...(await keystrokes(page, KEYS, AS_FAST_AS_PAINTED)))
}

async function newAgreement(server: TestServer): Promise<Started> {
  return server.createAgreement({ snapshot: largeAgreement(ARTICLES) }, await server.token('bench'))
}

/** Types at the end of the paragraph in the middle. */
async function typeBare(browser: Browser, into: Typed, html: string): Promise<void> {
  const { page, close } = await openVisitor(browser)
  await page.setContent(html)
  const text = page.locator(`#${BARE_PLACE} > .ProseMirror`)
  await text
    .locator('> p')
    .nth(Math.floor((await text.locator('> p').count()) / 2))
    .click()
  await text.press('End')
  await typeAs(page, into)
  await close()
}

/** One person joins, opens the agreement anew, writes in an article, proposes there, and jumps to the end. Gives that page as it stands still, and its headings and paragraphs. */
async function measureIn(
  browser: Browser,
  server: TestServer,
  { invitations }: Started,
  into: Measures,
  untilMarks?: () => Promise<number>,
): Promise<{ page: string; lines: string[] }> {
  const { page, close } = await openVisitor(browser, { baseURL: server.url })
  await page.goto(invitations[0]?.url ?? '')
  await page.getByLabel('Uw naam').fill('Mark')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.locator('.hs-sheet .hs-prose').first().waitFor()
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  into.read.push(await page.evaluate(untilRead))
  if (untilMarks) into.marked.push(await page.evaluate(untilMarks))
  await page.waitForFunction(allEditable, null, { timeout: 120_000 })
  const article = page.getByRole('region', { name: /Extra artikel 2$/ })
  await article.getByRole('textbox', { name: /^Tekst/ }).press('Control+End')
  const still = await standingStill(page)
  await typeAs(page, into.writing)
  await page.getByRole('button', { name: 'Voorstellen', exact: true }).click()
  await typeAs(page, into.proposing)
  into.jump.push(await jumpToLast(page))
  const lines = await page.locator('.hs-sheet :is(h2, .hs-prose > p)').allTextContents()
  await close()
  return { page: still, lines: lines.filter((line) => line.trim() !== '') }
}

async function jumpToLast(page: Page): Promise<number> {
  const last = page.locator('.hs-outline__row').last()
  await last.scrollIntoViewIfNeeded()
  const start = performance.now()
  await last.click()
  await page.waitForFunction(() => {
    const sections = document.querySelectorAll('section[data-place]')
    const { top } = sections[sections.length - 1]?.getBoundingClientRect() ?? {
      top: Number.POSITIVE_INFINITY,
    }
    return top < innerHeight
  })
  return performance.now() - start
}

/** Runs in the page: the time since the navigation at which the text stands on the screen. */
function untilRead(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.hs-sheet .hs-prose')) {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0))
      } else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page: the time since the navigation at which it stands beside the articles how much is said about them. */
function untilMarked(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const isMarked = ['.hs-comment-count--some', '.hs-article-proposals'].every((part) =>
        document.querySelector(part),
      )
      if (isMarked) requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0))
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page. */
function allEditable(): boolean {
  return document.querySelectorAll('section[data-place] .hs-prose:not(.ProseMirror)').length === 0
}

const PACES = {
  people: 'as people type, some nine keys a second',
  fast: 'as fast as it is painted',
}

function typingTable(
  pace: keyof Typed,
  { bare, whole, still, paragraphs }: Record<'bare' | 'whole' | 'still', Typed> & { paragraphs: number },
  calm: Measures,
  discussed: Measures,
): Table {
  const row = (where: string, times: readonly number[]) => {
    const [p50 = Number.NaN, p95 = Number.NaN] = [0.5, 0.95].map((share) => quantile(times, share))
    const ratios = [whole, bare].map((base) => (p95 / quantile(base[pace], 0.95)).toFixed(2))
    return [where, ms(p50), ms(p95), ...ratios]
  }
  return {
    title: `Keystroke to paint, ${PACES[pace]}, ${ARTICLES} articles with every block; ${much()}`,
    columns: ['where', 'p50', 'p95', 'p95 to the first', 'to the second'],
    rows: [
      row(`one bare TipTap editor with the same text, ${paragraphs} paragraphs`, whole[pace]),
      row('one bare TipTap editor with six paragraphs', bare[pace]),
      row('the latter in the agreement, standing still', still[pace]),
      row('the agreement, writing', calm.writing[pace]),
      row('the agreement, proposing', calm.proposing[pace]),
      row('much discussed, writing', discussed.writing[pace]),
      row('much discussed, proposing', discussed.proposing[pace]),
    ],
  }
}

function openingTable(calm: Measures, discussed: Measures): Table {
  const row = (what: string, times: readonly number[]) => [
    what,
    ms(Math.min(...times)),
    ms(Math.max(...times)),
  ]
  return {
    title: `Opening it from a warm server, ${ARTICLES} articles`,
    columns: ['what', 'best', 'worst'],
    rows: [
      row('the agreement, until it can be read', calm.read),
      row('much discussed, until it can be read', discussed.read),
      row('much discussed, until its marks and counts are there', discussed.marked),
      row('the agreement, jump to the last article', calm.jump),
      row('much discussed, jump to the last article', discussed.jump),
    ],
  }
}

const much = () => `much discussed is ${MUCH.words + MUCH.changes} suggestions and ${MUCH.threads} threads`
const ms = (time: number): string => `${time.toFixed(1)} ms`
