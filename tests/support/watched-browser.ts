import type { Page } from 'playwright-core'
import type { Visitor } from './browser.ts'

/** Everything that comes to somebody's browser and stays in it, as text to look words up in. */
export type WatchedBrowser = {
  /** All answers and all bytes of live connections since the watch began, what the browser keeps, and the page as it stands. */
  everything: () => Promise<string>
}

/** Watches what one person's browser gets from now on. */
export function watchBrowser(visitor: Visitor): WatchedBrowser {
  const answers: Promise<string>[] = []
  let frames = ''
  visitor.context.on('response', (response) => {
    answers.push(response.text().catch(() => ''))
  })
  const follow = (page: Page) =>
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        frames += typeof payload === 'string' ? payload : payload.toString('latin1')
      }),
    )
  follow(visitor.page)
  visitor.context.on('page', follow)
  return {
    everything: async () => {
      const told = (await Promise.all(answers)).join('\n')
      return [told, frames, await visitor.page.evaluate(keptInBrowser), await visitor.page.content()].join(
        '\n',
      )
    },
  }
}

/** What the browser keeps for us: its database, small choices, and files. Runs in the page. */
async function keptInBrowser(): Promise<string> {
  const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
  const asText = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answerOf(indexedDB.open(name))
    for (const store of database.objectStoreNames)
      kept.push(
        JSON.stringify(await answerOf(database.transaction(store).objectStore(store).getAll()), asText),
      )
    database.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      kept.push(request.url, await ((await cache.match(request))?.text() ?? ''))
  }
  return kept.join('\n')
}
