import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConnection } from '../../../server/storage/sqlite/connection.ts'
import { LogWriter } from '../../../server/storage/sqlite/log-writer.ts'
import { DATABASE_FILE, openStorage, type Storage } from '../../../server/storage/storage.ts'

let dataDir: string
let storage: Storage
let other: DatabaseSync
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'handslag-storage-'))
  storage = await openStorage({ dataDir, busyTimeout: 50 })
  other = openConnection(join(dataDir, DATABASE_FILE), 50)
  await storage.log.create('d1', entry(1))
})
afterEach(async () => {
  other.close()
  await storage.close()
  rmSync(dataDir, { recursive: true })
})

const entry = (size: number) => ({ personId: 'p_1', at: 1, bytes: new Uint8Array(size) })
const append = (size: number) => ({ documentId: 'd1', entry: entry(size), create: false })

describe('when the disk says no', () => {
  test('a batch that does not fit on the disk is refused whole, and a small one is taken afterwards', () => {
    const writer = new LogWriter(other)
    const { page_count: pages } = other.prepare('pragma page_count').get() as { page_count: number }
    other.exec(`pragma max_page_count = ${pages + 2}`)
    const results = writer.write([append(10), append(1_000_000), append(10)])
    expect(results.map((result) => 'failure' in result && result.failure.name)).toEqual(
      Array(3).fill('NotKept'),
    )
    expect(other.isTransaction).toBe(false)
    expect(writer.write([append(10)])).toEqual([{ seq: 2 }])
  })

  test('while another holds the database, appends and those gathered behind them are refused; afterwards they go on', async () => {
    other.exec('begin immediate')
    const results = await Promise.allSettled([1, 2, 3].map(() => storage.log.append('d1', entry(5))))
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(results[0]).toMatchObject({ reason: { name: 'NotKept' } })
    other.exec('commit')
    expect(await storage.log.append('d1', entry(5))).toBe(2)
  })

  test('what waits behind a refused append of the same document falls with it, so that the log has no hole', async () => {
    await storage.log.create('d2', entry(1))
    other.exec('begin immediate')
    const first = storage.log.append('d1', entry(5))
    // The first batch has gone to the thread, which waits for the lock; these gather behind it.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    const behind = [storage.log.append('d1', entry(5)), storage.log.append('d2', entry(5))]
    first.catch(() => other.exec('commit'))
    const [one, two, elsewhere] = await Promise.allSettled([first, ...behind])
    expect([one?.status, two?.status]).toEqual(['rejected', 'rejected'])
    expect(elsewhere?.status).toBe('fulfilled')
  })
})

describe('compaction', () => {
  test('a crash between the new snapshot and the dropping of its entries leaves a document that loads the same', async () => {
    for (let n = 0; n < 3; n += 1) await storage.log.append('d1', entry(n))
    other
      .prepare('insert into document_snapshot (document_id, seq, at, bytes, authors) values (?, ?, ?, ?, ?)')
      .run('d1', 3, 1, new Uint8Array(7), '{}')
    const loaded = await storage.log.load('d1')
    expect(loaded?.snapshot?.bytes).toHaveLength(7)
    expect(loaded?.entries.map((one) => one.seq)).toEqual([4])
  })
})

describe('opening', () => {
  test('every commit of the log is synced: WAL with synchronous=FULL', () => {
    expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(other.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
  })

  test('a second opening finds the same epoch and no migration left to do', async () => {
    const again = await openStorage({ dataDir })
    expect(again.log.epoch).toBe(storage.log.epoch)
    await again.close()
  })

  test('records are read and written through Kysely', async () => {
    const rows = await storage.records.selectFrom('document').select(['id', 'last_seq']).execute()
    expect(rows).toEqual([{ id: 'd1', last_seq: 1 }])
  })

  test('a transaction of the records that reads before it writes is not upset by the log', async () => {
    const log = new LogWriter(other)
    await storage.records.transaction().execute(async (transaction) => {
      await transaction.selectFrom('document').select('id').execute()
      expect(log.write([append(1)])).toMatchObject([{ failure: { name: 'NotKept' } }])
      await transaction.insertInto('workspace').values({ id: 'w1', created_at: '2026-11-21' }).execute()
    })
    expect(log.write([append(1)])).toEqual([{ seq: 2 }])
  })

  test('after closing, an append is refused and nothing hangs', async () => {
    const closing = await openStorage({ dataDir })
    await closing.close()
    await expect(closing.log.append('d1', entry(1))).rejects.toMatchObject({ name: 'NotKept' })
  })
})
