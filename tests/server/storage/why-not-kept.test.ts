import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../../server/storage/sqlite/connection.ts'
import { LogThreadClient } from '../../../server/storage/sqlite/log-thread-client.ts'
import { LogWriter } from '../../../server/storage/sqlite/log-writer.ts'
import { DATABASE_FILE, openStorage, type Storage } from '../../../server/storage/storage.ts'
import { toFailure } from '../../../server/storage/storage-error.ts'

let dataDir: string
let storage: Storage
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'handslag-why-'))
  storage = await openStorage({ dataDir, busyTimeout: 50 })
})
afterEach(async () => {
  await storage.close()
  rmSync(dataDir, { recursive: true })
})
const file = () => join(dataDir, DATABASE_FILE)
const prove = () => storage.proveWritable('2026-11-26T10:00:00Z')
const why = (expected: string) => expect.objectContaining({ name: 'NotKept', why: expected })

test('while nothing is in the way, the proof that something can be kept is given', async () => {
  await expect(prove()).resolves.toBeUndefined()
})

test('while another holds the database the proof fails as locked, and this thread does not wait for it', async () => {
  const other = openConnection(file(), 0)
  other.exec('begin immediate')
  const proof = prove()
  const first = await Promise.race([
    proof.then(null, () => 'the proof'),
    new Promise((resolve) => setImmediate(() => resolve('this thread'))),
  ])
  expect(first).toBe('this thread')
  await expect(proof).rejects.toThrow(why('locked'))
  other.close()
  await expect(prove()).resolves.toBeUndefined()
})

test('when the database is not where it was opened, the proof fails as moved, though writing still succeeds', async () => {
  renameSync(file(), `${file()}.elsewhere`)
  await expect(prove()).rejects.toThrow(why('moved'))
  renameSync(`${file()}.elsewhere`, file())
  await expect(prove()).resolves.toBeUndefined()
})

test("when the log's thread has ended, the proof and every write fail as gone", async () => {
  const thread = new LogThreadClient({ file: dataDir, busyTimeout: 0 })
  await expect(thread.ask({ kind: 'prove', at: '' })).rejects.toThrow(why('gone'))
  await expect(thread.ask({ kind: 'exists', documentId: 'd' })).rejects.toThrow(why('gone'))
})

test('a disk that is read-only and one that is full are told apart', () => {
  const readOnly = new DatabaseSync(file(), { readOnly: true })
  const proof = () => new LogWriter(readOnly).prove('x')
  expect(failureOf(proof)).toMatchObject({ name: 'NotKept', why: 'read_only' })
  readOnly.close()

  const full = openConnection(file(), 50)
  const { page_count: pages } = full.prepare('pragma page_count').get() as { page_count: number }
  full.exec(`pragma max_page_count = ${pages + 1}`)
  const bytes = new Uint8Array(1_000_000)
  const [result] = new LogWriter(full).write([
    { documentId: 'd', entry: { personId: 'p', at: 1, bytes }, create: true },
  ])
  expect(result).toMatchObject({ failure: { name: 'NotKept', why: 'full' } })
  full.close()
})

function failureOf(work: () => void): unknown {
  try {
    work()
    return null
  } catch (error) {
    return toFailure(error)
  }
}
