import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import type { OpenPoint } from '../../shared/protocol/endpoints-open-points.ts'
import { allRows } from '../support/database-rows.ts'
import { HOSTILE_TEXTS } from '../support/hostile-text.ts'
import { LiveClient } from '../support/live-client.ts'
import { convertToPdf, officeText } from '../support/office.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

type Headers = Record<string, string>

let server: TestServer
let agreement: Started
let token: string
let lead: Headers
let writer: Headers
let reader: Headers
let writerId: string
let partyId: string
let articleId: string

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  lead = { authorization: `Bearer ${token}` }
  agreement = await server.createAgreement({ templateId: 'coop_youth', title: 'Samen; dichtbij' }, token)
  const links = agreement.invitations.filter(({ role }) => role === 'writer')
  partyId = links[0]?.partyId ?? ''
  writer = { cookie: await server.joinAs(links[0]?.url ?? '', 'Fatima') }
  writerId = (await (await fetch(at('/me'), { headers: writer })).json()).personId
  const made = await post(at(`/agreements/${agreement.id}/invitations`), { partyId, role: 'reader' }, lead)
  reader = { cookie: await server.joinAs((await made.json()).url, 'Lezer') }
  const snapshot = await (await fetch(at(`/agreements/${agreement.id}`), { headers: lead })).json()
  articleId = snapshot.articles[2].id
})
afterAll(() => server?.stop())

const at = (rest: string) => `${server.url}/api/v1${rest}`
const points = (rest = '', id = agreement.id) => at(`/agreements/${id}/open-points${rest}`)
const json = { 'content-type': 'application/json' }
let last = 0
const newId = () => `point-id-of-16-or-so-${++last}`
const add = (change: object = {}, headers = writer) =>
  post(points(), { id: newId(), sectionId: articleId, text: 'Wie belt de school?', ...change }, headers)
const change = (id: string, body: object, headers = writer) =>
  fetch(points(`/${id}`), { method: 'PATCH', headers: { ...json, ...headers }, body: JSON.stringify(body) })
const remove = (id: string, headers = writer) => fetch(points(`/${id}`), { method: 'DELETE', headers })
async function list(headers = writer, id = agreement.id): Promise<OpenPoint[]> {
  const answer = await fetch(points('', id), { headers })
  expect(answer.status).toBe(200)
  return (await answer.json()).points
}
async function added(body: object = {}, headers = writer): Promise<OpenPoint> {
  const answer = await add(body, headers)
  expect(answer.status).toBe(201)
  return answer.json()
}
const found = async (id: string) => (await list()).find((point) => point.id === id)
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).type]
const file = (format: string, headers = writer, id = agreement.id) =>
  fetch(points(`/export?format=${format}`, id), { headers })

describe('an open point', () => {
  test('is kept with its article, and with who made it and when as the server knows them', async () => {
    const before = Date.now()
    const point = await added({ madeBy: 'iemand', due: '2027-03-01', owner: { kind: 'party', partyId } })
    expect(point).toMatchObject({
      sectionId: articleId,
      text: 'Wie belt de school?',
      due: '2027-03-01',
      owner: { kind: 'party', partyId },
      ownerName: null,
      madeBy: writerId,
      madeByName: 'Fatima',
      done: null,
    })
    expect(point.heading).not.toBe('')
    expect(Date.parse(point.madeAt)).toBeGreaterThanOrEqual(before - 1000)
    expect(await list(reader)).toContainEqual(point)
  })

  test('that is sent twice, by whom ever, is kept once and as it was first', async () => {
    const id = newId()
    await added({ id, text: 'Eerst' })
    expect(await added({ id, text: 'Daarna' }, lead)).toMatchObject({ text: 'Eerst', madeByName: 'Fatima' })
    expect((await list()).filter((point) => point.id === id)).toHaveLength(1)
  })

  test('changes in what is named alone, and is given to somebody who takes part', async () => {
    const { id } = await added({ due: '2027-03-01' })
    const owner = { kind: 'person', personId: writerId }
    const answer = await change(id, { owner }, lead)
    expect(await answer.json()).toMatchObject({ owner, ownerName: 'Fatima', due: '2027-03-01' })
    expect((await change(id, { due: null, owner: null, text: ' Anders ' })).status).toBe(200)
    expect(await found(id)).toMatchObject({ owner: null, due: null, text: 'Anders', madeByName: 'Fatima' })
  })

  test('is done by who said so first, and can be opened again', async () => {
    const { id } = await added()
    await change(id, { isDone: true })
    await change(id, { isDone: true }, lead)
    expect((await found(id))?.done).toMatchObject({ by: writerId, byName: 'Fatima' })
    await change(id, { isDone: false }, lead)
    expect((await found(id))?.done).toBeNull()
  })

  test('that is removed is gone with its words, stays gone when it is sent again, and removing it twice does no harm', async () => {
    const { id } = await added({ text: 'Geheime woorden van Fatima' })
    expect((await remove(id)).status).toBe(204)
    expect((await remove(id, lead)).status).toBe(204)
    expect(await problemOf(await add({ id }))).toEqual([404, '/problems/unknown-open-point'])
    expect(await problemOf(await change(id, { isDone: true }))).toEqual([404, '/problems/unknown-open-point'])
    expect(await found(id)).toBeUndefined()
    const rows = JSON.stringify([...allRows(join(server.dataDir, DATABASE_FILE))])
    expect(rows).not.toContain('Geheime woorden van Fatima')
  })

  test('is refused for an article, a party or a person that is not in this agreement, and for an impossible day', async () => {
    for (const body of [
      { sectionId: 'nergens' },
      { owner: { kind: 'party', partyId: 'niemand' } },
      { owner: { kind: 'person', personId: 'niemand' } },
      { due: '2027-02-30' },
      { due: '9999-01-01' },
      { due: 'morgen' },
      { text: '   ' },
      { text: 'x'.repeat(1001) },
      { id: 'kort' },
    ])
      expect([body, (await add(body)).status]).toEqual([body, 400])
  })

  test('of another agreement is not reached by its id', async () => {
    const other = await server.createAgreement({ templateId: 'short_project' }, token)
    const { id } = await added()
    const path = points(`/${id}`, other.id)
    expect((await fetch(path, { method: 'DELETE', headers: lead })).status).toBe(404)
    expect((await fetch(path, { method: 'DELETE', headers: writer })).status).toBe(403)
    expect(await found(id)).toBeDefined()
  })

  test('is not made, changed or removed by who only reads', async () => {
    const { id } = await added()
    for (const answer of [await add({}, reader), await change(id, {}, reader), await remove(id, reader)])
      expect(answer.status).toBe(403)
  })

  test('rings the bell of everybody who is connected, for each change', async () => {
    const address = `${server.url.replace('http', 'ws')}/sync/${agreement.id}`
    const live = new LiveClient(address, { cookie: reader.cookie ?? '' })
    await live.synced
    const rings = () =>
      live.notices.filter((notice) => notice.kind === 'changed' && notice.what === 'open-points').length
    const { id } = await added()
    await expect.poll(rings).toBe(1)
    await change(id, { isDone: true })
    await expect.poll(rings).toBe(2)
    await remove(id)
    await expect.poll(rings).toBe(3)
    live.close()
  })
})

describe('the list that is taken along', () => {
  let own: Started
  const addTo = (body: object) =>
    post(points('', own.id), { id: newId(), sectionId: null, text: 'x', ...body }, lead)

  beforeAll(async () => {
    own = await server.createAgreement({ templateId: 'short_project', title: 'Klein; project' }, token)
  })

  test('as a calendar is refused while no open point has a day', async () => {
    const done = await (await addTo({ due: '2027-01-01' })).json()
    await fetch(points(`/${done.id}`, own.id), {
      method: 'PATCH',
      headers: { ...json, ...lead },
      body: JSON.stringify({ isDone: true }),
    })
    await addTo({ text: 'zonder dag' })
    expect(await problemOf(await file('ics', lead, own.id))).toEqual([409, '/problems/nothing-due'])
  })

  test('as a Word file is read by the office program with every word, hostile ones too', async () => {
    for (const text of HOSTILE_TEXTS) await addTo({ text, due: '2027-03-01' })
    const answer = await file('docx', lead, own.id)
    expect(answer.headers.get('content-disposition')).toContain('Open')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect((await convertToPdf(bytes)).length).toBeGreaterThan(1000)
    const words = (await officeText(bytes)).replace(/\s+/g, ' ')
    for (const text of HOSTILE_TEXTS) expect(words).toContain(text.replace(/\s+/g, ' '))
    for (const word of ['Klein; project', 'Nog open', 'Klaar (1)', '1 maart 2027', 'nog niemand'])
      expect(words).toContain(word)
  })

  test('as a calendar holds the open points with a day, in the language of who asks, with the configured address', async () => {
    const answer = await file(
      'ics',
      { ...lead, 'accept-language': 'en', 'x-forwarded-host': 'elders.example' },
      own.id,
    )
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(HOSTILE_TEXTS.length)
    expect(text).toContain('Who: nobody yet')
    expect(text).not.toContain('elders.example')
    expect(text.replaceAll('\r\n ', '')).toContain(`${server.url}/agreements/${own.id}/open-punten`)
  })
})
