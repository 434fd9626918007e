import { expect } from 'vitest'
import { LiveClient } from './live-client.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A real server with one agreement in it, and how a client gets in. */
export type ServerToKill = {
  server: TestServer
  address: string
  headers: Record<string, string>
  /** The same server with another agreement: a text of many kills would slow the ones after them. */
  anew: () => Promise<ServerToKill>
}

export async function startServerToKill(): Promise<ServerToKill> {
  const server = await startServer()
  const token = await server.token()
  const headers = { authorization: `Bearer ${token}` }
  const anew = async (): Promise<ServerToKill> => {
    const { id } = await server.createAgreement({ templateId: 'coop_youth' }, token)
    return { server, headers, anew, address: `${server.url.replace('http', 'ws')}/sync/${id}` }
  }
  return await anew()
}

const TYPISTS = 20

/** What one kill came to: words that somebody had seen or was told are kept, and those of them that a fresh client does not find. */
export type Killed = { promised: number; lost: string[] }

/**
 * Lets twenty people type, kills the server (-9, or as an operator stops it) once each was told that `acknowledged` of its words are kept, starts it again and
 * looks with a fresh client: those who typed never come back, so that nothing is there because one of them still had it. Half of them
 * take out a word now and then, since what is taken out must not come back either.
 */
export async function killAmongTypists(
  { server, address, headers }: Pick<ServerToKill, 'server' | 'address' | 'headers'>,
  round: number,
  acknowledged: number,
  signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL',
): Promise<Killed> {
  const clients = Array.from({ length: TYPISTS }, () => new LiveClient(address, headers))
  await Promise.all(clients.map((client) => client.synced))
  const typing = clients.map((client, n) => typeWords(client, `${round}.${n}`, n % 2 === 0))
  // Who reads too slowly for a busy machine was let go; what it was promised counts all the same.
  const here = () => clients.filter((client) => client.isOpen)
  await expect
    .poll(() => Math.min(...here().map((client) => client.keptUpTo)), { timeout: 60_000, interval: 10 })
    .toBeGreaterThan(acknowledged)
  expect(here().length, 'typists at the kill').toBeGreaterThan(TYPISTS / 2)
  await server.restart(signal)
  await Promise.all(clients.map((client) => client.closed))
  const promised = clients.flatMap((client, n) =>
    promisedTo(client, `${round}.${n}`, typing[n]?.stop() ?? []),
  )
  const gone = new Set(clients.flatMap((client, n) => takenOutFor(client, typing, n)))
  const fresh = new LiveClient(address, headers)
  await fresh.synced
  const kept = new Set(words(fresh))
  fresh.close()
  const everTaken = new Set(typing.flatMap(({ taken }) => taken.map(({ word }) => word)))
  const lost = [...new Set(promised)].filter((word) => !kept.has(word) && !everTaken.has(word))
  const back = [...gone].filter((word) => kept.has(word)).map((word) => `${word} is back`)
  return { promised: new Set(promised).size + gone.size, lost: [...lost, ...back] }
}

const words = (client: LiveClient) => client.doc.getArray<string>('words').toArray()

type Written = { word: string; number: number }
type Typing = { typed: Written[]; taken: Written[]; stop(): readonly Written[] }

/** Types words until it is stopped, and remembers in which write message each went. */
function typeWords(client: LiveClient, name: string, takesOut: boolean): Typing {
  const typed: Written[] = []
  const taken: Written[] = []
  let count = 0
  const list = client.doc.getArray<string>('words')
  const timer = setInterval(() => {
    const before = client.sent
    const mine = typed.at(-1)?.word
    if (takesOut && mine !== undefined && count % 4 === 3) {
      list.delete(words(client).indexOf(mine), 1)
      if (client.sent > before) taken.push({ word: mine, number: client.sent })
    } else {
      const word = `${name}.${count}`
      list.push([word])
      if (client.sent > before) typed.push({ word, number: client.sent })
    }
    count += 1
  }, 20)
  return {
    typed,
    taken,
    stop: () => {
      clearInterval(timer)
      return typed
    },
  }
}

/** What this client saw of others, and what it was told is kept of its own. */
function promisedTo(client: LiveClient, name: string, typed: readonly Written[]): string[] {
  const acknowledged = typed.filter(({ number }) => number <= client.keptUpTo).map(({ word }) => word)
  const seen = words(client).filter((word) => !word.startsWith(`${name}.`))
  return [...acknowledged, ...seen]
}

/** Words whose removal its writer was told is kept. */
function takenOutFor(client: LiveClient, typing: readonly Typing[], n: number): string[] {
  const taken = typing[n]?.taken ?? []
  return taken.filter(({ number }) => number <= client.keptUpTo).map(({ word }) => word)
}
