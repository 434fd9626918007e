import type { Page } from 'playwright-core'
import { openVisitor, startBrowser } from '../support/browser.ts'
import { startServer } from '../support/test-server.ts'
import { largeAgreement } from './large-agreement.ts'
import type { Table } from './table.ts'

const ARTICLES = 60
const FILES = 5

/** In ms: all of it; the longest task of the page, 0 when none is a long one (W3C Long Tasks, 50 ms); the longest that no task could begin. */
type Taken = { whole: number; longestTask: number; longestBlock: number }

/** A Word file of a large agreement, made by the browser without a network: how long it takes, and how long the screen stands still meanwhile. */
export async function measureBrowserExport(): Promise<readonly Table[]> {
  const server = await startServer({ client: true })
  const browser = await startBrowser()
  try {
    const { invitations } = await server.createAgreement(
      { snapshot: largeAgreement(ARTICLES) },
      await server.token('bench'),
    )
    const { page, context } = await openVisitor(browser, { baseURL: server.url })
    await page.goto(invitations[0]?.url ?? '')
    await page.getByLabel('Uw naam').fill('Mark')
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await page.waitForFunction(() =>
      navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated'),
    )
    await page.waitForFunction(allEditable, null, { timeout: 120_000 })
    await context.setOffline(true)
    await page.getByText('Geen verbinding').first().waitFor()
    const idle = await standing(page, () => page.evaluate(sixtyFrames))
    const files: Taken[] = []
    for (let file = 0; file < FILES; file++) files.push(await takeAlong(page))
    return [tableOf(idle, files)]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function takeAlong(page: Page): Promise<Taken> {
  await page.getByRole('banner').getByRole('button', { name: 'Meenemen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Meenemen' })
  // Found before it is measured: finding it by its role takes the page a third of a second.
  const button = await dialog.getByRole('button', { name: 'Word-bestand', exact: true }).elementHandle()
  await page.evaluate(untilCalm)
  const press = () => button?.evaluate((element) => (element as HTMLElement).click())
  const taken = await standing(page, () => Promise.all([page.waitForEvent('download'), press()]))
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  await dialog.waitFor({ state: 'detached' })
  return taken
}

/** Runs in the page: about a second. */
async function sixtyFrames(): Promise<void> {
  for (let n = 0; n < 60; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Runs in the page: the dialog has opened, with all that comes with it, once twenty frames in a row came in time. */
async function untilCalm(): Promise<void> {
  let last = performance.now()
  for (let inTime = 0; inTime < 20; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const now = performance.now()
    inTime = now - last < 25 ? inTime + 1 : 0
    last = now
  }
}

/** What `act` takes, and the longest that no task could begin on the thread of the page meanwhile (ms). */
async function standing(page: Page, act: () => Promise<unknown>): Promise<Taken> {
  await page.evaluate(watchBlocks)
  const start = performance.now()
  await act()
  const whole = performance.now() - start
  return { whole, ...(await page.evaluate(() => window.blocks)) }
}

declare global {
  interface Window {
    blocks: { longestTask: number; longestBlock: number }
  }
}

/** Runs in the page: a task follows the one before it at once, so a gap between two is what stood between them. */
function watchBlocks(): void {
  const blocks = { longestTask: 0, longestBlock: 0 }
  window.blocks = blocks
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocks.longestTask = Math.max(blocks.longestTask, duration)
    if (window.blocks !== blocks) tasks.disconnect()
  })
  tasks.observe({ type: 'longtask' })
  let last = performance.now()
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    const now = performance.now()
    blocks.longestBlock = Math.max(blocks.longestBlock, now - last)
    last = now
    if (window.blocks === blocks) setTimeout(() => channel.port2.postMessage(null), 1)
  }
  channel.port2.postMessage(null)
}

/** Runs in the page. */
function allEditable(): boolean {
  return document.querySelectorAll('section[data-place] .hs-prose:not(.ProseMirror)').length === 0
}

function tableOf(idle: Taken, files: readonly Taken[]): Table {
  const row = (what: string, { whole, longestTask, longestBlock }: Taken) => [
    what,
    `${whole.toFixed(0)} ms`,
    longestTask === 0 ? 'under 50 ms' : `${longestTask.toFixed(0)} ms`,
    `${longestBlock.toFixed(0)} ms`,
  ]
  return {
    title: `A Word file of ${ARTICLES} articles with every table, made by the browser`,
    columns: ['what', 'takes', 'longest task', 'longest between two tasks'],
    rows: [row('nothing, for comparison', idle), ...files.map((file, n) => row(`file ${n + 1}`, file))],
  }
}
