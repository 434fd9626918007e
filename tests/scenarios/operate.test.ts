import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { killAmongTypists } from '../support/kill-among-typists.ts'
import { LiveClient } from '../support/live-client.ts'
import { post, type Started, startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let started: Started
let address: string
const clients: LiveClient[] = []

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
})
afterAll(() => server.stop())
beforeEach(async () => {
  started = await server.createAgreement({ templateId: 'coop_youth', title: 'Titelgeheim' }, token)
  address = `${server.url.replace('http', 'ws')}/sync/${started.id}`
})
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

const bearer = () => ({ authorization: `Bearer ${token}` })
async function enter(headers: Record<string, string> = bearer()): Promise<LiveClient> {
  const client = new LiveClient(address, headers)
  clients.push(client)
  await client.synced
  return client
}
async function readiness(): Promise<string> {
  const response = await fetch(`${server.url}/readyz`)
  const body = (await response.json()) as { status: unknown; errors?: { reason: string }[] }
  return `${response.status} ${body.errors?.[0]?.reason ?? body.status}`
}
const database = () => join(server.dataDir, DATABASE_FILE)

test('/readyz says why nothing can be kept: locked, moved, going down; and that it can again', async () => {
  const client = await enter()
  expect(await readiness()).toBe('200 ready')
  await rename(database(), `${database()}.elsewhere`)
  await expect.poll(readiness).toBe('503 moved')
  await rename(`${database()}.elsewhere`, database())
  await expect.poll(readiness).toBe('200 ready')

  const other = new DatabaseSync(database())
  other.exec('begin immediate')
  await expect.poll(readiness).toBe('503 locked')
  // Its last word holds up the end for as long as the server waits for the disk; meanwhile it says so.
  client.doc.getText('words').insert(0, 'the last word')
  await client.roundTrip()
  process.kill(server.pid(), 'SIGTERM')
  await expect.poll(readiness, { interval: 20 }).toBe('503 closing')
  other.exec('commit')
  other.close()
  await expect.poll(() => server.output()).toContain('"stopped: all that was sent is kept"')
  await server.restart()
  expect((await enter()).doc.getText('words').toString()).toBe('the last word')
})

test('a server whose disk lets nothing through to the end says that not all is kept, and the writer was told', async () => {
  const client = await enter()
  const other = new DatabaseSync(database())
  other.exec('begin immediate')
  client.doc.getText('words').insert(0, 'not kept')
  await client.roundTrip()
  process.kill(server.pid(), 'SIGTERM')
  await expect.poll(() => server.output()).toContain('"stopped: not all that was sent is kept')
  expect(client.refusals).toEqual(['not_kept'])
  other.close()
  await server.restart()
  expect((await enter()).doc.getText('words').toString()).toBe('')
})

describe('/metrics', () => {
  const figures = async () => (await fetch(`${server.url}/metrics`)).text()
  const figure = (text: string, name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1],
    )

  test('names what an operator needs, and no person, agreement or secret', async () => {
    const link = started.invitations[1]?.url ?? ''
    const cookie = await server.joinAs(link, 'Naamgeheim')
    const [client] = [await enter(), await enter({ cookie })]
    client.doc.getText('words').insert(0, 'Zingeheim')
    await client.keptAll()
    await expect.poll(async () => figure(await figures(), 'handslag_live_sessions')).toBe(2)
    const text = await figures()
    expect(figure(text, 'handslag_live_connections{road="socket"}')).toBe(2)
    expect(figure(text, 'handslag_live_connections{road="line"}')).toBe(0)
    expect(figure(text, 'handslag_log_entries_total')).toBeGreaterThanOrEqual(1)
    expect(figure(text, 'handslag_open_documents')).toBeGreaterThanOrEqual(1)
    expect(figure(text, 'handslag_log_write_seconds_count')).toBeGreaterThanOrEqual(1)
    for (const name of ['handslag_disk_free_bytes', 'handslag_disk_size_bytes', 'handslag_database_bytes'])
      expect([name, figure(text, name) > 0]).toEqual([name, true])
    expect(text).toMatch(/^handslag_build_info\{version="\d+\.\d+\.\d+",node="26\.[\d.]+"\} 1$/m)
    expect(text).toMatch(
      /^handslag_http_request_seconds_count\{method="POST",route="\/api\/v1\/invitations\/join",status="201"\} \d+$/m,
    )
    const { personId } = (await (await fetch(`${server.url}/api/v1/me`, { headers: { cookie } })).json()) as {
      personId: string
    }
    for (const secret of [
      started.id,
      personId,
      'geheim',
      new URL(link).hash.slice(1),
      cookie.split('=')[1] ?? '',
    ])
      expect(text).not.toContain(secret)
  })

  test('counts what was not taken by reason, those with nothing as nothing', async () => {
    const before = figure(await figures(), 'handslag_refused_writes_total{reason="malformed"}')
    const client = await enter()
    client.sendSync(2, new Uint8Array([255, 255, 255]))
    await expect.poll(() => client.refusals).toEqual(['malformed'])
    const text = await figures()
    expect(figure(text, 'handslag_refused_writes_total{reason="malformed"}')).toBe(1 + before)
    expect(figure(text, 'handslag_refused_writes_total{reason="not_kept"}')).toBe(0)
  })
})

test('what the server logs is JSON, one object a line, without names, texts, secrets, ids or addresses, whatever goes wrong', async () => {
  const link = started.invitations[1]?.url ?? ''
  const cookie = await server.joinAs(link, 'Naamgeheim')
  const [ann, bob] = [await enter(), await enter({ cookie, 'x-forwarded-for': '203.0.113.7' })]
  ann.doc.getText('words').insert(0, 'Zingeheim')
  bob.sendSync(2, new Uint8Array([255, 255, 255]))
  await post(`${server.url}/api/v1/invitations/join`, { secret: 'Linkgeheim', name: 'Naamgeheim' })
  await post(`${server.url}/api/v1/invitations/Padgeheim?vraag=Vraaggeheim`, 'Lijfgeheim', { cookie })
  await fetch(`${server.url}/api/v1/agreements/${started.id}`, {
    headers: { authorization: 'Bearer Sleutelgeheim' },
  })
  await expect.poll(() => bob.refusals).toEqual(['malformed'])
  await ann.keptAll()
  for (const client of clients.splice(0)) client.close()
  await expect
    .poll(async () => (await (await fetch(`${server.url}/metrics`)).text()).includes('sessions 0'))
    .toBe(true)

  // A fault inside, with words of people in what can not be read; and a disk that says no.
  await server.restart()
  const other = new DatabaseSync(database())
  const spoilt = other.prepare('update document_update set bytes = ? where document_id = ?')
  spoilt.run(Buffer.from('Schijfgeheim'), started.id)
  expect((await fetch(`${server.url}/api/v1/agreements/${started.id}`, { headers: bearer() })).status).toBe(
    500,
  )
  other.exec('begin immediate')
  await expect.poll(readiness).toBe('503 locked')
  expect(
    (
      await post(
        `${server.url}/api/v1/agreements`,
        { templateId: 'coop_youth', title: 'Titelgeheim' },
        bearer(),
      )
    ).status,
  ).toBe(503)
  other.exec('rollback')
  other.close()
  const secret = (await readFile(join(server.dataDir, 'session-secret'), 'utf8')).trim()
  await server.restart()

  const lines = server.output().trim().split('\n')
  const logged = lines.filter((line) => !/^Handslag: http:\/\/127\.0\.0\.1:\d+\/$/.test(line))
  expect(lines.length - logged.length).toBeGreaterThan(1)
  const objects = logged.map((line) => JSON.parse(line) as { level: number; time: string; msg: string })
  expect(objects.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['started', 'a request failed', 'what is written can not be kept', 'stopping']),
  )
  for (const one of objects)
    expect(one).toMatchObject({ level: expect.any(Number), time: expect.any(String) })
  const all = logged.join('\n')
  const forbidden = [
    'geheim',
    '127.0.0.1',
    '203.0.113.7',
    started.id,
    token,
    secret,
    cookie.split('=')[1] ?? '',
  ]
  for (const each of [...forbidden, new URL(link).hash.slice(1)]) expect(all).not.toContain(each)
})

test('asked to stop in the midst of twenty typists, the server keeps all that anybody had seen or was told is kept, and ends well', async () => {
  const { promised, lost } = await killAmongTypists({ server, address, headers: bearer() }, 0, 5, 'SIGTERM')
  expect(promised).toBeGreaterThan(20)
  expect(lost).toEqual([])
  expect(server.output()).toContain('"stopped: all that was sent is kept"')
})
