import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { endpoints } from '../../shared/protocol/endpoints.ts'

/** What the server has to have answered before an agreement opens without it. */
const ANSWERS = [endpoints.getParticipants.name, endpoints.getCatalog.name]

/** The app is at hand in this browser, whole, and so is the text of so many agreements; those of whom this browser is would open without a server. */
export async function untilAtHand(page: Page, agreements = 1): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // It is active before it has taken over the pages that are open.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect
    .poll(() => page.evaluate(copiesOnDevice))
    .toMatchObject(Array(agreements).fill({ whole: true }))
  await expect
    .poll(() => page.evaluate(missingOnDevice, ANSWERS), { message: 'answers missing on this device' })
    .toEqual([])
}

/** Which of these answers are not on the device for an agreement of whom this browser is. Runs in the page. */
function missingOnDevice(names: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('handslag')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['person', 'copies', 'answers'])
      const me = transaction.objectStore('person').get('me')
      const copies = transaction.objectStore('copies').getAll()
      const answers = transaction.objectStore('answers').getAll()
      transaction.onerror = () => reject(transaction.error)
      transaction.oncomplete = () => {
        opening.result.close()
        const own = copies.result.filter(({ personId }) => personId === me.result)
        const isHere = (id: string, name: string) =>
          answers.result.some(
            (answer) => ['', id].includes(answer.copy) && answer.name.startsWith(`${name} `),
          )
        resolve(
          own.flatMap(({ id }) =>
            names.filter((name) => !isHere(id, name)).map((name) => `${name} of ${id}`),
          ),
        )
      }
    }
  })
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
