import type { Browser, Page } from 'playwright-core'
import { openVisitor, startBrowser } from '../support/browser.ts'
import { startServer } from '../support/test-server.ts'
import { bareEditorPage } from './bare-editor.ts'
import { largeAgreement } from './large-agreement.ts'
import { quantile, type Table } from './table.ts'

const ARTICLES = 60
const KEYS = 60
const WARM_UP = 8
const OPENINGS = 3

/**
 * Typing in a large agreement, from the key to the frame that shows it, beside one TipTap editor alone on a page in the same browser;
 * and how long it takes until the agreement can be read, and a jump to its last article has arrived.
 */
export async function measureEditor(): Promise<readonly Table[]> {
  const server = await startServer({ client: true })
  const browser = await startBrowser()
  try {
    const token = await server.token('bench')
    const { invitations } = await server.createAgreement({ snapshot: largeAgreement(ARTICLES) }, token)
    const bare = await typeBare(browser)
    const { openings, typing, jump } = await typeInAgreement(browser, server.url, invitations[0]?.url ?? '')
    const ratio = quantile(typing, 0.95) / quantile(bare, 0.95)
    return [
      {
        title: `Keystroke to paint, ${ARTICLES} articles with every block`,
        columns: ['where', 'p50', 'p95', 'p95 to bare'],
        rows: [
          ['one bare TipTap editor', ...shown(bare), ''],
          ['the agreement', ...shown(typing), ratio.toFixed(2)],
        ],
      },
      {
        title: `Opening it from a warm server, ${ARTICLES} articles`,
        columns: ['what', 'best', 'worst'],
        rows: [
          ['until it can be read', ms(Math.min(...openings)), ms(Math.max(...openings))],
          ['jump to the last article', ms(jump), ms(jump)],
        ],
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function typeBare(browser: Browser): Promise<number[]> {
  const { page, close } = await openVisitor(browser)
  await page.setContent(await bareEditorPage())
  await page.locator('.ProseMirror p').nth(2).click()
  const times = await keystrokes(page)
  await close()
  return times
}

async function typeInAgreement(browser: Browser, url: string, invitation: string) {
  const { page, close } = await openVisitor(browser, { baseURL: url })
  await page.goto(invitation)
  await page.getByLabel('Uw naam').fill('Mark')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.locator('.hs-sheet .hs-prose').first().waitFor()
  const address = page.url()
  const openings: number[] = []
  for (let run = 0; run < OPENINGS; run++) {
    await page.goto('about:blank')
    await page.goto(address, { waitUntil: 'commit' })
    openings.push(await page.evaluate(untilRead))
  }
  await page.waitForFunction(allEditable, null, { timeout: 120_000 })
  const text = page.getByRole('region', { name: /Extra artikel 2$/ }).getByRole('textbox', { name: /^Tekst/ })
  await text.locator('p').first().click()
  const typing = await keystrokes(page)
  const jump = await jumpToLast(page)
  await close()
  return { openings, typing, jump }
}

/** Presses keys one by one and gives for each the time (ms) until after the frame that paints it. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.evaluate(watchKeys)
  for (let key = 0; key < KEYS + WARM_UP; key++) {
    await page.keyboard.press('e')
    await page.waitForFunction((count) => window.paints.length > count, key)
  }
  return (await page.evaluate(() => window.paints)).slice(WARM_UP)
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

declare global {
  interface Window {
    paints: number[]
  }
}

/** Runs in the page. */
function watchKeys(): void {
  window.paints = []
  addEventListener(
    'keydown',
    (event) => {
      // The task after the frame: what the key changed has been painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => window.paints.push(performance.now() - event.timeStamp)
        channel.port2.postMessage(null)
      })
    },
    { capture: true },
  )
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

/** Runs in the page. */
function allEditable(): boolean {
  return document.querySelectorAll('section[data-place] .hs-prose:not(.ProseMirror)').length === 0
}

const ms = (time: number): string => `${time.toFixed(0)} ms`
const shown = (times: readonly number[]): string[] => [ms(quantile(times, 0.5)), ms(quantile(times, 0.95))]
