import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogChange } from '../../../server/storage/document-log.ts'
import type { PastBounds } from '../../../server/storage/sqlite/archive-bounds.ts'
import { openConnection } from '../../../server/storage/sqlite/connection.ts'
import { LogArchive } from '../../../server/storage/sqlite/log-archive.ts'
import { LogWriter } from '../../../server/storage/sqlite/log-writer.ts'
import { DATABASE_FILE, openStorage } from '../../../server/storage/storage.ts'
import { seeded } from '../../support/seeded.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ROOMY: PastBounds = {
  pieces: 1e9,
  snapshots: 1e9,
  changes: 1e6,
  checkpoint: { entries: 8, bytes: 1e9 },
}

let dataDir: string
let database: DatabaseSync
let writer: LogWriter
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'handslag-bounds-'))
  await (await openStorage({ dataDir })).close()
  database = openConnection(join(dataDir, DATABASE_FILE), 50)
  writer = new LogWriter(database)
})
afterEach(() => {
  database.close()
  rmSync(dataDir, { recursive: true })
})

let base = 0
/** Entries at these times, then a snapshot with these changes. */
function work(archive: LogArchive, times: readonly number[], size: number, changes: LogChange[] = []): void {
  const random = seeded(base + 1)
  const bytesOf = () => Uint8Array.from({ length: size }, () => random(256))
  const batch = times.map((at, n) => ({
    documentId: 'd1',
    entry: { personId: 'p_1', at, bytes: bytesOf() },
    create: base + n === 0,
  }))
  writer.write(batch)
  const seq = base + times.length
  const snapshot = { seq, at: times.at(-1) ?? 0, bytes: bytesOf(), authors: '{}' }
  archive.keepSnapshot('d1', snapshot, { base, changes, gap: 10 })
  while (archive.archive('d1'));
  base = seq
}
beforeEach(() => {
  base = 0
})

const sum = (text: string) => (database.prepare(text).get() as { n: number }).n
const hours = (day: number) => Array.from({ length: 8 }, (_, n) => day * DAY + n * HOUR)

describe('a document that is written in for years', () => {
  test('keeps its newest entries and, of the time before, a text a day at most; each moment has the nearest text and says whether it is exact', () => {
    const archive = new LogArchive(database, { ...ROOMY, pieces: 100_000 })
    for (let day = 1; day <= 30; day += 1)
      for (const part of [hours(day).slice(0, 4), hours(day).slice(4)]) work(archive, part, 4000)
    expect(sum('select sum(length(bytes)) as n from document_archive')).toBeLessThanOrEqual(100_000)
    const late = archive.momentAt('d1', 30 * DAY + 2 * HOUR)
    expect(late).toMatchObject({ seq: 29 * 8 + 3, at: 30 * DAY + 2 * HOUR, exact: true })
    expect(archive.entriesBetween('d1', late?.snapshot?.seq ?? 0, late?.seq ?? 0)[0]?.seq).toBe(
      (late?.snapshot?.seq ?? 0) + 1,
    )
    // The moments of a day are its last text before; the day's own last snapshot is the one that stays.
    for (const day of [5, 12, 20]) {
      const noon = archive.momentAt('d1', day * DAY + 12 * HOUR)
      expect(noon).toMatchObject({ seq: day * 8, at: day * DAY + 7 * HOUR, exact: false })
      expect(archive.momentAt('d1', day * DAY + HOUR)).toMatchObject({ seq: (day - 1) * 8, exact: false })
    }
    expect(archive.momentAt('d1', HOUR)).toBeNull()
    expect(writer.load('d1')?.snapshot?.seq).toBe(240)
  })

  test('keeps snapshots within their bound, spread over all its time, the first among them', () => {
    const archive = new LogArchive(database, { ...ROOMY, pieces: 0, snapshots: 40_000 })
    for (let day = 1; day <= 60; day += 1) work(archive, hours(day), 4000)
    const days = (
      database.prepare('select at from document_snapshot order by seq').all() as { at: number }[]
    ).map(({ at }) => Math.floor(at / DAY))
    expect(days.length).toBeLessThanOrEqual(11)
    expect([days[0], days.at(-1)]).toEqual([1, 60])
    expect(days.some((day) => day > 10 && day < 50)).toBe(true)
  })

  test('joins who changed what by day, month and year; sums, persons and first and last moments stay', () => {
    const archive = new LogArchive(database, { ...ROOMY, changes: 400 })
    let edits = 0
    for (let day = 1; day <= 800; day += 4) {
      const changes = [0, 1, 2].flatMap((part) =>
        ['p_1', 'p_2'].map((personId) => {
          const at = day * DAY + part * HOUR
          edits += 5
          return { place: `art${day % 3}`, personId, from: at, to: at + 60_000, edits: 5 }
        }),
      )
      work(archive, [day * DAY], 10, changes)
    }
    expect(sum('select count(*) as n from document_change')).toBeLessThanOrEqual(400)
    expect(sum('select sum(edits) as n from document_change')).toBe(edits)
    expect(sum('select min(from_at) as n from document_change')).toBe(DAY)
    expect(sum('select count(distinct person_id || place) as n from document_change')).toBe(6)
    const { changes } = archive.changes('d1', Number.MAX_SAFE_INTEGER, 10)
    expect(changes.map(({ edits }) => edits)).toEqual(Array(10).fill(5))
  })

  test('whoever makes places by the thousand pushes out the oldest, and the rest stays bounded', () => {
    const archive = new LogArchive(database, { ...ROOMY, changes: 100 })
    for (let n = 0; n < 10; n += 1) {
      const changes = Array.from({ length: 50 }, (_, m) => {
        const at = n * 1000 + m
        return { place: `made${at}`, personId: 'p_1', from: at, to: at, edits: 1 }
      })
      work(archive, [n], 10, changes)
    }
    expect(sum('select count(*) as n from document_change')).toBe(100)
    expect(sum('select min(to_at) as n from document_change')).toBe(8000)
  })
})
