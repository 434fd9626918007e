import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The app is at hand in this browser, whole, and so is the text of so many agreements. */
export async function untilAtHand(page: Page, agreements = 1): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() => page.evaluate(copiesOnDevice))
    .toMatchObject(Array(agreements).fill({ whole: true }))
}

/** All that was written stands on this device: the page would let itself be closed. */
export async function untilOnDevice(page: Page): Promise<void> {
  const mayClose = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))
  await expect.poll(() => page.evaluate(mayClose)).toBe(true)
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

/** Has the copies on this device look as if a newer (or this) version of the product made them. Runs in the page. */
export function setSchemaOfCopies(schema: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('handslag')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('copies', 'readwrite')
      const store = transaction.objectStore('copies')
      const all = store.getAll()
      all.onsuccess = () => {
        for (const header of all.result) store.put({ ...header, schema })
      }
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}

/** How many updates the copies on this device hold. Runs in the page. */
export function updatesOnDevice(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('handslag')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const count = opening.result.transaction('updates').objectStore('updates').count()
      count.onerror = () => reject(count.error)
      count.onsuccess = () => {
        opening.result.close()
        resolve(count.result)
      }
    }
  })
}
