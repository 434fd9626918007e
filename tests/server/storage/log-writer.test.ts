import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS, migrateToLatest } from '../../../server/storage/migrations/migrations.ts'
import { openConnection } from '../../../server/storage/sqlite/connection.ts'
import { sqliteDialect } from '../../../server/storage/sqlite/dialect.ts'
import { LogArchive } from '../../../server/storage/sqlite/log-archive.ts'
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

describe('numbers', () => {
  test('a database that counted in the document itself goes on behind that number, also when its entries are gone', () => {
    other.exec("update document set last_seq = 7 where id = 'd1'")
    expect(new LogWriter(other).write([append(1), append(1)])).toEqual([{ seq: 8 }, { seq: 9 }])
  })

  test('behind a snapshot whose entries are gone the numbers go on', () => {
    other.exec("insert into document_snapshot values ('d1', 4, 1, x'00', '{}'); delete from document_update")
    expect(new LogWriter(other).write([append(1)])).toEqual([{ seq: 5 }])
  })
})

describe('compaction', () => {
  const snapshot = (seq: number) => ({ seq, at: 1, bytes: new Uint8Array(7), authors: '{}' })
  const change = { place: 'art', personId: 'p_1', from: 1, to: 1, edits: 3 }
  const fill = (upTo: number) => new LogWriter(other).write(numbers(2, upTo).map(() => append(1)))
  const everySeq = (archive: LogArchive, after = 0): number[] => {
    const page = archive.entriesBetween('d1', after, 1_000_000).map(({ seq }) => seq)
    return page.length === 0 ? [] : [...page, ...everySeq(archive, page.at(-1))]
  }

  test('a power cut between any two writes leaves a document that loads the same, every entry once, and changes that agree with the snapshot', async () => {
    const pieces = 2
    const last = 1000 * pieces
    fill(last + 1)
    const cut = mkdtempSync(join(tmpdir(), 'handslag-cut-'))
    let cuts = 0
    // What a power cut at this moment would leave: the files as they are now, the open transaction included.
    const copyFiles = () => {
      cuts += 1
      for (const end of ['', '-wal'])
        copyFileSync(join(dataDir, DATABASE_FILE) + end, join(cut, `${cuts}${end}`))
    }
    const archive = new LogArchive(cuttingAfterEachWrite(other, copyFiles))
    archive.keepSnapshot('d1', snapshot(last), { base: 0, changes: [change], gap: 10 })
    while (archive.archive('d1'));
    // Begin, snapshot, change, commit; begin, piece, drop, commit for each; begin and commit of the end.
    expect(cuts).toBeGreaterThan(4 + 4 * pieces)
    const states = new Set<string>()
    for (let at = 1; at <= cuts; at += 1) {
      const database = openConnection(join(cut, String(at)), 50)
      const [writer, reader] = [new LogWriter(database), new LogArchive(database)]
      const loaded = writer.load('d1')
      const base = loaded?.snapshot?.seq ?? 0
      expect([0, last]).toContain(base)
      expect(loaded?.entries.map(({ seq }) => seq)).toEqual(numbers(base + 1, last + 1))
      expect(everySeq(reader)).toEqual(numbers(1, last + 1))
      expect(reader.changes('d1', 100, 10)).toEqual({ upTo: base, changes: base === 0 ? [] : [change] })
      states.add(
        `${base} ${(database.prepare('select count(*) as n from document_update').get() as { n: number }).n}`,
      )
      // Whoever goes on from here ends where the others do.
      if (base === 0) reader.keepSnapshot('d1', snapshot(last), { base: 0, changes: [change], gap: 10 })
      while (reader.archive('d1'));
      expect(writer.load('d1')?.entries).toHaveLength(1)
      expect(everySeq(reader)).toEqual(numbers(1, last + 1))
      database.close()
    }
    expect(states.size).toBe(2 + pieces)
    rmSync(cut, { recursive: true })
  })

  test('old snapshots go, but one in ten thousand entries stays, and a moment after it begins there', async () => {
    const archive = new LogArchive(other)
    const writer = new LogWriter(other)
    let base = 0
    for (let round = 1; round <= 23; round += 1) {
      writer.write(Array.from({ length: 1000 }, () => append(1)))
      archive.keepSnapshot('d1', snapshot(round * 1000), { base, changes: [], gap: 10 })
      while (archive.archive('d1'));
      base = round * 1000
    }
    const kept = other.prepare('select seq from document_snapshot order by seq').all()
    expect(kept.map(({ seq }) => seq)).toEqual([10_000, 20_000, 23_000])
    expect(archive.momentAt('d1', 1)).toMatchObject({ seq: 23_001, snapshot: { seq: 23_000 } })
  })

  test('a database of before the archive keeps the snapshot that stands for what is gone', async () => {
    fill(4)
    other.exec(
      "insert into document_snapshot values ('d1', 3, 1, x'00', '{}'); delete from document_update where seq <= 3",
    )
    const archive = new LogArchive(other)
    archive.keepSnapshot('d1', snapshot(4), { base: 3, changes: [], gap: 10 })
    while (archive.archive('d1'));
    expect(other.prepare('select seq from document_snapshot order by seq').all()).toEqual([
      { seq: 3 },
      { seq: 4 },
    ])
    expect(everySeq(archive)).toEqual([4])
  })

  test('large entries are packed a few at a time, one larger than a piece by itself, and come back byte for byte', async () => {
    for (const size of [100_000, 100_000, 100_000, 1_000_000, 5]) await storage.log.append('d1', entry(size))
    await storage.log.compact('d1', snapshot(5), { base: 0, changes: [], gap: 10 })
    const pieces = other
      .prepare('select from_seq as a, to_seq as b, size from document_archive order by from_seq')
      .all()
    expect(pieces).toEqual([
      { a: 1, b: 3, size: 200_001 },
      { a: 4, b: 4, size: 100_000 },
      { a: 5, b: 5, size: 1_000_000 },
    ])
    expect((await storage.log.entriesBetween('d1', 4, 5))[0]?.bytes).toEqual(new Uint8Array(1_000_000))
  })
})

const numbers = (from: number, upTo: number) => Array.from({ length: upTo - from + 1 }, (_, at) => from + at)

/** The connection, with a look at the files after every statement that writes. */
function cuttingAfterEachWrite(database: DatabaseSync, look: () => void): DatabaseSync {
  const prepare = (text: string) => {
    const statement = database.prepare(text)
    return {
      get: (...values: SQLInputValue[]) => statement.get(...values),
      all: (...values: SQLInputValue[]) => statement.all(...values),
      run: (...values: SQLInputValue[]) => {
        const result = statement.run(...values)
        look()
        return result
      },
    }
  }
  return {
    prepare,
    get isTransaction() {
      return database.isTransaction
    },
  } as unknown as DatabaseSync
}

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

  test('a database from before entries were kept in rows opens with all of them, in order', async () => {
    const old = new DatabaseSync(join(dataDir, 'old.sqlite'))
    const records = new Kysely<never>({ dialect: sqliteDialect(old, 50) })
    const provider = { getMigrations: async () => MIGRATIONS }
    await new Migrator({ db: records, provider }).migrateTo('006-history')
    old.exec("insert into document values ('d1', 1, 2)")
    old.exec("insert into document_update values ('d1', 2, 'p_2', 2, x'02'), ('d1', 1, 'p_1', 1, x'01')")
    await migrateToLatest(records)
    expect(new LogWriter(old).load('d1')?.entries).toEqual([
      { seq: 1, personId: 'p_1', at: 1, bytes: Uint8Array.of(1) },
      { seq: 2, personId: 'p_2', at: 2, bytes: Uint8Array.of(2) },
    ])
    expect(new LogWriter(old).write([append(1)])).toEqual([{ seq: 3 }])
    await records.destroy()
  })

  test('records are read and written through Kysely', async () => {
    const rows = await storage.records.selectFrom('document').select(['id', 'created_at']).execute()
    expect(rows).toEqual([{ id: 'd1', created_at: 1 }])
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
