import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/storage/storage.ts'
import { LiveClient } from '../support/live-client.ts'
import { programPath } from '../support/programs.ts'
import { post, startServer, type TestServer, type TestServerOptions } from '../support/test-server.ts'

let server: TestServer
let headers: Record<string, string>
let address: string
const clients: LiveClient[] = []

async function start(options: TestServerOptions = {}): Promise<void> {
  server = await startServer(options)
  const token = await server.token()
  headers = { authorization: `Bearer ${token}` }
  const { id } = await server.createAgreement({ templateId: 'coop_youth' }, token)
  address = `${server.url.replace('http', 'ws')}/sync/${id}`
}
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

async function enter(): Promise<LiveClient> {
  const client = new LiveClient(address, headers)
  clients.push(client)
  await client.synced
  return client
}
const type = (client: LiveClient, word: string) => client.doc.getText('words').insert(0, `${word} `)
const read = (client: LiveClient) => client.doc.getText('words').toString()
const isAllKept = (client: LiveClient) => client.keptUpTo === client.sent

/** How large (bytes) a file of the server may grow; every write behind that fails, as on a full disk. */
const letFilesGrowTo = (size: string) =>
  execFileSync(programPath('prlimit'), [`--pid=${server.pid()}`, `--fsize=${size}:`])
const readiness = async () => (await fetch(`${server.url}/readyz`)).status
const startAgreement = async () =>
  (await post(`${server.url}/api/v1/agreements`, { templateId: 'coop_youth' }, headers)).status

test('while the disk takes nothing writers are told and nobody sees it; once it does, all goes on by itself', async () => {
  await start()
  const [ann, bob] = [await enter(), await enter()]
  type(ann, 'before')
  await expect.poll(() => read(bob)).toBe('before ')
  letFilesGrowTo('0')
  for (const word of ['one', 'two', 'three']) type(ann, word)
  await expect.poll(() => ann.refusals).toContain('not_kept')
  const late = await enter()
  await bob.roundTrip()
  expect([read(bob), read(late), isAllKept(ann)]).toEqual(['before ', 'before ', false])
  await expect.poll(readiness).toBe(503)
  expect(await startAgreement()).toBe(503)

  letFilesGrowTo('unlimited')
  await expect.poll(() => read(bob)).toBe('three two one before ')
  await expect.poll(() => isAllKept(ann)).toBe(true)
  await expect.poll(readiness).toBe(200)
  expect(await startAgreement()).toBe(201)
  await server.restart('SIGKILL')
  expect(read(await enter())).toBe('three two one before ')
})

describe('while another holds the database', () => {
  let other: DatabaseSync
  afterEach(() => other.close())

  test('nothing is told as kept or shown to others; let go in time, all of it is', async () => {
    await start()
    const [ann, bob] = [await enter(), await enter()]
    await expect.poll(() => isAllKept(ann)).toBe(true)
    other = new DatabaseSync(join(server.dataDir, DATABASE_FILE))
    other.exec('begin immediate')
    type(ann, 'slow')
    await ann.roundTrip()
    await bob.roundTrip()
    expect([read(bob), isAllKept(ann), ann.refusals]).toEqual(['', false, []])
    other.exec('commit')
    await expect.poll(() => read(bob)).toBe('slow ')
    await expect.poll(() => isAllKept(ann)).toBe(true)
  })

  test('for longer than the server waits, writers are told; let go, all goes on by itself', async () => {
    await start()
    const [ann, bob] = [await enter(), await enter()]
    other = new DatabaseSync(join(server.dataDir, DATABASE_FILE))
    other.exec('begin immediate')
    for (const word of ['one', 'two']) type(ann, word)
    await expect.poll(() => ann.refusals).toContain('not_kept')
    type(ann, 'three')
    await bob.roundTrip()
    expect([read(bob), isAllKept(ann)]).toEqual(['', false])
    other.exec('commit')
    await expect.poll(() => read(bob)).toBe('three two one ')
    await expect.poll(() => isAllKept(ann)).toBe(true)
  })
})

describe('what the server asks of the system, seen from outside', () => {
  let folder: string
  afterEach(() => rm(folder, { recursive: true }))

  test('an edit is written to the log and the log synced before the edit goes to another and before its writer is told', async () => {
    folder = await mkdtemp(join(tmpdir(), 'handslag-trace-'))
    const file = join(folder, 'calls')
    // -D keeps the server our own child; -f follows the thread of the log; -yy names files and sockets.
    const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg'
    await start({
      through: [programPath('strace'), '-D', '-f', '-yy', '-s', '8192', '-e', calls, '-o', file],
    })
    const [ann, bob] = [await enter(), await enter()]
    const words = Array.from({ length: 8 }, (_, n) => `SYNCED-FIRST-${n}`)
    for (const word of words) {
      type(ann, word)
      await expect.poll(() => read(bob).includes(word) && isAllKept(ann)).toBe(true)
    }
    await server.stop()
    const trace = readFileSync(file, 'utf8').split('\n')
    for (const word of words)
      expect(orderOf(trace, word)).toEqual(['logged', 'synced', 'told', 'acknowledged'])
  })
})

/** In which order the first call of each kind for this word was made: a sync counts when it came back, all others when they began. */
function orderOf(trace: readonly string[], word: string): string[] {
  const logged = trace.findIndex((line) => isWrite(line, '.sqlite-wal>') && line.includes(word))
  const thread = trace[logged]?.split(' ')[0] ?? ''
  const after = (holds: (line: string) => boolean) =>
    trace.findIndex((line, at) => at > logged && holds(line))
  const moments = {
    logged,
    synced: after((line) => line.startsWith(thread) && /\bf(data)?sync\b.*= 0$/.test(line)),
    told: trace.findIndex((line) => isWrite(line, '<TCP') && line.includes(word)),
    acknowledged: after((line) => isWrite(line, '<TCP') && line.includes('kept')),
  }
  return Object.entries(moments)
    .filter(([, at]) => at >= 0)
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name)
}

const isWrite = (line: string, where: string) =>
  /^\d+ +(pwrite64|writev?|sendto|sendmsg)\(/.test(line) && line.split(', ')[0]?.includes(where) === true
