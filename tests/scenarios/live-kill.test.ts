import { afterEach, beforeEach, expect, test } from 'vitest'
import { LiveClient } from '../support/live-client.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

const TYPISTS = 20
const KILLS = 3

let server: TestServer
let headers: Record<string, string>
let address: string
beforeEach(async () => {
  server = await startServer()
  const token = await server.token()
  headers = { authorization: `Bearer ${token}` }
  const { templates } = (await (await fetch(`${server.url}/api/v1/templates`, { headers })).json()) as {
    templates: { id: string }[]
  }
  const { id } = await server.createAgreement({ templateId: templates[0]?.id }, token)
  address = `${server.url.replace('http', 'ws')}/sync/${id}`
})
afterEach(() => server.stop())

const words = (client: LiveClient) => client.doc.getArray<string>('words').toArray()

test('after a kill -9 in the midst of 20 typists, a fresh client finds every word that anybody had seen or was told is kept', async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const clients = Array.from({ length: TYPISTS }, () => new LiveClient(address, headers))
    await Promise.all(clients.map((client) => client.synced))
    const mine = clients.map((client, n) => typeWords(client, `${kill}.${n}`))
    await expect
      .poll(() => Math.min(...clients.map((client) => client.keptUpTo)), { timeout: 20_000 })
      .toBeGreaterThan(4)
    await server.restart('SIGKILL')
    await Promise.all(clients.map((client) => client.closed))
    const promised = new Set(
      clients.flatMap((client, n) => promisedTo(client, `${kill}.${n}`, mine[n]?.stop() ?? [])),
    )
    const fresh = new LiveClient(address, headers)
    await fresh.synced
    const kept = new Set(words(fresh))
    fresh.close()
    expect(promised.size).toBeGreaterThan(TYPISTS)
    expect([...promised].filter((word) => !kept.has(word))).toEqual([])
  }
})

type Typing = { stop(): { word: string; number: number }[] }

/** Types words until it is stopped, and remembers in which write message each went. */
function typeWords(client: LiveClient, name: string): Typing {
  const typed: { word: string; number: number }[] = []
  let count = 0
  const timer = setInterval(() => {
    const word = `${name}.${count}`
    count += 1
    const before = client.sent
    client.doc.getArray<string>('words').push([word])
    if (client.sent > before) typed.push({ word, number: client.sent })
  }, 50)
  return {
    stop: () => {
      clearInterval(timer)
      return typed
    },
  }
}

/** What this client saw of others, and what it was told is kept of its own. */
function promisedTo(
  client: LiveClient,
  name: string,
  typed: readonly { word: string; number: number }[],
): string[] {
  const acknowledged = typed.filter(({ number }) => number <= client.keptUpTo).map(({ word }) => word)
  const seen = words(client).filter((word) => !word.startsWith(`${name}.`))
  return [...acknowledged, ...seen]
}
