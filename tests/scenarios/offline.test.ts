import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openVisitor, startBrowser, type Visitor } from '../support/browser.ts'
import {
  article,
  beginAgreement,
  caretAtEndOf,
  join,
  linkFor,
  textOf,
  untilKept,
} from '../support/on-screen.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const PRINCIPLES = 'Artikel 3 Zo werken wij samen'
const OFFLINE = 'Geen verbinding, u kunt doorschrijven.'

let server: TestServer
let browser: Browser
let mark: Visitor
let samira: Visitor
let address: string

beforeAll(async () => {
  server = await startServer({ client: true })
  browser = await startBrowser()
  mark = await openVisitor(browser, { baseURL: server.url })
  samira = await openVisitor(browser, { screen: 'phone', baseURL: server.url })
  address = await beginAgreement(mark, 'Mark', 'Samen dichtbij', ['Gemeente', 'Jeugdhulp', 'Moeders'])
  await join(samira, await linkFor(mark, 'Moeders'), 'Samira')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The app is at hand in this browser, whole, and so is the text of the agreement. */
async function untilAtHand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(copiesOnDevice)).toMatchObject([{ whole: true, canWrite: true }])
}

/** What the browser keeps of agreements. Runs in the page. */
function copiesOnDevice(): Promise<unknown[]> {
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

async function write(page: Page, words: string): Promise<void> {
  const text = await textOf(page, PRINCIPLES)
  await caretAtEndOf(text, 0)
  await text.pressSequentially(words, { delay: 5 })
}

const snapshotText = async () => {
  const cookie = (await mark.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const id = new URL(address).pathname.split('/').at(-1)
  const answer = await fetch(`${server.url}/api/v1/agreements/${id}`, { headers: { cookie } })
  return await answer.text()
}

describe('without a network', () => {
  test('who was here before opens the agreement, finds the text, and writes on', async () => {
    await untilAtHand(samira.page)
    await samira.context.setOffline(true)
    await samira.page.close()
    samira.page = await samira.context.newPage()
    await samira.page.goto(address)
    await article(samira.page, PRINCIPLES).waitFor()
    await samira.page.getByText(OFFLINE).first().waitFor()
    await write(samira.page, ' Geschreven zonder netwerk.')
    await samira.page
      .getByText(/wijzigingen wachten op dit apparaat/)
      .first()
      .waitFor()
  })

  test('the browser is closed and opened again, and the words are there and still wait', async () => {
    await samira.page.close()
    samira.page = await samira.context.newPage()
    await samira.page.goto(address)
    await article(samira.page, PRINCIPLES).getByText('Geschreven zonder netwerk.').waitFor()
    await samira.page
      .getByText(/wijzigingen wachten op dit apparaat/)
      .first()
      .waitFor()
    expect(await snapshotText()).not.toContain('Geschreven zonder netwerk.')
  })

  test('with the network back all is kept, on both sides and at the server', async () => {
    await samira.context.setOffline(false)
    await untilKept(samira.page)
    await article(mark.page, PRINCIPLES).getByText('Geschreven zonder netwerk.').waitFor()
    await expect.poll(snapshotText).toContain('Geschreven zonder netwerk.')
  })
})
