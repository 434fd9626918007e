import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import { copyRepository } from '../support/repository-copy.ts'
import {
  cookieOf,
  post,
  startServer,
  type TestServer,
  type TestServerOptions,
} from '../support/test-server.ts'

const PETRA = { name: 'Petra', email: 'petra@weidehaven.example', password: 'vier-losse-olijven-eten' }

const cleanUp: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo()
})

async function start(options?: TestServerOptions): Promise<TestServer> {
  const server = await startServer(options)
  cleanUp.push(server.stop)
  return server
}

/** What the server says when it does not start. */
const whyNot = (options: TestServerOptions) =>
  start(options).then(
    () => 'it started',
    (error: Error) => error.message,
  )

describe('a wrong setting stops the start with one sentence', () => {
  test.each([
    [{ PORT: 'eighty' }, 'PORT expects a whole number from 0 to 65535; found "eighty".'],
    [
      { DATABASE_URL: 'postgres://u:geheim@db/handslag' },
      'DATABASE_URL names PostgreSQL, which is not yet possible',
    ],
    [{ REDIS_URL: 'redis://:geheim@cache' }, 'REDIS_URL joins several servers, which is not yet possible'],
    [{ DATA_DIR: '/dev/null/data' }, 'DATA_DIR expects a folder that can be written; /dev/null'],
  ])('%j', async (env, sentence) => {
    const said = await whyNot({ env })
    expect(said).toContain(`the server ended with 1:\n${sentence}`)
    expect(said).not.toContain('geheim')
    expect(said.trim().split('\n')).toHaveLength(2)
  })

  test('a port that is taken', async () => {
    const { port } = await start()
    expect(await whyNot({ env: { PORT: String(port) } })).toContain(
      `PORT expects a free port; ${port} on 127.0.0.1 is taken.`,
    )
  })
})

test('a second server in the same folder does not start, and the first goes on', async () => {
  const first = await start()
  const said = await whyNot({ env: { DATA_DIR: first.dataDir } })
  expect(said).toContain(
    `DATA_DIR expects a folder that no other server works in; ${first.dataDir} is in use.`,
  )
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.restart('SIGKILL')
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
})

test('a broken template stops the start with file, place, expected and found', async () => {
  const { folder: repository, remove } = await copyRepository()
  cleanUp.push(remove)
  const file = join(repository, 'templates/agreements/coop_youth.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^edition: 1$/m, 'edition: one'))
  const said = await whyNot({ repository })
  const line = text.split('\n').indexOf('edition: 1') + 1
  expect(line).toBeGreaterThan(0)
  expect(said).toContain(
    `templates/agreements/coop_youth.yaml:${line}:10 edition: expected a number, found "one"`,
  )
})

describe('on another host than this machine', () => {
  test('the console has a link for the first member, once, and the start button is off', async () => {
    const server = await start({ env: { HOST: '0.0.0.0' } })
    const [, secret = ''] = /^Handslag: http:\/\/localhost:\d+\/#([\w-]{43})$/m.exec(server.output()) ?? []
    expect(secret).not.toBe('')
    const here = await post(`${server.url}/api/v1/sessions/start-here`, { name: 'Petra' })
    expect(here.status).toBe(403)
    const withLink = (password: string) =>
      post(`${server.url}/api/v1/sessions/start-link`, { ...PETRA, secret, password })
    expect((await withLink('welkom')).status).toBe(400)
    const first = await withLink(PETRA.password)
    expect(await first.json()).toMatchObject({ kind: 'staff', name: 'Petra', canStartHere: false })
    expect((await withLink(PETRA.password)).status).toBe(404)
    const before = server.output().length
    await server.restart()
    expect(server.output().slice(before)).not.toContain('#')
    const me = await fetch(`${server.url}/api/v1/me`, { headers: { cookie: cookieOf(first) } })
    expect((await me.json()).name).toBe('Petra')
    const again = await post(`${server.url}/api/v1/sessions/sign-in`, PETRA)
    expect(await again.json()).toMatchObject({ kind: 'staff', rights: 'admin', name: 'Petra' })
  })

  test('behind an https address links, cookie and headers are for https', async () => {
    const server = await start({ env: { PUBLIC_URL: 'https://handslag.example' } })
    const [, secret = ''] =
      /^Handslag: https:\/\/handslag\.example\/#([\w-]{43})$/m.exec(server.output()) ?? []
    const answer = await post(`${server.url}/api/v1/sessions/start-link`, { ...PETRA, secret })
    expect(answer.headers.getSetCookie()[0]).toContain('Secure')
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
    const { invitations } = await server.createAgreement({ templateId: 'coop_youth' }, await server.token())
    expect(invitations[0]?.url).toMatch(/^https:\/\/handslag\.example\/join#/)
  })
})

test('what lets people in stands in no log line and in no file in clear', async () => {
  const server = await start()
  const token = await server.token('geheim')
  const { id, invitations } = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const link = invitations[1]?.url ?? ''
  const guest = await server.joinAs(link, 'Fatima')
  const member = await server.startAs('Petra')
  await fetch(`${server.url}/api/v1/agreements/${id}/export?format=json`, { headers: { cookie: guest } })
  const secrets = [token, new URL(link).hash.slice(1), guest.split('=')[1] ?? '', member.split('=')[1] ?? '']
  expect(secrets.every((secret) => secret.length >= 43)).toBe(true)
  const kept = await everyByteIn(server.dataDir)
  expect(kept).toContain('Fatima')
  for (const secret of secrets) {
    expect(server.output()).not.toContain(secret)
    expect(kept).not.toContain(secret)
  }
})

test('another session secret ends the sessions, and tokens go on', async () => {
  const server = await start({ env: { SESSION_SECRET: 'a'.repeat(40) } })
  const token = await server.token()
  const cookie = await server.startAs('Petra')
  const kind = async (headers: Record<string, string>) =>
    (await (await fetch(`${server.url}/api/v1/me`, { headers })).json()).kind
  expect(await kind({ cookie })).toBe('staff')
  await server.restart('SIGTERM', { SESSION_SECRET: 'b'.repeat(40) })
  expect(await kind({ cookie })).toBe('nobody')
  expect(await kind({ authorization: `Bearer ${token}` })).toBe('staff')
})

test('while the disk refuses, nobody hears that something was kept; after it, all goes on', async () => {
  const server = await start()
  const token = await server.token()
  const database = new DatabaseSync(join(server.dataDir, 'handslag.sqlite'))
  database.exec('begin immediate')
  const headers = { authorization: `Bearer ${token}` }
  const refused = await post(`${server.url}/api/v1/agreements`, { templateId: 'coop_youth' }, headers)
  expect(await refused.json()).toMatchObject({ status: 503, type: '/problems/cannot-keep' })
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  database.exec('rollback')
  database.close()
  await server.createAgreement({ templateId: 'coop_youth' }, token)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('a text that cannot be read any more is marked in the list, and the others open', async () => {
  const server = await start()
  const token = await server.token()
  const headers = { authorization: `Bearer ${token}` }
  const [broken, whole] = [
    await server.createAgreement({ templateId: 'coop_youth' }, token),
    await server.createAgreement({ templateId: 'coop_youth' }, token),
  ]
  await server.restart()
  const database = new DatabaseSync(join(server.dataDir, 'handslag.sqlite'))
  database.prepare("update document_update set bytes = x'ff' where document_id = ?").run(broken.id)
  database.close()
  const answer = await fetch(`${server.url}/api/v1/agreements`, { headers })
  const { agreements } = (await answer.json()) as { agreements: { id: string; readable: boolean }[] }
  expect(Object.fromEntries(agreements.map(({ id, readable }) => [id, readable]))).toEqual({
    [broken.id]: false,
    [whole.id]: true,
  })
  expect((await fetch(`${server.url}/api/v1/agreements/${whole.id}`, { headers })).status).toBe(200)
})

async function everyByteIn(folder: string): Promise<string> {
  const names = await readdir(folder)
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))
  return files.join('\n')
}
