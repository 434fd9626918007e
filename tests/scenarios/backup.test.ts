import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { allRows, wholeLog } from '../support/database-rows.ts'
import { LiveClient } from '../support/live-client.ts'
import { programPath } from '../support/programs.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreementId: string
let folder: string
let restored: TestServer | null
const clients: LiveClient[] = []

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  ;({ id: agreementId } = await server.createAgreement({ templateId: 'coop_youth' }, token))
})
afterAll(() => server.stop())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-restored-'))
  restored = null
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await restored?.stop()
  await rm(folder, { recursive: true })
})

async function enter(at: TestServer): Promise<LiveClient> {
  const address = `${at.url.replace('http', 'ws')}/sync/${agreementId}`
  const client = new LiveClient(address, { authorization: `Bearer ${token}` })
  clients.push(client)
  await client.synced
  return client
}
const words = (client: LiveClient) => client.doc.getArray<string>('words').toArray()
const epochOf = (client: LiveClient) => client.notices.find((notice) => notice.kind === 'welcome')?.epoch
const databaseOf = (dataDir: string) => join(dataDir, DATABASE_FILE)

/** Restores into the empty folder, beside the server that runs, and starts a server there. */
async function restore(file: string): Promise<TestServer> {
  const { code, stderr, stdout } = await server.command('restore', file, '--into', folder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Restored as it was at 20\d\d-.*, with 1 agreement\.$/m)
  restored = await startServer({ env: { DATA_DIR: folder } })
  return restored
}

/** Twenty people who type as fast as they are told that a word is kept. */
async function typeOnAndOn() {
  const typists = await Promise.all(Array.from({ length: 20 }, () => enter(server)))
  const typed = typists.map(() => 0)
  let stopped = false
  const running = typists.map(async (client, n) => {
    while (!stopped) {
      typed[n] = (typed[n] ?? 0) + 1
      client.doc.getArray('words').push([`${n}.${typed[n]}`])
      await client.keptAll()
    }
  })
  return {
    /** Every word that its writer was told is kept: all but the last one of each, which may be on its way. */
    acknowledged: () =>
      typed.flatMap((count, n) => Array.from({ length: count - 1 }, (_, k) => `${n}.${k + 1}`)),
    count: () => typed.reduce((sum, count) => sum + count, 0),
    stop: () => {
      stopped = true
      return Promise.all(running)
    },
  }
}

test('what stands in a data folder after use is the database, in each backup, and what is said to be in none', async () => {
  const known = [
    DATABASE_FILE,
    `${DATABASE_FILE}-shm`,
    `${DATABASE_FILE}-wal`,
    'server.lock',
    'server.lock-journal',
  ]
  const found = await readdir(server.dataDir)
  expect(found.filter((name) => ![...known, 'session-secret'].includes(name))).toEqual([])
})

test('a backup made while twenty people type restores to a server on which every word is that was kept before it began', async () => {
  const typing = await typeOnAndOn()
  await expect.poll(() => typing.count(), { timeout: 60_000 }).toBeGreaterThan(1200)
  const file = join(folder, '../', `${agreementId}.backup`)
  try {
    const acknowledged = typing.acknowledged()
    const made = await server.command('backup', '--out', file)
    const typedBy = typing.count()
    await expect.poll(() => typing.count()).toBeGreaterThan(typedBy + 20)
    await typing.stop()
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' })
    expect(made.stdout.trimEnd().split('\n').at(-1)).toBe(file)
    expect(typedBy).toBeGreaterThan(acknowledged.length)

    const other = await restore(file)
    const fresh = await enter(other)
    const there = new Set(words(fresh))
    expect(acknowledged.filter((word) => !there.has(word))).toEqual([])
    expect(there.size).toBeLessThan(typing.count())
    expect(epochOf(fresh)).not.toBe(epochOf(clients[0] ?? fresh))

    // One moment of the log, without a hole: the same entries, up to one of them.
    const [now, then] = [
      wholeLog(databaseOf(server.dataDir), agreementId),
      wholeLog(databaseOf(folder), agreementId),
    ]
    expect(then).toEqual(now.slice(0, then.length))
  } finally {
    await rm(file, { force: true })
  }
})

/** The server itself writes now and then, such as who was there last: a backup of a moment in which it did not, and all rows of that moment. */
async function backupOfAQuietMoment() {
  for (let time = 1; ; time += 1) {
    const file = join(server.dataDir, `${time}.backup`)
    const before = allRows(databaseOf(server.dataDir))
    await server.command('backup', '--out', file)
    if (isDeepStrictEqual(before, allRows(databaseOf(server.dataDir)))) return { file, before }
  }
}

test('a backup made while nobody writes restores to the same rows in every table, and one epoch more', async () => {
  const link = (await server.createAgreement({ templateId: 'coop_youth' }, token)).invitations[1]
  const cookie = await server.joinAs(link?.url ?? '', 'Samira')
  const client = await enter(server)
  client.doc.getArray('words').push(['one'])
  await client.keptAll()
  const { file, before } = await backupOfAQuietMoment()
  const { code } = await server.command('restore', file, '--into', folder)
  expect(code).toBe(0)
  const after = allRows(databaseOf(folder))

  expect([...after.keys()]).toEqual([...before.keys()])
  for (const table of [...before.keys()].filter((name) => name !== 'log_epoch'))
    expect([table, after.get(table)]).toEqual([table, before.get(table)])
  expect(after.get('log_epoch')).toEqual(expect.arrayContaining(before.get('log_epoch') ?? []))
  expect(after.get('log_epoch')).toHaveLength((before.get('log_epoch')?.length ?? 0) + 1)

  // The secret that keys the sessions is not in the backup: tokens and links work, who was signed in comes in anew.
  restored = await startServer({ env: { DATA_DIR: folder } })
  const me = async (headers: Record<string, string>) =>
    (await (await fetch(`${restored?.url}/api/v1/me`, { headers })).json()) as { kind: string }
  expect(await me({ authorization: `Bearer ${token}` })).toMatchObject({ kind: 'staff' })
  expect(await me({ cookie })).toMatchObject({ kind: 'nobody' })
  expect(await restored.joinAs(link?.url ?? '', 'Samira')).toContain('handslag_session=')
})

test('a restore is refused while a server works there, and of what is no backup, with a sentence each', async () => {
  const file = join(folder, 'a.backup')
  await server.command('backup', '--out', file)
  const running = await server.command('restore', file, '--replace')
  expect(running).toMatchObject({ code: 1, stdout: '' })
  expect(running.stderr).toBe(
    `DATA_DIR expects a folder that no other server works in; ${server.dataDir} is in use.\n`,
  )
  const foreign = join(server.dataDir, 'session-secret')
  expect((await server.command('restore', foreign, '--into', join(folder, 'new'))).stderr).toBe(
    `${foreign} is not a backup of Handslag.\n`,
  )
  expect((await server.command('restore', 'none')).stderr).toBe('The file none can not be read (ENOENT).\n')
})

test('without room on the disk for it, a backup says so and leaves nothing behind', async () => {
  const file = join(folder, 'a.backup')
  const { status, stderr } = spawnSync(
    programPath('strace'),
    [
      // Every write of SQLite to that one file fails as on a full disk.
      ...['-f', '-qq', '-o', '/dev/null', '-P', `${file}.partial`],
      ...['-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=ENOSPC'],
      ...[
        process.execPath,
        join(import.meta.dirname, '../../server/commands/main.ts'),
        'backup',
        '--out',
        file,
      ],
    ],
    { env: { ...process.env, DATA_DIR: server.dataDir }, encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([1, `There is no room for it in ${file}. Nothing was changed.\n`])
  expect(await readdir(folder)).toEqual([])
})
