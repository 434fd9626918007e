import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../server/rooms/limits.ts'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { articleFragment, listMap } from '../../shared/document/layout.ts'
import { readPassages } from '../../shared/document/passages.ts'
import { articleAt, historyView } from '../../shared/protocol/endpoints-history.ts'
import { LiveClient } from '../support/live-client.ts'
import { type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let agreement: Started
/** Two who write, each for a party, and one more of the second party who only looks. */
let fatima: Headers
let jan: Headers
let lena: Headers
let articles: string[]
/** The client ids by which they wrote, or showed a cursor. */
const ids = { fatima: 0, jan: 0, lena: 0 }

beforeAll(async () => {
  server = await startServer()
  const token = await server.token('Petra')
  agreement = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const [first = '', second = ''] = agreement.invitations
    .filter(({ role }) => role === 'writer')
    .map(({ url }) => url)
  fatima = { cookie: await server.joinAs(first, 'Fatima') }
  jan = { cookie: await server.joinAs(second, 'Jan') }
  lena = { cookie: await server.joinAs(second, 'Lena') }
})
afterAll(() => server?.stop())

const get = (path: string) =>
  fetch(`${server.url}/api/v1/agreements/${agreement.id}${path}`, { headers: fatima })
const history = async (query = '') => historyView.parse(await (await get(`/history${query}`)).json())

async function enter(headers: Headers): Promise<LiveClient> {
  const client = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, headers)
  await client.synced
  await client.roundTrip()
  return client
}

function addParagraph({ doc }: LiveClient, article: string): Y.XmlText {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  doc.transact(() => {
    articleFragment(doc, article).push([paragraph])
    paragraph.insert(0, [text])
  })
  return text
}

/** Letter by letter, each a message of its own, as people type. */
function type(text: Y.XmlText, words: string): void {
  for (const letter of words) text.insert(text.length, letter)
}

const kept = (client: LiveClient) => expect.poll(() => client.keptUpTo).toBe(client.sent)

/** Every passage of the articles that somebody wrote, with the name by which the interface knows its writer. */
async function passagesByName(): Promise<string[]> {
  const reader = await enter(fatima)
  const { authors } = await history()
  const names = new Map(authors.flatMap(({ name, clientIds }) => clientIds.map((id) => [id, name] as const)))
  const found = articles.flatMap((article) => {
    const fragment = articleFragment(reader.doc, article)
    return readPassages(fragment).flatMap(({ block, from, to, clientId }) => {
      const text = (fragment.get(block) as Y.XmlElement).get(0) as Y.XmlText
      const name = names.get(clientId)
      return name === undefined ? [] : [`${name}: ${String(text.toJSON()).slice(from, to)}`]
    })
  })
  reader.close()
  return found
}

const WORDS = 'Elke maand een avond in de eigen taal, met eten erbij. '

describe('two people of two parties', () => {
  let before: { passages: string[]; changes: unknown }
  const changesOf = async () => {
    const { changes, authors } = await history()
    const name = (id: string | null) => authors.find(({ personId }) => personId === id)?.name
    return changes
      .map(({ place, personId, edits }) => [articles.indexOf(place), name(personId), edits] as const)
      .sort()
  }

  test('write and delete in two articles, and each passage and change has the name of the right one', async () => {
    const [one, other] = [await enter(fatima), await enter(jan)]
    ids.fatima = one.doc.clientID
    ids.jan = other.doc.clientID
    articles = [...listMap(one.doc, 'articles').keys()].slice(0, 2)
    const [first = '', second = ''] = articles
    expect((await history()).changes).toEqual([])
    type(addParagraph(one, first), WORDS)
    type(addParagraph(other, second), WORDS)
    await Promise.all([kept(one), kept(other)])
    // What Fatima wrote, Jan goes on with; of what Jan wrote, Fatima takes away the first five letters.
    const lastOf = (client: LiveClient, article: string) =>
      (articleFragment(client.doc, article).toArray().at(-1) as Y.XmlElement).get(0) as Y.XmlText
    await expect.poll(() => lastOf(other, first).length).toBe(WORDS.length)
    await expect.poll(() => lastOf(one, second).length).toBe(WORDS.length)
    type(lastOf(other, first), 'Ook in de zomer.')
    lastOf(one, second).delete(0, 5)
    await Promise.all([kept(one), kept(other)])
    before = { passages: await passagesByName(), changes: await changesOf() }
    expect(before.passages).toEqual([`Fatima: ${WORDS}`, 'Jan: Ook in de zomer.', `Jan: ${WORDS.slice(5)}`])
    expect(before.changes).toEqual([
      [0, 'Fatima', WORDS.length + 1],
      [0, 'Jan', 16],
      [1, 'Fatima', 1],
      [1, 'Jan', WORDS.length + 1],
    ])
    one.close()
    other.close()
  })

  test('are named the same after a compaction, and the article of a moment before it is there', async () => {
    const looks = await enter(lena)
    ids.lena = looks.doc.clientID
    looks.show({ place: articles[0] })
    await expect.poll(() => looks.presence.length).toBe(1)
    looks.close()
    // The room goes when nobody is there for a while, and makes its snapshot then.
    await expect.poll(snapshots, { timeout: LIMITS.unloadAfter * 10 }).toBe(1)
    expect(await passagesByName()).toEqual(before.passages)
    expect(await changesOf()).toEqual(before.changes)
    const { changes } = await history()
    const jansFirst = changes.find(({ place, edits }) => place === articles[1] && edits > 1)
    const then = articleAt.parse(
      await (await get(`/articles/${articles[1]}/at?moment=${jansFirst?.to}`)).json(),
    )
    expect(JSON.stringify(then.body)).toContain(WORDS)
    expect((await get(`/articles/${articles[1]}/at?moment=2020-01-01T00:00:00Z`)).status).toBe(404)
  })

  test('older changes are had by asking for those before a moment', async () => {
    const { changes } = await history()
    const [newest, ...older] = changes
    expect((await history(`?before=${newest?.to}`)).changes).toEqual(
      older.filter(({ to }) => to < (newest?.to ?? '')),
    )
    expect((await history(`?before=${changes.at(-1)?.from}`)).changes).toEqual([])
    expect((await get('/history?before=yesterday')).status).toBe(400)
  })

  const lives = [
    ['after the room was unloaded', async () => {}],
    ['after a kill', () => server.restart('SIGKILL')],
    ['after a restart', () => server.restart()],
  ] as const
  for (const [when, begin] of lives) {
    test(`keep their client ids ${when}: nobody writes or shows a cursor under those of another`, async () => {
      await begin()
      const watching = await enter(fatima)
      for (const [whose, id] of [
        ['Fatima, who wrote', ids.fatima],
        ['Lena, who only showed a cursor', ids.lena],
      ] as const) {
        const mallory = await enter(jan)
        mallory.doc.clientID = id
        mallory.doc.getText('purpose.goalText').insert(0, 'vals')
        mallory.show({ place: articles[0] }, id)
        await mallory.roundTrip()
        expect(mallory.refusals, whose).toEqual(['foreign_client'])
        mallory.close()
      }
      // Its own cursor comes behind whatever was told of the forged ones.
      const honest = await enter(jan)
      honest.show({ place: articles[1] })
      await expect
        .poll(() => watching.presence.map(({ clientId }) => clientId))
        .toContain(honest.doc.clientID)
      const seen = new Set(watching.presence.map(({ clientId }) => clientId))
      expect([seen.has(ids.fatima), seen.has(ids.lena)]).toEqual([false, false])
      expect(watching.doc.getText('purpose.goalText').toString()).not.toContain('vals')
      honest.close()
      watching.close()
      expect(await passagesByName()).toEqual(before.passages)
      expect(await changesOf()).toEqual(before.changes)
    })
  }
})

function snapshots(): number {
  const database = new DatabaseSync(join(server.dataDir, DATABASE_FILE), { readOnly: true })
  try {
    const row = database.prepare('select count(*) as count from document_snapshot').get()
    return (row as { count: number }).count
  } finally {
    database.close()
  }
}
