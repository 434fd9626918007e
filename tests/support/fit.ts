import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, SCREENS } from './browser.ts'

/**
 * Fails when something makes the page wider than its window: reading never asks for two directions (WCAG 2.2, 1.4.10). A window that
 * was just made narrower is drawn anew a moment later; what still sticks out then does so for whoever looks. The width is that of the
 * screen: `innerWidth` of a telephone grows with what sticks out.
 */
export async function expectToFit(page: Page): Promise<void> {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(wide, { message: 'width of the page (px)' }).toBeLessThanOrEqual(widthOf(page))
}

function widthOf(page: Page): number {
  const screen = page.viewportSize()
  if (screen === null) throw new Error('the page has no size of its own')
  return screen.width
}

/** On a laptop and a phone nothing sticks out and axe finds nothing, but in the parts `exclude` selects; the window ends as it was. */
export async function expectGoodAtBothWidths(page: Page, exclude: readonly string[] = []): Promise<void> {
  const before = page.viewportSize()
  for (const screen of ['laptop', 'phone'] as const) {
    await page.setViewportSize(SCREENS[screen])
    await expectToFit(page)
    await expectAccessible(page, exclude)
  }
  if (before) await page.setViewportSize(before)
}
