import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMAT } from '../../shared/agreement/snapshot.ts'
import type { ConsentsView } from '../../shared/protocol/endpoints-consents.ts'
import { expectAccessible, SCREENS, type Visitor } from '../support/browser.ts'
import { exampleOnPaper } from '../support/examples-on-paper.ts'
import { type House, openHouse } from '../support/house.ts'
import { join } from '../support/on-screen.ts'
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
