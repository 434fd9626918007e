import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeHtml } from '../../shared/word/write-html.ts'
import { expectAccessible, openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../support/examples-on-paper.ts'

let browser: Browser
let reader: Visitor
beforeAll(async () => {
  browser = await startBrowser()
  reader = await openVisitor(browser, { screen: 'phone' })
})
afterAll(() => browser?.close())

/** A screen of 1280 px at 400 %. */
const ZOOMED = { width: 320, height: 200 }

describe.each(EXAMPLE_NAMES)('the page of %s as a file', (name) => {
  test('has no barriers that axe finds, and on the narrowest screen only its tables go sideways', async () => {
    const { page } = reader
    await page.setContent(writeHtml(exampleOutline(name)))
    await page.setViewportSize(ZOOMED)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(ZOOMED.width)
    await expectAccessible(page)
    const wide = page.locator('.wide').first()
    await wide.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => wide.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  })
})
