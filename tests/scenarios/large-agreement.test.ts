import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMAT } from '../../shared/agreement/snapshot.ts'
import type { ConsentsView } from '../../shared/protocol/endpoints-consents.ts'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { exampleOnPaper } from '../support/examples-on-paper.ts'
import { type House, openHouse } from '../support/house.ts'
import { join, untilKept } from '../support/on-screen.ts'
import { post, type Started } from '../support/test-server.ts'

const LONG = 120_000

let house: House
let reader: Visitor
let agreement: Started
let token: string

beforeAll(async () => {
  house = await openHouse()
  token = await house.server.token('Petra')
  const snapshot = { ...exampleOnPaper('03-kanaalstad-programma'), format: FORMAT }
  agreement = await house.server.createAgreement({ snapshot }, token)
  reader = await house.visit()
}, LONG)
afterAll(async () => {
  await reader?.close()
  await house?.stop()
})

const writers = () => agreement.invitations.filter(({ role }) => role === 'writer')
const linkOf = (at: number) => writers()[at]?.url ?? ''
const article = (page: Page, heading: string) =>
  page.getByRole('region', { name: new RegExp(`${heading}$`) }).getByRole('textbox', { name: /^Tekst/ })
const row = (name: RegExp) => reader.page.getByRole('navigation').getByRole('button', { name })

test(
  'of eight parties the list of articles counts who says the same, in one line, and says to a screen reader who they are',
  async () => {
    await join(reader, linkOf(2), 'Mark')
    const tasks = row(/^5\s*Taken/)
    await tasks.locator('.hs-article-state').getByText('8', { exact: true }).waitFor()
    const height = (await tasks.boundingBox())?.height

    await object()
    await tasks.locator('.hs-look--objection').waitFor()
    const counts = tasks.locator('.hs-article-state [aria-hidden=true]', { hasText: /^\d$/ })
    expect(await counts.allTextContents()).toEqual(['1', '7'])
    const said = await tasks.textContent()
    expect(said).toContain('bezwaar: Stichting Jeugdhulp De Sluis.')
    expect(said).toMatch(/nog niet: Gemeente Kanaalstad, .*Stichting Nieuwe Buren Kanaalstad\./)
    expect((await tasks.boundingBox())?.height).toBe(height)
    await expectAccessible(reader.page, ['.hs-paper'])
  },
  LONG,
)

test(
  'a key right behind another counts where the cursor is by then, and of all texts one listens to where that is',
  async () => {
    const { page, context } = reader
    const text = (heading: RegExp) =>
      page.getByRole('region', { name: heading }).getByRole('textbox', { name: /^Tekst/ })
    const devtools = await context.newCDPSession(page)
    for (const [heading, words] of [
      [/ Duur, meedoen en stoppen$/, 'Hier eerst.'],
      [/ Veranderen$/, 'En daarna hier.'],
    ] as const) {
      await text(heading).click()
      await text(heading).press('Control+End')
      await page.keyboard.type(` ${words}`)
      await page.keyboard.press('Control+a')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.type('!')
      await text(heading).getByText(`${words}!`).waitFor()
    }
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'document' })
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    })
    const listening = listeners.filter(({ type, scriptId }) => type === 'selectionchange' && scriptId !== '')
    expect(await page.locator('.ProseMirror').count()).toBeGreaterThan(20)
    expect(listening.length).toBeLessThan(5)
  },
  LONG,
)

test(
  'a paragraph of Arabic begins at the right while it is written, and a Dutch one with an Arabic name in it does not',
  async () => {
    const { page } = reader
    const text = page.getByRole('region', { name: / Veranderen$/ }).getByRole('textbox', { name: /^Tekst/ })
    await text.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('نعمل معًا من أجل سلامة الأسر.')
    const arabic = text.locator('p', { hasText: 'نعمل' })
    await expect.poll(() => arabic.getAttribute('dir')).toBe('rtl')
    expect(await arabic.evaluate((p) => getComputedStyle(p).direction)).toBe('rtl')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Deze vereniging heet جمعية الأمل en zij vergadert elke maand.')
    const dutch = text.locator('p', { hasText: 'Deze vereniging' })
    await dutch.waitFor()
    expect(await dutch.getAttribute('dir')).toBeNull()
  },
  LONG,
)

test(
  'while somebody goes on writing nothing on the page turns or moves by itself: the browser would put the whole page together anew for it',
  async () => {
    const { page } = reader
    await article(page, ' Veranderen').press('Control+End')
    await page.evaluate(noteMovingAtKeys)
    await page.keyboard.type(' Wij kijken elk half jaar of dit nog zo is.', { delay: 60 })
    await untilKept(page)
    const moving = await page.evaluate(() => window.movingAtKeys)
    expect(moving.length).toBeGreaterThan(30)
    expect(moving.flat()).toEqual([])
  },
  LONG,
)

test(
  'words that are proposed stay in their element while somebody goes on typing them, with their initials once; behind plain words they stand there again',
  async () => {
    const { page } = reader
    const text = article(page, ' Veranderen')
    await text.press('Control+End')
    const propose = page.getByRole('button', { name: 'Voorstellen', exact: true })
    await propose.click()
    await page.keyboard.type('Of eerder')
    const proposed = text.locator('ins.hs-proposed', { hasText: 'Of eerder' })
    await proposed.waitFor()
    const element = await proposed.elementHandle()
    await page.keyboard.type(', als wij dat willen.')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(' of moeten')
    await untilKept(page)
    expect(await element?.evaluate(({ isConnected, textContent }) => isConnected && textContent)).toBe(
      'Of eerder, als wij dat willen of moeten.',
    )
    const initials = () =>
      text.locator('.hs-proposed--start').evaluateAll((all) => all.map((each) => each.textContent))
    expect(await initials()).toEqual(['Of eerder, als wij dat willen of moeten.'])
    expect(await proposed.getAttribute('data-initials')).toBe('M')
    await propose.click()
    await text.press('Control+End')
    await page.keyboard.type(' Dat is zo.')
    await propose.click()
    await page.keyboard.type(' Meestal.')
    await expect.poll(initials).toEqual(['Of eerder, als wij dat willen of moeten.', ' Meestal.'])
    await propose.click()
  },
  LONG,
)

test(
  'of an agreement that is drawn whole the browser is asked to watch no element in each frame',
  async () => {
    const { page } = reader
    await page.addInitScript(countWatched)
    await page.reload()
    await page.locator('.hs-sheet[aria-busy=false]').waitFor()
    await expect.poll(() => page.locator('.hs-text:not(:has(.ProseMirror))').count()).toBe(0)
    expect(await page.locator('.hs-fields').count()).toBeGreaterThan(10)
    expect(await page.evaluate(() => window.watched.size)).toBe(0)
  },
  LONG,
)

test(
  'while somebody types right after opening no text far away becomes editable; all do when the fingers rest',
  async () => {
    const { page } = reader
    await page.reload()
    const text = page.locator('.ProseMirror').first()
    await text.press('Control+End')
    await page.keyboard.type('Wij zien', { delay: 60 })
    const before = await page.locator('.ProseMirror').count()
    await page.keyboard.type(' elkaar elke maand, en wie niet kan, belt van tevoren af.', { delay: 60 })
    expect(await page.locator('.ProseMirror').count()).toBe(before)
    expect(await page.locator('.hs-text:not(:has(.ProseMirror))').count()).toBeGreaterThan(10)
    await expect.poll(() => page.locator('.hs-text:not(:has(.ProseMirror))').count()).toBe(0)
    await untilKept(page)
  },
  LONG,
)

declare global {
  interface Window {
    movingAtKeys: string[][]
    watched: Set<Element>
  }
}

/** Runs in the page: at each key, what is moving there. */
function noteMovingAtKeys(): void {
  window.movingAtKeys = []
  addEventListener('keydown', () => {
    const running = document.getAnimations().filter(({ playState }) => playState === 'running')
    window.movingAtKeys.push(
      running.map(({ effect }) => (effect instanceof KeyframeEffect && effect.target?.outerHTML) || ''),
    )
  })
}

/** Runs in the page before anything else: what the browser is asked to watch. */
function countWatched(): void {
  window.watched = new Set()
  const { observe, unobserve, disconnect } = IntersectionObserver.prototype
  const own = new WeakMap<IntersectionObserver, Set<Element>>()
  Object.assign(IntersectionObserver.prototype, {
    observe(this: IntersectionObserver, element: Element) {
      own.set(this, (own.get(this) ?? new Set()).add(element))
      window.watched.add(element)
      observe.call(this, element)
    },
    unobserve(this: IntersectionObserver, element: Element) {
      window.watched.delete(element)
      unobserve.call(this, element)
    },
    disconnect(this: IntersectionObserver) {
      for (const element of own.get(this) ?? []) window.watched.delete(element)
      disconnect.call(this)
    },
  })
}

/** Somebody who speaks for one of the parties has an objection to the article on tasks. */
async function object(): Promise<void> {
  const { partyId } = writers()[1] ?? {}
  const headers = { cookie: await house.server.joinAs(linkOf(1), 'Fatima') }
  const address = `${house.server.url}/api/v1/agreements/${agreement.id}`
  const { articles } = (await (await fetch(`${address}/consents`, { headers })).json()) as ConsentsView
  const { articles: named } = (await (await fetch(address, { headers })).json()) as {
    articles: { id: string; heading: string }[]
  }
  const id = named.find(({ heading }) => heading === 'Taken')?.id
  const article = articles.find((one) => one.id === id)
  const said = {
    id: 'command_of_many_parties',
    partyId,
    articleId: article?.id,
    hash: article?.hash,
    state: 'objection',
    reason: 'Er staat niet wie dit betaalt.',
  }
  const answer = await post(`${address}/consents`, said, headers)
  expect(answer.status, await answer.text()).toBeLessThan(300)
}

test(
  'of eight parties no name and no answer in the grid stands over that of its neighbour, on a laptop, a wall or a phone',
  async () => {
    const { page } = reader
    await page.goto(`/agreements/${agreement.id}/akkoord`)
    await page.locator('.hs-grid__look').first().waitFor()
    for (const screen of ['laptop', 'projector', 'phone'] as const) {
      await page.setViewportSize(SCREENS[screen])
      expect(await page.locator('tbody td').evaluateAll(tooWide)).toEqual([])
      if (screen !== 'phone') expect(await page.locator('thead th').evaluateAll(tooWide)).toEqual([])
      await expectAccessible(page)
    }
  },
  LONG,
)

/** Runs in the page: the cells in which something is wider than they are. */
function tooWide(cells: Element[]): string[] {
  return cells.flatMap((cell) => {
    const { right } = cell.getBoundingClientRect()
    const inside = [...cell.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right)
    return inside.some((end) => end > right + 0.5) ? [cell.textContent ?? ''] : []
  })
}
