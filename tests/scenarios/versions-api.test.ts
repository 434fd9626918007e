import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { compareSnapshots } from '../../shared/agreement/compare-snapshots.ts'
import { setField } from '../../shared/document/edit.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import type { Version } from '../../shared/protocol/endpoints-versions.ts'
import { allRows } from '../support/database-rows.ts'
import { HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let agreement: Started
let token: string
let lead: Headers
let writer: Headers
let writerId: string
let reader: Headers
let live: LiveClient
let articleIds: string[]

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  lead = { authorization: `Bearer ${token}` }
  agreement = await server.createAgreement({ templateId: 'coop_youth', shortTitle: 'Eerst' }, token)
  const [link] = agreement.invitations.filter(({ role }) => role === 'writer')
  writer = { cookie: await server.joinAs(link?.url ?? '', 'Fatima') }
  writerId = (await (await fetch(at('/me'), { headers: writer })).json()).personId
  const made = await post(
    at(`/agreements/${agreement.id}/invitations`),
    { partyId: link?.partyId, role: 'reader' },
    lead,
  )
  reader = { cookie: await server.joinAs((await made.json()).url, 'Lezer') }
  live = new LiveClient(`${server.url.replace('http', 'ws')}/sync/${agreement.id}`, writer)
  await live.synced
  articleIds = (await snapshot()).articles.map(({ id }) => id)
})
afterAll(async () => {
  live?.close()
  await server?.stop()
})

const at = (rest: string) => `${server.url}/api/v1${rest}`
const versions = (rest = '') => at(`/agreements/${agreement.id}/versions${rest}`)
let last = 0
const newId = () => `version-id-of-16-${++last}`
const make = (name: string, headers = writer, id = newId()) => post(versions(), { id, name }, headers)
async function made(name: string): Promise<Version> {
  const answer = await make(name)
  expect(answer.status).toBe(201)
  return answer.json()
}
const restore = (versionId: string, articleId: string | null, headers = lead, id = newId()) =>
  post(versions(`/${versionId}/restore`), { id, articleId }, headers)
async function list(headers = writer): Promise<Version[]> {
  return (await (await fetch(versions(), { headers })).json()).versions
}
async function snapshot(): Promise<AgreementBody> {
  return (await fetch(at(`/agreements/${agreement.id}`), { headers: lead })).json()
}
async function bodyOf(id: string, headers = writer): Promise<AgreementBody> {
  const answer = await fetch(versions(`/${id}`), { headers })
  expect(answer.status).toBe(200)
  return (await answer.json()).body
}
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).type]

/** Writes a paragraph at the end of an article, and waits until it is kept. */
async function write(words: string, place = 2): Promise<void> {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  articleFragment(live.doc, articleIds[place] ?? '').push([paragraph])
  await kept()
}
const kept = () => expect.poll(() => live.keptUpTo >= live.sent).toBe(true)
const isOnServer = async (words: string) => JSON.stringify((await snapshot()).articles).includes(words)

describe('a version', () => {
  test('keeps all that stood there then, under a name, with who made it and when as the server knows them', async () => {
    await write('Van voor de versie.')
    const version = await made('Na de eerste bijeenkomst')
    expect(version).toMatchObject({
      kind: 'named',
      name: 'Na de eerste bijeenkomst',
      madeBy: writerId,
      madeByName: 'Fatima',
    })
    const then = await snapshot()
    await write('Van na de versie.')
    setField(live.doc, 'shortTitle', 'Daarna')
    await kept()
    const body = await bodyOf(version.id, reader)
    expect(compareSnapshots(body, then)).toEqual({ texts: [], facts: [] })
    const { texts, facts } = compareSnapshots(body, await snapshot())
    expect(texts).toMatchObject([{ id: articleIds[2], state: 'changed', paragraphs: [{ state: 'came' }] }])
    expect(facts).toMatchObject([{ address: 'shortTitle', was: 'Eerst', now: 'Daarna' }])
    expect((await list(reader))[0]).toEqual(version)
  })

  test('that is sent twice is kept once and as it was first', async () => {
    const id = newId()
    await make('Eerst', writer, id)
    await write('Tussen de twee.')
    expect(await (await make('Daarna', lead, id)).json()).toMatchObject({ name: 'Eerst' })
    expect((await list()).filter((version) => version.id === id)).toHaveLength(1)
    expect(JSON.stringify(await bodyOf(id))).not.toContain('Tussen de twee.')
  })

  test('is not made by who only reads, and not without a name', async () => {
    expect((await make('Van mij', reader)).status).toBe(403)
    for (const name of ['', '  ', 'x'.repeat(101)]) expect((await make(name)).status).toBe(400)
  })

  test('with a hostile name is a version with that name', async () => {
    for (const name of HOSTILE_TEXTS.slice(8, 12)) expect((await made(name)).name).toBe(name.trim())
  })

  test('is removed by who leads, to the last byte, and stays removed when it is sent again', async () => {
    await write('Alleen in deze versie, zin 8f3a.')
    const { id } = await made('Geheime naam 5c1d')
    const remove = (headers: Headers) => fetch(versions(`/${id}`), { method: 'DELETE', headers })
    expect((await remove(writer)).status).toBe(403)
    expect((await remove(lead)).status).toBe(204)
    expect((await remove(lead)).status).toBe(204)
    expect(await problemOf(await make('Weer', writer, id))).toEqual([404, '/problems/unknown-version'])
    expect((await fetch(versions(`/${id}`), { headers: writer })).status).toBe(404)
    const rows = allRows(join(server.dataDir, DATABASE_FILE)).get('version') ?? []
    expect(rows.find((row) => row.version_id === id)).toMatchObject({ name: '', bytes: null, hash: '' })
  })

  test('of another agreement is not reached by its id', async () => {
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const { id } = await made('Van hier')
    const elsewhere = at(`/agreements/${other.id}/versions/${id}`)
    expect((await fetch(elsewhere, { headers: lead })).status).toBe(404)
    expect((await post(`${elsewhere}/restore`, { id: newId(), articleId: null }, lead)).status).toBe(404)
    expect((await fetch(elsewhere, { headers: writer })).status).toBe(403)
  })
})

describe('going back', () => {
  test('puts everything back as one change in the name of who does it, live for everybody, after keeping what stood there', async () => {
    const version = await made('Om naar terug te gaan')
    const then = await snapshot()
    await write('Dit gaat er weer uit.')
    const before = await snapshot()
    const answer = await restore(version.id, null)
    expect(answer.status).toBe(200)
    const { before: keptBefore } = (await answer.json()) as { before: Version }
    expect(keptBefore).toMatchObject({ kind: 'before-restore', name: '' })
    expect(compareSnapshots(then, await snapshot())).toEqual({ texts: [], facts: [] })
    expect(compareSnapshots(before, await bodyOf(keptBefore.id))).toEqual({ texts: [], facts: [] })
    await expect
      .poll(() => articleFragment(live.doc, articleIds[2] ?? '').toString())
      .not.toContain('weer uit')
    expect((await restore(keptBefore.id, null)).status).toBe(200)
    expect(compareSnapshots(before, await snapshot())).toEqual({ texts: [], facts: [] })
  })

  test('puts back one article alone, by whoever writes', async () => {
    const version = await made('Voor een artikel')
    await write('Weg hiermee.', 2)
    await write('Dit blijft.', 3)
    expect((await restore(version.id, articleIds[2] ?? '', writer)).status).toBe(200)
    expect(await isOnServer('Weg hiermee.')).toBe(false)
    expect(await isOnServer('Dit blijft.')).toBe(true)
  })

  test('is done once for a command that is sent twice: what was written in between stays', async () => {
    const version = await made('Een keer terug')
    await write('Gaat eruit.')
    const id = newId()
    const first = await (await restore(version.id, null, lead, id)).json()
    await write('Van na het terugzetten.')
    expect(await (await restore(version.id, null, lead, id)).json()).toEqual(first)
    expect(await isOnServer('Van na het terugzetten.')).toBe(true)
  })

  test('while somebody types loses nothing of it: it stands in the text or in what was kept just before', async () => {
    const version = await made('Terwijl iemand typt')
    const words = Array.from({ length: 30 }, (_, number) => `tussendoor${number}x`)
    const restored = (async () => {
      const ids: string[] = []
      for (let turn = 0; turn < 3; turn++)
        ids.push((await (await restore(version.id, null)).json()).before.id)
      return ids
    })()
    for (const word of words) {
      await write(word, 4)
    }
    const bodies = await Promise.all((await restored).map((id) => bodyOf(id)))
    const all = JSON.stringify([await snapshot(), ...bodies])
    for (const word of words) expect(all).toContain(word)
  })

  test('is refused to who only reads, everything at once also to who writes, and for what is not in the version', async () => {
    const { id } = await made('Niet voor iedereen')
    expect((await restore(id, articleIds[2] ?? '', reader)).status).toBe(403)
    expect((await restore(id, null, writer)).status).toBe(403)
    expect(await problemOf(await restore(id, 'nergens'))).toEqual([404, '/problems/unknown-version'])
    expect(await problemOf(await restore('nergens', null))).toEqual([404, '/problems/unknown-version'])
  })
})

test('everybody who is connected hears of a version that came and that went', async () => {
  const rings = () =>
    live.notices.filter((notice) => notice.kind === 'changed' && notice.what === 'versions').length
  const before = rings()
  const { id } = await made('Met een bel')
  await expect.poll(rings).toBe(before + 1)
  await fetch(versions(`/${id}`), { method: 'DELETE', headers: lead })
  await expect.poll(rings).toBe(before + 2)
})
