import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The app is at hand in this browser, whole, and so is the text of the agreement. */
export async function untilAtHand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(copiesOnDevice)).toMatchObject([{ whole: true, canWrite: true }])
}

/** What the browser keeps of agreements. Runs in the page. */
export function copiesOnDevice(): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('handslag')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const all = opening.result.transaction('copies').objectStore('copies').getAll()
      all.onerror = () => reject(all.error)
      all.onsuccess = () => {
        opening.result.close()
        resolve(all.result)
      }
    }
  })
}
