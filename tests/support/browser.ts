import type Axe from 'axe-core'
import axe, { type ElementContext, type RunOnly } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { programPath } from './programs.ts'

/** The screens that people sit at, in CSS pixels: the meeting room, a laptop, and an old phone. */
export const SCREENS = {
  projector: { width: 1920, height: 1080 },
  laptop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const

/** One person's browser: an own context (cookies, storage) with a page, and everything that went wrong in it. */
export type Visitor = {
  context: BrowserContext
  page: Page
  /** Errors of the page so far: console, uncaught, failed requests, and requests to foreign addresses. */
  complaints: readonly string[]
  /** Fails with the complaints when there are any, but for those that match one of `expected`. */
  expectNoComplaints: (...expected: RegExp[]) => void
  /** Closes the page, as a person closes the browser, and opens an address in a new one. */
  reopen: (address: string) => Promise<void>
  close: () => Promise<void>
}

export type VisitorOptions = {
  screen?: keyof typeof SCREENS
  /** The address that `page.goto('/…')` starts from. */
  baseURL?: string
  /** Language of the browser, BCP 47. Dutch when absent. */
  locale?: string
}

/**
 * What a page complains of when it asks, on a line that is open still, whether a server that goes down is there: an answer of any other kind
 * would tell it that only sockets are blocked.
 */
export const GOING_DOWN = /status of 503 .*\/healthz/

/**
 * Starts Chromium without a window. The caller closes it; one browser carries many visitors. `letters` is how large (px) people set their
 * letters in the browser itself, as who reads badly does: the widths at which a page is laid out otherwise follow it too.
 */
export async function startBrowser({ letters = 16 } = {}): Promise<Browser> {
  return await chromium.launch({
    executablePath: programPath('chromium'),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      `--blink-settings=defaultFontSize=${letters}`,
    ],
  })
}

/** Opens a browser of its own for one person. */
export async function openVisitor(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const { screen = 'laptop', baseURL, locale = 'nl-NL' } = options
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    hasTouch: screen === 'phone',
    locale,
    timezoneId: 'Europe/Amsterdam',
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const complaints = collectComplaints(context)
  const visitor: Visitor = {
    context,
    page: await context.newPage(),
    complaints,
    expectNoComplaints: (...expected) => {
      const left = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
      failWith('the page complained', left)
    },
    reopen: async (address) => {
      await visitor.page.close()
      visitor.page = await context.newPage()
      await visitor.page.goto(address)
    },
    close: () => context.close(),
  }
  return visitor
}

function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) =>
    complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  )
  context.on('request', (request) => {
    if (isForeign(request)) complaints.push(`foreign address: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason given'
    // A page that is left or closed breaks off its own requests; that is no fault.
    if (why !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${why})`)
  })
  return complaints
}

/** Handslag serves everything itself; in tests that is this machine. */
function isForeign(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url())
  return /^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Fails with rule, place and advice for everything on the page that axe finds against WCAG 2.2 level AA.
 * `exclude` takes selectors of parts that are not ours to mend.
 */
export async function expectAccessible(page: Page, exclude: readonly string[] = []): Promise<void> {
  await untilSettled(page)
  const tags: RunOnly = { type: 'tag', values: WCAG_22_AA }
  const found: string[] = []
  for (const each of await barriers(page, { exclude: [...exclude] }, tags, SIZE_ALONE)) {
    if (each.rule === TARGET_SIZE && (await isLargeEnough(page, each.target))) continue
    found.push(`${each.rule}: ${each.help}\n  at ${each.target}\n  ${each.advice}`)
  }
  failWith(`accessibility of ${page.url()}`, found)
}

const TARGET_SIZE = 'target-size'
/**
 * A target is large enough by its size, or else by the room around it. axe measures the room of every target, against each that
 * stands near, which on a whole agreement takes longer than all else; only of what is too small by its size it matters.
 */
const SIZE_ALONE = ['target-size']
const SIZE_OR_ROOM = ['target-size', 'target-offset']

/** What a bar covers where the page stands now is looked at again in the middle of the screen. */
async function isLargeEnough(page: Page, target: string): Promise<boolean> {
  await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const rule: RunOnly = { type: 'rule', values: [TARGET_SIZE] }
  return (await barriers(page, { include: [target] }, rule, SIZE_OR_ROOM)).length === 0
}

type Barrier = { rule: string; help: string; target: string; advice: string }

/** What axe finds on the page, or on a part of it. Only that leaves the page: what is in order is a hundred times as much. */
async function barriers(
  page: Page,
  context: { include: string[] } | { exclude: string[] },
  runOnly: RunOnly,
  targetSize: string[],
): Promise<Barrier[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(judge, { context, runOnly, targetSize })
}

declare global {
  interface Window {
    /** There once `barriers` put it into the page. */
    axe: typeof Axe
  }
}

type Judging = { context: ElementContext; runOnly: RunOnly; targetSize: string[] }

/** In the page. What is not drawn while it is far from the screen has a guessed height and lies over others; for axe all is drawn. */
async function judge({ context, runOnly, targetSize }: Judging): Promise<Barrier[]> {
  const { axe } = window
  axe.configure({ rules: [{ id: 'target-size', any: targetSize }] })
  const drawn = new CSSStyleSheet()
  drawn.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets.push(drawn)
  try {
    const { violations } = await axe.run(context, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id: rule, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => ({
        rule,
        help,
        target: target.join(' '),
        advice: failureSummary,
      })),
    )
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== drawn)
  }
}

/** What fades in is judged once it is there: half-way, every colour is pale. Longer animations are not waited for. */
async function untilSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const short = document
      .getAnimations()
      .filter((each) => Number(each.effect?.getComputedTiming().endTime) <= 1000)
    await Promise.allSettled(short.map((each) => each.finished))
  })
}

/** Fails with every finding in full, where an assertion on the list would tell only its length. */
function failWith(title: string, findings: readonly string[]): void {
  if (findings.length > 0) throw new Error([title, ...findings].join('\n'))
}
