import type { Page } from 'playwright-core'

/** The first keys wake up what is loaded late; they are not counted. */
const WARM_UP = 8

/** How long a key is held, in ms: with it somebody types some nine keys a second, never in step with the frames of the screen. */
export const AS_PEOPLE_TYPE = (): number => 60 + Math.random() * 80
/** The next key comes as soon as the one before it was painted: faster than anybody types, and in step with the frames of the screen. */
export const AS_FAST_AS_PAINTED = (): number => 0

/** Presses a key so many times, each when the one before it was painted; gives for each the time (ms) until after the frame that paints it. */
export async function keystrokes(page: Page, count: number, held: () => number): Promise<number[]> {
  await page.evaluate(watchKeys)
  for (let key = 0; key < count + WARM_UP; key++) {
    await page.keyboard.press('e', { delay: held() })
    await page.evaluate(untilPainted, key)
  }
  return (await page.evaluate(() => window.paints)).slice(WARM_UP)
}

declare global {
  interface Window {
    paints: number[]
    onPaint?: () => void
    onKeyWatched?: (event: KeyboardEvent) => void
  }
}

/** Runs in the page. Told by the paint itself: to look in each frame would make the browser draw frames that nobody asked for. */
function untilPainted(before: number): Promise<void> {
  return new Promise((resolve) => {
    window.onPaint = () => {
      if (window.paints.length > before) resolve()
    }
    window.onPaint()
  })
}

/** Runs in the page. */
function watchKeys(): void {
  window.paints = []
  if (window.onKeyWatched) return
  window.onKeyWatched = (event) => {
    // The task after the frame: what the key changed has been painted.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        window.paints.push(performance.now() - event.timeStamp)
        window.onPaint?.()
      }
      channel.port2.postMessage(null)
    })
  }
  addEventListener('keydown', window.onKeyWatched, { capture: true })
}
