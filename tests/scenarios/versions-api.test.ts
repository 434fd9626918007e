import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { compareSnapshots } from '../../shared/agreement/compare-snapshots.ts'
import { setField } from '../../shared/document/edit.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import { WORD_FILE_TYPES } from '../../shared/protocol/endpoints-returns.ts'
import type { Version } from '../../shared/protocol/endpoints-versions.ts'
import { readWordFile } from '../../shared/returned/read-word-file.ts'
import { allRows } from '../support/database-rows.ts'
import { HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'
import { decidedLines } from '../support/tracked-word.ts'
import { partsOf } from '../support/word-file.ts'

type Headers = Record<string, string>

let server: TestServer
let agreement: Started
let token: string
let lead: Headers
let writer: Headers
let writerId: string
let partyId: string | null
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
  partyId = link?.partyId ?? null
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
const backTo = (articleId: string, moment: string, headers = writer, id = newId()) =>
  post(at(`/agreements/${agreement.id}/articles/${articleId}/restore`), { id, moment }, headers)
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

  test.each([
    ['who made it', () => writer],
    ['who leads', () => lead],
  ])('is removed by %s, to the last byte, and stays removed when it is sent again', async (_, who) => {
    await write('Alleen in deze versie, zin 8f3a.')
    const { id } = await made('Geheime naam 5c1d')
    const remove = (headers: Headers) => fetch(versions(`/${id}`), { method: 'DELETE', headers })
    expect((await remove(reader)).status).toBe(403)
    expect((await remove(who())).status).toBe(204)
    expect((await remove(who())).status).toBe(204)
    expect(await problemOf(await make('Weer', writer, id))).toEqual([404, '/problems/unknown-version'])
    expect((await fetch(versions(`/${id}`), { headers: writer })).status).toBe(404)
    const rows = allRows(join(server.dataDir, DATABASE_FILE)).get('version') ?? []
    expect(rows.find((row) => row.version_id === id)).toMatchObject({ name: '', bytes: null, hash: '' })
  })

  test('that another made, or that the program kept for what one did oneself, stays for a writer', async () => {
    const { id } = await (await make('Van wie begeleidt', lead)).json()
    const kept = await (await restore(id, articleIds[2] ?? '', writer)).json()
    expect(kept.before).toMatchObject({ kind: 'before-restore', madeBy: writerId })
    for (const versionId of [id, kept.before.id]) {
      const remove = (headers: Headers) => fetch(versions(`/${versionId}`), { method: 'DELETE', headers })
      expect(await problemOf(await remove(writer))).toEqual([403, '/problems/not-allowed'])
      await bodyOf(versionId)
      expect((await remove(lead)).status).toBe(204)
    }
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

  test('says of which article it was, and of nothing when it was all, a name, or did not happen', async () => {
    const version = await made('Wat ging terug')
    const newest = async () => (await list(reader))[0]
    expect(await newest()).toMatchObject({ id: version.id, putBack: null })
    await restore(version.id, articleIds[3] ?? '', writer)
    expect(await newest()).toMatchObject({ madeBy: writerId, putBack: { articleId: articleIds[3] } })
    await restore(version.id, null)
    expect(await newest()).toMatchObject({ kind: 'before-restore', putBack: { articleId: null } })
  })

  test('to a moment, one article says again what it said then, once, after what stood there was kept; facts stay', async () => {
    await write('Van toen.', 3)
    const moment = new Date().toISOString()
    await write('Van daarna.', 3)
    setField(live.doc, 'shortTitle', 'Ook van daarna')
    await kept()
    const [place = '', id] = [articleIds[3], newId()]
    const first = await backTo(place, moment, writer, id)
    expect(first.status).toBe(200)
    const { before } = await first.json()
    expect(before).toMatchObject({ madeBy: writerId, putBack: { articleId: place } })
    expect((await list(reader))[0]).toEqual(before)
    expect(JSON.stringify(await bodyOf(before.id))).toContain('Van daarna.')
    expect([await isOnServer('Van toen.'), await isOnServer('Van daarna.')]).toEqual([true, false])
    expect((await snapshot()).shortTitle).toBe('Ook van daarna')
    await write('Van na het terugzetten.', 3)
    expect(await (await backTo(place, moment, writer, id)).json()).toEqual({ before })
    expect(await isOnServer('Van na het terugzetten.')).toBe(true)
  })

  test('to a moment is refused to who only reads, and for what was not there then; nobody is told of it', async () => {
    const known = await list()
    const now = new Date().toISOString()
    expect((await backTo(articleIds[3] ?? '', now, reader)).status).toBe(403)
    const never = [404, '/problems/unknown-moment']
    expect(await problemOf(await backTo('nergens', now))).toEqual(never)
    expect(await problemOf(await backTo(articleIds[3] ?? '', '2020-01-01T00:00:00Z'))).toEqual(never)
    expect(await list()).toEqual(known)
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

describe('a comparison of versions as a Word file', () => {
  const export_ = (query: string, headers = reader) =>
    fetch(at(`/agreements/${agreement.id}/export?${query}`), { headers })
  async function compared(query: string): Promise<Uint8Array> {
    const answer = await export_(query)
    expect(answer.status).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const nameOf = (answer: Response) =>
    decodeURIComponent(/UTF-8''([^;]*)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')
  /** What stands in a file only after all is accepted, or only after all is rejected. */
  const sides = (docx: Uint8Array) => ({
    newer: decidedLines(docx, 'accept').join('\n'),
    older: decidedLines(docx, 'reject').join('\n'),
  })

  test('tells what changed since a version, for whoever reads, and says of which two texts', async () => {
    await write('Er stond dit zinnetje.', 5)
    const { id } = await made('Vóór de lezing')
    await write('Nu staat er meer.', 5)
    const answer = await export_(`since=${id}`)
    expect(nameOf(answer)).toMatch(/ - vergelijking\.docx$/)
    const { newer, older } = sides(new Uint8Array(await answer.arrayBuffer()))
    expect(newer).toContain('Nu staat er meer.')
    expect(older).not.toContain('Nu staat er meer.')
    for (const side of [newer, older]) {
      expect(side).toContain('Er stond dit zinnetje.')
      expect(side).toMatch(/Vergelijking\tVan: ‘Vóór de lezing’ \(.*\)\. Naar: de tekst van nu \(/)
    }
    expect((await export_(`since=${id}`, {})).status).toBe(401)
  })

  test('lies between any two versions, and is the same file each time', async () => {
    const first = await made('De eerste van twee')
    await write('Alleen in de tweede.', 6)
    const second = await made('De tweede van twee')
    await write('Alleen nu, van na beide.', 6)
    const query = `since=${first.id}&until=${second.id}`
    const docx = await compared(query)
    expect(sides(docx).newer).toContain('Alleen in de tweede.')
    expect(sides(docx).older).not.toContain('Alleen in de tweede.')
    expect(JSON.stringify(partsOf(docx))).not.toContain('Alleen nu, van na beide.')
    expect(await compared(query)).toEqual(docx)
    const xml = partsOf(docx)['word/document.xml'] ?? ''
    const by = new Set(
      [...xml.matchAll(/w:author="([^"]*)" w:date="([^"]*)"/g)].map(([, ...each]) => each.join()),
    )
    expect([...by]).toEqual([
      `Vergelijking: ‘De eerste van twee’ → ‘De tweede van twee’,${second.madeAt.slice(0, 19)}Z`,
    ])
  })

  test('holds nothing of what a party says among its own, and comes back with a clear refusal', async () => {
    const { id } = await made('Met een geheim ernaast')
    const said = await post(
      at(`/agreements/${agreement.id}/comments`),
      {
        ...{ threadId: 'thread-id-of-16-xx', commentId: 'comment-id-of-16-x', circle: 'organisation' },
        ...{
          partyId,
          anchor: { kind: 'article', articleId: articleIds[2], quote: '' },
          text: 'Onder ons: 7c2f.',
        },
      },
      writer,
    )
    expect(said.status).toBeLessThan(300)
    const docx = await compared(`since=${id}`)
    expect(JSON.stringify(partsOf(docx))).not.toContain('7c2f')
    expect(readWordFile(docx)).toMatchObject({ ok: false, trouble: 'comparison' })
    const back = await fetch(at(`/agreements/${agreement.id}/import?fileName=vergelijking.docx`), {
      method: 'POST',
      headers: { ...writer, 'content-type': WORD_FILE_TYPES[0], 'accept-language': 'nl' },
      body: new Uint8Array(docx),
    })
    expect([back.status, await back.json()]).toMatchObject([
      422,
      { type: '/problems/file-comparison', title: 'Dit bestand is een vergelijking' },
    ])
  })

  test('is refused with a version that is not there, and with what makes no sense beside it', async () => {
    const { id } = await made('Om mee te vergelijken')
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const elsewhere = at(`/agreements/${other.id}/export?since=${id}`)
    for (const answer of [
      await export_('since=nergens'),
      await export_(`since=${id}&until=nergens`),
      await export_(`since=${id}&version=9`),
      await fetch(elsewhere, { headers: lead }),
    ])
      expect(await problemOf(answer)).toEqual([404, '/problems/unknown-version'])
    expect((await fetch(elsewhere, { headers: reader })).status).toBe(403)
    const nonsense: [query: string, field: string][] = [
      [`since=${id}&format=pdf`, 'format'],
      [`since=${id}&format=json`, 'format'],
      [`since=${id}&remarks=shared`, 'remarks'],
      [`since=${id}&variant=public`, 'variant'],
      [`until=${id}`, 'until'],
      [`since=${id}&until=${id}&version=1`, 'until'],
    ]
    for (const [query, field] of nonsense) {
      const answer = await export_(query)
      const { type, errors } = await answer.json()
      expect([query, answer.status, type]).toEqual([query, 400, '/problems/malformed-request'])
      expect([query, ...errors.map(({ path }: { path: string }) => path)]).toEqual([query, field])
    }
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
